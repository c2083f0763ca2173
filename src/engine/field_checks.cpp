#include "engine/field_checks.hpp"

#include <algorithm>
#include <set>

#include "calendar/moment_text.hpp"
#include "engine/clocks.hpp"

namespace hearken::engine {

using procedure::FieldType;
using procedure::Option;

namespace {

/// Characters of well-formed UTF-8 text without control characters (tabs and line ends are text), or -1.
int characters(const std::string& text) {
    int count = 0;
    for (size_t i = 0; i < text.size(); ++count) {
        const auto byte = static_cast<unsigned char>(text[i]);
        size_t length = 1;
        if (byte < 0x80) {
            if ((byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t') || byte == 0x7f) return -1;
        } else if (byte >= 0xc2 && byte < 0xe0) {
            length = 2;
        } else if (byte >= 0xe0 && byte < 0xf0) {
            length = 3;
        } else if (byte >= 0xf0 && byte < 0xf5) {
            length = 4;
        } else {
            return -1;
        }
        if (i + length > text.size()) return -1;
        for (size_t k = 1; k < length; ++k)
            if ((static_cast<unsigned char>(text[i + k]) & 0xc0) != 0x80) return -1;
        const auto second = length > 1 ? static_cast<unsigned char>(text[i + 1]) : 0;
        // Overlong forms, surrogates and what lies beyond Unicode; and the C1 control characters.
        if ((byte == 0xe0 && second < 0xa0) || (byte == 0xed && second > 0x9f) || (byte == 0xf0 && second < 0x90) ||
            (byte == 0xf4 && second > 0x8f) || (byte == 0xc2 && second < 0xa0))
            return -1;
        i += length;
    }
    return count;
}

bool is_one_line(FieldType type) {
    switch (type) {
        case FieldType::Text:
        case FieldType::Number:
        case FieldType::Date:
        case FieldType::ApproximateDate:
        case FieldType::DateTime:
        case FieldType::Person:
        case FieldType::People:
        case FieldType::Organisation:
        case FieldType::File:
        case FieldType::Signature:
            return true;
        default:
            return false;
    }
}

bool takes_several(FieldType type) {
    return type == FieldType::Choices || type == FieldType::People || type == FieldType::File;
}

bool is_number(const std::string& text) {
    size_t at = text.starts_with('-') ? 1 : 0, digits = 0;
    bool point = false;
    for (; at < text.size(); ++at) {
        if (text[at] == '.' && !point && digits > 0 && at + 1 < text.size())
            point = true;
        else if (text[at] >= '0' && text[at] <= '9')
            ++digits;
        else
            return false;
    }
    return digits > 0 && digits <= 15;
}

/// "2026", "2026-04" or a whole date.
bool is_approximate_date(const std::string& text) {
    if (text.size() == 10) return calendar::parse_date(text).has_value();
    if (text.size() == 7) return calendar::parse_date(text + "-01").has_value();
    return text.size() == 4 && calendar::parse_date(text + "-01-01").has_value();
}

bool is_id(const std::string& text) {
    return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '.';
    });
}

Reason reason(const char* code, std::string text, const std::string& path) { return {code, std::move(text), path}; }

void check_working_day(const Field& field, calendar::LocalDate date, const std::string& path, const Surroundings& world,
                       std::vector<Reason>& reasons) {
    if (field.working_day && !calendars_of(world).bank_holidays.is_working_day_as_far_as_known(date))
        reasons.push_back(reason("working-day",
                                 "Choose another day for " + name_in_sentence(field) +
                                     ": it may not be a Saturday, a Sunday or a bank holiday.",
                                 path));
}

std::string still_to_come(const Field& field, const std::string& when) {
    return "Check " + name_in_sentence(field) + ": " + when +
           " is still to come. Enter when it took place; what is only planned is not recorded here.";
}

void check_date(const Field& field, const std::string& value, const std::string& path, const Surroundings& world,
                std::vector<Reason>& reasons) {
    const auto date = calendar::parse_date(value);
    if (!date) {
        reasons.push_back(
            reason("date", "Enter " + name_in_sentence(field) + " as a date that exists, like 27 3 2026.", path));
    } else if (date->year() < std::chrono::year{1880} || date->year() > std::chrono::year{2200}) {
        reasons.push_back(reason("date", "Check the year of " + name_in_sentence(field) + ".", path));
    } else if (field.computed_from == "event time" && *date > calendar::local_date_of(world.now)) {
        reasons.push_back(reason("future", still_to_come(field, calendar::date_text(*date)), path));
    }
    if (date) check_working_day(field, *date, path, world, reasons);
}

void check_moment(const Field& field, const std::string& value, const std::string& path, const Surroundings& world,
                  std::vector<Reason>& reasons) {
    const auto moment = instant_from_iso(value);
    if (!moment)
        reasons.push_back(
            reason("date-time", "Enter the date and time of " + name_in_sentence(field) + ", like 27 3 2026 at 4:50pm.",
                   path));
    else if (field.computed_from == "event time" && *moment > world.now)
        reasons.push_back(reason("future", still_to_come(field, calendar::moment_text(*moment)), path));
    if (moment) check_working_day(field, calendar::local_date_of(*moment), path, world, reasons);
}

void check_choice(const Field& field, const Answer& answer, const std::string& path, const Surroundings& world,
                  std::vector<Reason>& reasons) {
    const auto& options = options_of(field, world);
    std::set<std::string> seen;
    for (const auto& value : answer.values) {
        if (value.empty()) continue;
        const auto option =
            std::find_if(options.begin(), options.end(), [&](const Option& one) { return one.id == value; });
        if (option == options.end())
            reasons.push_back(reason("choice", "Choose " + name_in_sentence(field) + " from the list.", path));
        else if (option->exclusive && answer.values.size() > 1)
            reasons.push_back(reason(
                "exclusive", "Choose “" + option->label + "” alone, or take it off: it contradicts the rest.", path));
        if (!seen.insert(value).second)
            reasons.push_back(
                reason("twice", "Choose each answer to " + name_in_sentence(field) + " once only.", path));
    }
}

void check_value(const Field& field, const std::string& value, const std::string& path, const Surroundings& world,
                 std::vector<Reason>& reasons) {
    const std::string name = name_in_sentence(field);
    switch (field.type) {
        case FieldType::YesNo:
            if (value != "yes" && value != "no")
                reasons.push_back(reason("choice", "Select yes or no for " + name + ".", path));
            break;
        case FieldType::YesNoNotKnown:
            if (value != "yes" && value != "no" && value != "not-known")
                reasons.push_back(reason("choice", "Select yes, no or not known for " + name + ".", path));
            break;
        case FieldType::Date:
            check_date(field, value, path, world, reasons);
            break;
        case FieldType::DateTime:
            check_moment(field, value, path, world, reasons);
            break;
        case FieldType::ApproximateDate:
            if (!is_approximate_date(value))
                reasons.push_back(
                    reason("date", "Enter " + name + " as a year, a month and year, or a date that exists.", path));
            break;
        case FieldType::Number:
            if (!is_number(value))
                reasons.push_back(reason("number", "Enter " + name + " as a number, like 3 or 2.5.", path));
            break;
        case FieldType::Person:
        case FieldType::People:
            if (!is_id(value))
                reasons.push_back(reason("person", "Choose who " + name + " is by searching for them.", path));
            break;
        case FieldType::Organisation:
            if (!is_id(value))
                reasons.push_back(reason("organisation", "Choose " + name + " by searching for it.", path));
            break;
        case FieldType::File:
            if (!is_id(value)) reasons.push_back(reason("file", "Upload " + name + " again.", path));
            break;
        default:
            break;
    }
}

}  // namespace

const std::vector<Option>& options_of(const Field& field, const Surroundings& world) {
    if (field.code_list.empty() || world.vocabulary == nullptr) return field.options;
    const auto list = world.vocabulary->code_lists.find(field.code_list);
    return list == world.vocabulary->code_lists.end() ? field.options : list->second;
}

int longest(const Field& field) {
    if (field.max_length > 0) return field.max_length;
    switch (field.type) {
        case FieldType::LongText:
        case FieldType::Quotation:
        case FieldType::Address:
        case FieldType::BodyMap:
            return kLongText;
        default:
            return kShortText;
    }
}

std::string name_in_sentence(const Field& field) {
    if (field.label.empty()) return field.id;
    const std::string name = in_sentence(field.label);
    return name.ends_with('?') ? "“" + field.label + "”" : name;
}

std::string ask_for(const Field& field) {
    const std::string name = name_in_sentence(field);
    std::string text;
    switch (field.type) {
        case FieldType::YesNo:
            text = "Select yes or no for " + name;
            break;
        case FieldType::YesNoNotKnown:
            text = "Select yes, no or not known for " + name;
            break;
        case FieldType::Choice:
        case FieldType::Choices:
            text = "Select " + name;
            break;
        case FieldType::Person:
        case FieldType::People:
        case FieldType::Organisation:
            text = "Choose " + name;
            break;
        case FieldType::File:
            text = "Upload " + name;
            break;
        case FieldType::BodyMap:
            text = "Mark " + name;
            break;
        case FieldType::Group:
            text = "Add at least one entry to " + name;
            break;
        case FieldType::Signature:
            text = "Sign " + name;
            break;
        default:
            text = "Enter " + name;
            break;
    }
    if (field.not_known && field.reason_if_not_known)
        text += field.not_known_label.empty() ? ", or say why it is not known"
                                              : ", or choose “" + field.not_known_label + "” and say why";
    else if (field.not_known)
        text += field.not_known_label.empty() ? ", or say that it is not known"
                                              : ", or choose “" + field.not_known_label + "”";
    return text + ".";
}

std::vector<Reason> check_text(const std::string& text, int max_length, const std::string& name,
                               const std::string& field) {
    const int length = characters(text);
    if (length < 0)
        return {reason("unreadable", "Type " + name + " again: it has characters that cannot be kept.", field)};
    if (length > max_length)
        return {reason("too-long",
                       "Shorten " + name + " to " + std::to_string(max_length) + " characters; it has " +
                           std::to_string(length) + ".",
                       field)};
    return {};
}

std::vector<Reason> check_values(const Field& field, const Answer& answer, const std::string& path,
                                 const Surroundings& world) {
    std::vector<Reason> reasons;
    if (answer.values.size() > static_cast<size_t>(kMostValues) ||
        (answer.values.size() > 1 && !takes_several(field.type))) {
        reasons.push_back(reason("several", "Give one answer to " + name_in_sentence(field) + ".", path));
        return reasons;
    }
    for (const auto& value : answer.values) {
        auto faults = check_text(value, longest(field), name_in_sentence(field), path);
        if (faults.empty() && is_one_line(field.type) && value.find_first_of("\n\r") != std::string::npos)
            faults.push_back(reason("one-line", "Enter " + name_in_sentence(field) + " on one line.", path));
        if (!faults.empty())
            reasons.insert(reasons.end(), faults.begin(), faults.end());
        else if (!value.empty() && field.type != FieldType::Choice && field.type != FieldType::Choices)
            check_value(field, value, path, world, reasons);
    }
    if (reasons.empty() && (field.type == FieldType::Choice || field.type == FieldType::Choices))
        check_choice(field, answer, path, world, reasons);
    return reasons;
}

}  // namespace hearken::engine
