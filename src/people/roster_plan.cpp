#include "people/roster_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "people/text.hpp"

namespace hearken::people {

namespace {

constexpr size_t kManyLeavers = 10;

MatchSubject subject_of(const RosterPupil& pupil) {
    std::vector<Address> addresses;
    if (pupil.address) addresses.push_back(*pupil.address);
    return match_subject(pupil.person, pupil.identifiers, addresses);
}

MatchSubject subject_of(const RosterEntry& entry) {
    std::vector<Address> addresses;
    if (entry.address) addresses.push_back(Address::restored(AddressId(), *entry.address, {}));
    return match_subject(Person::restored(PersonId(), 1, entry.person), entry.identifiers, addresses);
}

/// UPNs of all kinds share keys, so that a permanent UPN finds the pupil whose former or temporary one it was.
std::string key_of(const Identifier& number) {
    const bool upn = number.kind() == IdentifierKind::FormerUpn || number.kind() == IdentifierKind::TemporaryUpn;
    return fmt::format("{}:{}:{}", code_of(upn ? IdentifierKind::Upn : number.kind()), number.issuer(), number.value());
}

/// The records held, findable by number and by match key.
class Held {
public:
    explicit Held(const std::vector<RosterPupil>& pupils) : pupils_(pupils) {
        for (size_t i = 0; i < pupils.size(); ++i) {
            subjects_.push_back(subject_of(pupils[i]));
            for (const Identifier& number : pupils[i].identifiers) by_number_[key_of(number)].insert(i);
            for (const std::string& key : match_keys(subjects_.back())) by_key_[key].insert(i);
        }
    }

    const RosterPupil& pupil(size_t i) const { return pupils_[i]; }
    const MatchSubject& subject(size_t i) const { return subjects_[i]; }
    size_t size() const { return pupils_.size(); }

    std::set<size_t> sharing_a_number(const RosterEntry& entry) const {
        std::set<size_t> found;
        for (const Identifier& number : entry.identifiers)
            if (const auto at = by_number_.find(key_of(number)); at != by_number_.end())
                found.insert(at->second.begin(), at->second.end());
        return found;
    }

