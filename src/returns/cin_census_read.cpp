#include <algorithm>
#include <pugixml.hpp>

#include "calendar/moment_text.hpp"
#include "returns/cin_census.hpp"
#include "returns/cin_census_items.hpp"
#include "returns/cin_census_rules.hpp"

namespace hearken::returns {

using Severity = Doubt::Severity;

namespace {

/// Line numbers from offsets into the text.
class Lines {
public:
    explicit Lines(std::string_view text) {
        for (size_t i = 0; i < text.size(); ++i)
            if (text[i] == '\n') ends_.push_back(i);
    }
    int of(ptrdiff_t offset) const {
        if (offset < 0) return 0;
        return static_cast<int>(std::lower_bound(ends_.begin(), ends_.end(), static_cast<size_t>(offset)) - ends_.begin()) + 1;
    }

private:
    std::vector<size_t> ends_;
};

std::string trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto from = text.find_first_not_of(blanks);
    return from == std::string_view::npos ? std::string{} : std::string(text.substr(from, text.find_last_not_of(blanks) - from + 1));
}

/// What an element that is not known says, with the elements inside it: "a=1; b=2".
std::string all_text(const pugi::xml_node& node, int depth = 0) {
    if (depth > 8) return "…";
    std::string text;
    for (const auto& inner : node.children()) {
        const std::string one = inner.type() == pugi::node_element ? std::string(inner.name()) + "=" + all_text(inner, depth + 1) : trimmed(inner.value());
        if (!one.empty()) text += (text.empty() ? "" : "; ") + one;
    }
    return text;
}

class Reader {
public:
    Reader(std::string_view xml, CinCensus& census) : lines_(xml), census_(census) {}

    ReturnedGroup group(const pugi::xml_node& node) {
        ReturnedGroup out;
        out.item = node.name();
        out.line = line(node);
        for (const auto& inner : node.children()) {
            if (inner.type() == pugi::node_pcdata || inner.type() == pugi::node_cdata) stray(out, inner);
            else if (inner.type() == pugi::node_element) member(out, inner);
        }
        return out;
    }

    void start_child(std::string id, std::string place) { child_ = std::move(id), place_ = std::move(place); }
    int line(const pugi::xml_node& node) const { return lines_.of(node.offset_debug()); }
    void doubt(Severity severity, std::string rule, const ReturnedValue& value, std::string why) {
        census_.doubts.push_back({severity, std::move(rule), child_, place_, value.item, value.written, std::move(why), value.line});
    }

private:
    void stray(ReturnedGroup& out, const pugi::xml_node& text) {
        const auto words = trimmed(text.value());
        if (words.empty()) return;
        out.values.push_back({"(text)", words, {}, {}, line(text)});
        doubt(Severity::Error, "", out.values.back(), "These words stand between elements, where nothing is expected. They are kept as they are.");
    }

    void member(ReturnedGroup& out, const pugi::xml_node& node) {
        const std::string_view name = node.name();
        if (group_belongs(out.item, name)) {
            if (!group_repeats(out.item, name) && !out.all(name).empty()) repeated(out, node);
            out.groups.push_back(group(node));
            return;
        }
        auto value = read_value(out.item, node);
        const auto kind = kind_of_item(out.item, name);
        if (kind == ItemKind::Unknown) doubt(Severity::Error, "", value, "This item does not belong here in the return. It is kept as it is.");
        else if (!item_repeats(out.item, name) && out.value(name)) doubt(Severity::Error, "", value, "This is here twice. Both are kept; the first is used.");
        else check(kind, value);
        out.values.push_back(std::move(value));
    }

    void repeated(const ReturnedGroup& out, const pugi::xml_node& node) {
        doubt(Severity::Error, "", {node.name(), {}, {}, {}, line(node)}, "There is more than one of this in “" + std::string(words_for_group(out.item)) + "”. All are kept.");
    }

    ReturnedValue read_value(const std::string& in_group, const pugi::xml_node& node) {
        ReturnedValue value{node.name(), {}, {}, {}, line(node)};
        value.written = all_text(node);
        switch (kind_of_item(in_group, value.item)) {
            case ItemKind::Date:
                if (const auto date = calendar::parse_date(value.written.substr(0, 10)); date && written_as_date(value.written)) value.date = *date;
                break;
            case ItemKind::Code: value.meaning = meaning_of(value.item, value.written); break;
            case ItemKind::YesNo:
                if (value.written == "1" || value.written == "true") value.meaning = "Yes";
                else if (value.written == "0" || value.written == "false") value.meaning = "No";
                break;
            default: break;
        }
        return value;
    }

    /// "2022-07-21", or with a time behind it, which some systems write.
    static bool written_as_date(const std::string& text) {
        return text.size() >= 10 && text[4] == '-' && text[7] == '-' && (text.size() == 10 || text[10] == 'T');
    }

    void check(ItemKind kind, const ReturnedValue& value) {
        if (value.written.empty()) return doubt(Severity::Error, "", value, "This is empty.");
        if (kind == ItemKind::Date && !value.date) doubt(Severity::Error, "", value, "This is no date of the calendar (year-month-day). It is kept as it is written.");
        if (kind == ItemKind::Code && value.meaning.empty()) doubt(Severity::Error, code_rule(value.item), value, code_words(value));
        if (kind == ItemKind::YesNo && value.meaning.empty()) doubt(Severity::Error, "", value, "This should be 1 (yes) or 0 (no).");
        if (kind == ItemKind::Number && value.written.find_first_not_of("0123456789") != std::string::npos) doubt(Severity::Error, "", value, "This should be a whole number.");
    }

    static std::string code_words(const ReturnedValue& value) {
        // A known trap: the numbers of the retired item, under the name of the one that replaced it.
        if (value.item == "Sex" && !meaning_of("GenderCurrent", value.written).empty())
            return "This is a code of the older item GenderCurrent, where it meant “" + meaning_of("GenderCurrent", value.written) + "”. It is not taken over as the sex.";
        return "This code is not in the list of the return. It is kept as it is written, without a meaning.";
    }
    static std::string code_rule(std::string_view item) {
        if (item == "Sex") return "4180";
        if (item == "Ethnicity") return "4220";
        if (item == "ReasonForClosure") return "8640";
        if (item == "PrimaryNeedCode") return "8650";
        if (item == "ReferralSource") return "8866";
        if (item == "InitialCategoryOfAbuse") return "8905";
        if (item == "LatestCategoryOfAbuse") return "8910";
        return {};
    }

    Lines lines_;
    CinCensus& census_;
    std::string child_, place_;
};

void read_header(CinCensus& census, const pugi::xml_node& message, Reader& reader) {
    census.header = reader.group(message.child("Header"));
    for (const auto* collection : census.header.all("CollectionDetails")) {
        census.year = collection->text("Year");
        census.reference_date = collection->date("ReferenceDate");
    }
    for (const auto* source : census.header.all("Source"))
        if (census.authority.empty()) census.authority = source->text("LEA");
}

ReturnedChild read_child(const pugi::xml_node& node, Reader& reader) {
    ReturnedChild child;
    child.line = reader.line(node);
    child.la_child_id = trimmed(node.child("ChildIdentifiers").child_value("LAchildID"));
    reader.start_child(child.la_child_id, {});
    // The child is read like any group, then taken apart: so what does not belong there is doubted and kept, too.
    int episode = 0;
    ReturnedGroup whole;
    whole.item = "Child";
    for (const auto& inner : node.children()) {
        const std::string_view name = inner.name();
        if (name == "CINdetails") {
            reader.start_child(child.la_child_id, "episode " + std::to_string(++episode));
            child.episodes.push_back(reader.group(inner));
            reader.start_child(child.la_child_id, {});
        } else if (name == "ChildIdentifiers" && child.identifiers.item.empty()) child.identifiers = reader.group(inner);
        else if (name == "ChildCharacteristics" && child.characteristics.item.empty()) child.characteristics = reader.group(inner);
        else if (const auto words = inner.type() == pugi::node_element ? all_text(inner) : trimmed(inner.value()); !words.empty()) {
            child.others.push_back({inner.type() == pugi::node_element ? inner.name() : "(text)", words, {}, {}, reader.line(inner)});
            reader.doubt(Severity::Error, "", child.others.back(), "This does not belong here in the return. It is kept as it is.");
        }
    }
    return child;
}

}  // namespace

const ReturnedValue* ReturnedGroup::value(std::string_view name) const {
    const auto found = std::find_if(values.begin(), values.end(), [&](const ReturnedValue& one) { return one.item == name; });
    return found == values.end() ? nullptr : &*found;
}
std::string ReturnedGroup::text(std::string_view name) const {
    const auto* found = value(name);
    return found ? found->written : std::string{};
}
std::optional<calendar::LocalDate> ReturnedGroup::date(std::string_view name) const {
    const auto* found = value(name);
    return found ? found->date : std::nullopt;
}
std::vector<const ReturnedGroup*> ReturnedGroup::all(std::string_view name) const {
    std::vector<const ReturnedGroup*> found;
    for (const auto& one : groups)
        if (one.item == name) found.push_back(&one);
    return found;
}
std::vector<const ReturnedValue*> ReturnedGroup::values_of(std::string_view name) const {
    std::vector<const ReturnedValue*> found;
    for (const auto& one : values)
        if (one.item == name) found.push_back(&one);
    return found;
}

std::optional<calendar::LocalDate> ReturnedChild::born() const { return identifiers.date("PersonBirthDate"); }
std::optional<calendar::LocalDate> ReturnedChild::expected() const { return identifiers.date("ExpectedPersonBirthDate"); }
std::optional<calendar::LocalDate> ReturnedChild::died() const { return identifiers.date("PersonDeathDate"); }

Result<CinCensus> read_cin_census(std::string_view xml) {
    pugi::xml_document document;
    const auto read = document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_trim_pcdata);
    if (!read)
        return refuse(RefusalCode::Invalid, "not-xml", "The file is not XML: " + std::string(read.description()) + " in line " + std::to_string(Lines(xml).of(read.offset)) + ". Ask whoever made it to export it again.");
    const auto message = document.child("Message");
    if (!message || !message.child("Children").child("Child"))
        return refuse(RefusalCode::Invalid, "not-a-return", "This is no Children in Need census return: it should have the element Message with Children inside.");
    CinCensus census;
    Reader reader(xml, census);
    read_header(census, message, reader);
    for (const auto& inner : message.child("Children").children()) {
        if (std::string_view(inner.name()) == "Child") {
            census.children.push_back(read_child(inner, reader));
        } else {
            reader.start_child({}, {});
            reader.doubt(Severity::Error, "", {inner.name(), all_text(inner), {}, {}, reader.line(inner)}, "This stands among the children and is no child. It cannot be brought in; ask what it was meant to be.");
        }
    }
    add_rule_doubts(census);
    std::stable_sort(census.doubts.begin(), census.doubts.end(), [](const Doubt& one, const Doubt& other) { return one.line < other.line; });
    return census;
}

}  // namespace hearken::returns