    /// Judged the same or possibly the same, best first.
    std::vector<std::pair<size_t, Match>> alike(const MatchSubject& subject) const {
        std::set<size_t> sharing_a_key;
        for (const std::string& key : match_keys(subject))
            if (const auto at = by_key_.find(key); at != by_key_.end())
                sharing_a_key.insert(at->second.begin(), at->second.end());
        std::vector<std::pair<size_t, Match>> found;
        for (const size_t i : sharing_a_key)
            if (Match match = compare(subject, subjects_[i]); match.verdict != MatchVerdict::Different)
                found.emplace_back(i, std::move(match));
        std::stable_sort(found.begin(), found.end(),
                         [](const auto& a, const auto& b) { return a.second.score > b.second.score; });
        return found;
    }

private:
    const std::vector<RosterPupil>& pupils_;
    std::vector<MatchSubject> subjects_;
    std::map<std::string, std::set<size_t>> by_number_;
    std::map<std::string, std::set<size_t>> by_key_;
};

class Differences {
public:
    void add(std::string field, std::string from, std::string to) {
        if (from != to) changes_.push_back({std::move(field), std::move(from), std::move(to)});
    }
    /// A blank in the file says nothing.
    void add_unless_blank(std::string field, const std::string& from, const std::string& to) {
        if (!to.empty()) add(std::move(field), from, to);
    }
    std::vector<FieldChange> take() { return std::move(changes_); }

private:
    std::vector<FieldChange> changes_;
};

std::string in_words_or_blank(const std::optional<Date>& date) { return date ? in_words(*date) : std::string(); }

std::string birth_in_words(const Birth& birth) {
    if (!birth.date) return {};
    return (birth.certainty == Birth::Certainty::Exact ? "" : "about ") + in_words(*birth.date);
}

const Name* known_as_of(const PersonDetails& details) {
    for (const Name& name : details.names)
        if (name.type == NameType::KnownAs) return &name;
    return nullptr;
}

void compare_person(const Person& held, const RosterEntry& entry, Differences& out) {
    const Name before = held.current_name();
    const Name& after = entry.person.names.front();
    out.add_unless_blank("surname", before.surname, after.surname);
    out.add_unless_blank("given-name", before.given, after.given);
    out.add_unless_blank("middle-names", before.middle, after.middle);
    if (const Name* known_as = known_as_of(entry.person)) {
        const Name* known = known_as_of(held.details());
        out.add("known-as", known ? known->given : std::string(), known_as->given);
    }
    if (entry.person.birth.born()) out.add("date-of-birth", birth_in_words(held.details().birth), birth_in_words(entry.person.birth));
    if (entry.person.sex != Sex::NotKnown)
        out.add("sex", std::string(label_of(held.details().sex)), std::string(label_of(entry.person.sex)));
    out.add_unless_blank("ethnicity", held.details().ethnicity, entry.person.ethnicity);
    out.add_unless_blank("first-language", held.details().first_language, entry.person.first_language);
}

void compare_numbers(const RosterPupil& held, const RosterEntry& entry, Differences& out) {
    for (const Identifier& number : entry.identifiers) {
        const bool known = std::any_of(held.identifiers.begin(), held.identifiers.end(), [&](const Identifier& other) {
            return other.kind() == number.kind() && other.value() == number.value() && other.issuer() == number.issuer();
        });
        if (known) continue;
        std::string before;
        for (const Identifier& other : held.identifiers)
            if (other.kind() == number.kind() && other.issuer() == number.issuer()) before = other.display();
        out.add(std::string(code_of(number.kind())), before, number.display());
    }
}

void compare_registration(const Registration& held, const Registration& entry, Differences& out) {
    out.add_unless_blank("year-group", held.year_group, entry.year_group);
    out.add_unless_blank("class", held.form, entry.form);
    if (entry.period.from) out.add("start-date", in_words_or_blank(held.period.from), in_words(*entry.period.from));
    if (entry.period.until) out.add("leaving-date", in_words_or_blank(held.period.until), in_words(*entry.period.until));
}

void compare_contacts(const std::vector<RosterContact>& held, const std::vector<RosterContact>& entry, Differences& out) {
    const auto named = [](const std::vector<RosterContact>& all, const RosterContact& wanted) -> const RosterContact* {
        for (const RosterContact& contact : all)
            if (folded(contact.name.full()) == folded(wanted.name.full())) return &contact;
        return nullptr;
    };
    for (const RosterContact& contact : entry) {
        const RosterContact* before = named(held, contact);
        const std::string who = contact.name.full();
        if (!before) {
            out.add("contact", "", who);
            continue;
        }
        out.add_unless_blank("contact-relationship", before->relationship_text, contact.relationship_text);
        out.add_unless_blank("contact-telephone", before->telephone, contact.telephone);
        out.add_unless_blank("contact-email", before->email, contact.email);
        if (contact.parental_responsibility != YesNo::NotKnown)
            out.add("contact-parental-responsibility", std::string(label_of(before->parental_responsibility)),
                    std::string(label_of(contact.parental_responsibility)));
    }
    // A file without contacts says nothing about them.
    if (entry.empty()) return;
    for (const RosterContact& contact : held)
        if (!named(entry, contact)) out.add("contact", contact.name.full(), "");
}

void compare_address(const RosterPupil& held, RosterItem& item, Differences& out) {
    if (!item.entry.address) return;
    const AddressView after{false, *item.entry.address, {}};
    if (!held.address) {
        out.add("address", "", after.one_line());
    } else if (const AddressText* open = held.address->open_text()) {
        out.add("address", AddressView{false, *open, {}}.one_line(), after.one_line());
    } else {
        item.explanation.push_back(
            "The address recorded for this child is protected, so the file's address was not taken. If the child has "
            "moved, ask the allocated worker.");
    }
}

/// Whether the child comes back: recorded as having left, and on the file without a leaving date.
bool is_back(const Registration& held, const Registration& entry, Date today) {
    return held.period.until && *held.period.until < today && !entry.period.until;
}

void settle(const RosterPupil& held, RosterItem& item, Date today) {
    Differences differences;
    compare_person(held.person, item.entry, differences);
    compare_numbers(held, item.entry, differences);
    compare_registration(held.registration, item.entry.registration, differences);
    if (is_back(held.registration, item.entry.registration, today))
        differences.add("leaving-date", in_words_or_blank(held.registration.period.until), "");
    compare_address(held, item, differences);
    compare_contacts(held.contacts, item.entry.contacts, differences);
    item.person = held.person.id();
    item.changes = differences.take();
    item.verdict = item.changes.empty() ? RosterVerdict::Unchanged : RosterVerdict::Changed;
}

class Planner {
public:
    Planner(const Roster& roster, const Held& held, Date today, const RosterDecisions& decisions)
        : roster_(roster), held_(held), today_(today), decisions_(decisions) {}

    RosterPlan plan() {
        plan_.problems = roster_.problems;
        plan_.items.resize(roster_.entries.size());
        std::vector<size_t> without_number;
        for (size_t i = 0; i < roster_.entries.size(); ++i) {
            plan_.items[i].entry = roster_.entries[i];
            if (!join_as_decided(plan_.items[i]) && !join_by_number(plan_.items[i])) without_number.push_back(i);
        }
        // Exact numbers claim their records first, so that a new twin is not taken for the one already recorded.
        for (const size_t i : without_number) join_by_name(plan_.items[i]);
        find_leavers();
        return std::move(plan_);
    }

private:
    bool join_as_decided(RosterItem& item) {
        const auto decided = decisions_.find(item.entry.row);
        if (decided == decisions_.end()) return false;
        for (size_t i = 0; i < held_.size(); ++i)
            if (held_.pupil(i).person.id() == decided->second) claim(item, i);
        return true;
    }

    bool join_by_number(RosterItem& item) {
        const std::set<size_t> found = held_.sharing_a_number(item.entry);
        if (found.empty()) return false;
        if (found.size() > 1) {
            ambiguous(item, found, "The numbers in this row belong to more than one child recorded here.");
            return true;
        }
        const size_t only = *found.begin();
        if (is_stranger(item.entry, only)) {
            ambiguous(item, found,
                      "A number in this row belongs to a child with another name and date of birth. One is mistyped.");
            return true;
        }
        claim(item, only);
        return true;
    }

    /// Name and birth date both unlike those of the record that the number points to.
    bool is_stranger(const RosterEntry& entry, size_t held) const {
        MatchSubject without_numbers = subject_of(entry);
        without_numbers.identifiers.clear();
        return compare(without_numbers, held_.subject(held)).score < 0;
    }

    void join_by_name(RosterItem& item) {
        const auto subject = subject_of(item.entry);
        std::vector<std::pair<size_t, Match>> alike = held_.alike(subject);
        std::erase_if(alike, [&](const auto& candidate) { return claimed_.contains(candidate.first); });
        const auto same = std::count_if(alike.begin(), alike.end(),
                                        [](const auto& c) { return c.second.verdict == MatchVerdict::Same; });
        if (same == 1) {
            const auto it = std::find_if(alike.begin(), alike.end(),
                                         [](const auto& c) { return c.second.verdict == MatchVerdict::Same; });
            claim(item, it->first);
        } else if (!alike.empty()) {
            std::set<size_t> found;
            for (const auto& [i, match] : alike) found.insert(i);
            ambiguous(item, found, "This child may already be recorded. Choose the record, or say that it is a new child.");
            for (const std::string& sentence : explain(alike.front().second)) item.explanation.push_back(sentence);
        }
    }

    void claim(RosterItem& item, size_t held) {
        if (!claimed_.insert(held).second) {
            ambiguous(item, {held}, "Another row of this file is already joined to this child's record.");
            return;
        }
        settle(held_.pupil(held), item, today_);
    }

    void ambiguous(RosterItem& item, const std::set<size_t>& found, std::string why) {
        item.verdict = RosterVerdict::Ambiguous;
        item.explanation.push_back(std::move(why));
        for (const size_t i : found) {
            item.candidates.push_back(held_.pupil(i).person.id());
            mentioned_.insert(i);
        }
    }

    void find_leavers() {
        bool unrecognised_rows = false;
        for (const RosterEntry& entry : roster_.kept_out) {
            std::set<size_t> found = held_.sharing_a_number(entry);
            for (const auto& [i, match] : held_.alike(subject_of(entry))) found.insert(i);
            unrecognised_rows = unrecognised_rows || found.empty();
            mentioned_.merge(found);
        }
        size_t on_roll = 0;
        for (size_t i = 0; i < held_.size(); ++i) {
            if (!held_.pupil(i).registration.period.covers(today_)) continue;
            ++on_roll;
            if (!claimed_.contains(i) && !mentioned_.contains(i)) plan_.left.push_back(held_.pupil(i).person.id());
        }
        const bool suspiciously_many = plan_.left.size() > kManyLeavers && plan_.left.size() * 4 > on_roll;
        plan_.left_is_uncertain = !plan_.left.empty() && (unrecognised_rows || suspiciously_many ||
                                                          plan_.count(RosterVerdict::Ambiguous) > 0);
    }

    const Roster& roster_;
    const Held& held_;
    Date today_;
    const RosterDecisions& decisions_;
    RosterPlan plan_;
    std::set<size_t> claimed_;
    std::set<size_t> mentioned_;  ///< may be what an ambiguous or a kept-out row is about
};

}  // namespace

std::string_view code_of(RosterVerdict verdict) {
    switch (verdict) {
        case RosterVerdict::New: return "new";
        case RosterVerdict::Unchanged: return "unchanged";
        case RosterVerdict::Changed: return "changed";
        case RosterVerdict::Ambiguous: return "ambiguous";
    }
    return {};
}

size_t RosterPlan::count(RosterVerdict verdict) const {
    return static_cast<size_t>(
        std::count_if(items.begin(), items.end(), [&](const RosterItem& item) { return item.verdict == verdict; }));
}

RosterPlan plan_roster(const Roster& roster, const std::vector<RosterPupil>& held, Date today,
                       const RosterDecisions& decisions) {
    const Held index(held);
    return Planner(roster, index, today, decisions).plan();
}

PersonDetails details_after(const Person& held, const RosterEntry& entry, Date today) {
    PersonDetails details = held.details();
    const Name before = held.current_name();
    Name after = before;
    const Name& file = entry.person.names.front();
    if (!file.surname.empty()) after.surname = file.surname;
    if (!file.given.empty()) after.given = file.given;
    if (!file.middle.empty()) after.middle = file.middle;
    if (after != before) {
        for (Name& name : details.names) {
            if (name.type != NameType::Current) continue;
            name.type = NameType::Previous;
            name.period.until = today;
        }
        after.period = {today, {}};
        details.names.insert(details.names.begin(), after);
    }
    if (const Name* known_as = known_as_of(entry.person)) {
        std::erase_if(details.names, [](const Name& name) { return name.type == NameType::KnownAs; });
        details.names.push_back(*known_as);
    }
    if (entry.person.birth.born()) details.birth = entry.person.birth;
    if (entry.person.sex != Sex::NotKnown) details.sex = entry.person.sex;
    if (!entry.person.ethnicity.empty()) details.ethnicity = entry.person.ethnicity;
    if (!entry.person.first_language.empty()) details.first_language = entry.person.first_language;
    return details;
}

}  // namespace hearken::people
