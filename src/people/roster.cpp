#include "people/roster.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "people/checks.hpp"
#include "people/postcode.hpp"
#include "people/text.hpp"

namespace hearken::people {

namespace {

using enum RosterField;

/// Reads one row; every problem it meets goes to the roster.
class RowReader {
public:
    RowReader(const CsvRow& row, size_t number, const ColumnMapping& mapping, Roster& roster)
        : row_(row), mapping_(mapping), roster_(roster) {
        entry_.row = number;
        entry_.line = row.line;
    }

    void read(const OrganisationId& school, Date today) {
        if (!row_.problem.empty()) note({}, "This row " + row_.problem, true);
        quiet_ = stopped_;  // what else is wrong in a garbled row only distracts from that
        read_names();
        read_birth();
        read_characteristics();
        read_numbers(school);
        read_registration(school);
        read_address();
        for (int contact = 1; contact <= kMostContacts; ++contact) read_contact(contact);
        check_person(today);
        (stopped_ ? roster_.kept_out : roster_.entries).push_back(std::move(entry_));
    }

private:
    std::string value(RosterField field, int number = 0) const {
        const auto found = mapping_.columns.find({field, number});
        if (found == mapping_.columns.end()) return {};
        const std::string& text = row_.fields[found->second];
        return is_valid_utf8(text) ? tidy(text) : std::string();
    }

    void problem(const RosterColumn& column, std::string text, bool error) {
        const std::string* heading = mapping_.heading_of(column);
        note(heading ? *heading : std::string(), std::move(text), error);
    }
    void note(std::string heading, std::string text, bool error) {
        if (quiet_) return;
        stopped_ = stopped_ || error;
        roster_.problems.push_back({entry_.row, entry_.line, std::move(heading), std::move(text), error});
    }

    void read_names() {
        Name name{.given = value(GivenName), .middle = value(MiddleNames), .surname = value(Surname)};
        if (name.given.empty() && name.surname.empty()) name = whole_name(value(FullName));
        entry_.person.names = {name};
        const std::string known_as = value(KnownAs);
        if (!known_as.empty() && folded(known_as) != folded(name.given))
            entry_.person.names.push_back({.type = NameType::KnownAs, .given = known_as, .surname = name.surname});
    }

    /// "Harrow, Tamsin Jane" and "Tamsin Jane Harrow".
    static Name whole_name(const std::string& text) {
        if (const size_t comma = text.find(','); comma != std::string::npos) {
            const std::string given = tidy(text.substr(comma + 1));
            const size_t space = given.find(' ');
            return {.given = given.substr(0, space),
                    .middle = space == std::string::npos ? "" : given.substr(space + 1),
                    .surname = tidy(text.substr(0, comma))};
        }
        const size_t first = text.find(' ');
        if (first == std::string::npos) return {.surname = text};
        const size_t last = text.rfind(' ');
        return {.given = text.substr(0, first),
                .middle = first == last ? "" : text.substr(first + 1, last - first - 1),
                .surname = text.substr(last + 1)};
    }

    std::optional<Date> read_date(RosterField field) {
        const std::string text = value(field);
        if (text.empty()) return std::nullopt;
        const auto date = date_from_text(text);
        if (!date)
            problem(RosterColumn{field}, "This is not a date that can be read. Write it as 29/10/2015 or 2015-10-29.",
                    field == BirthDate);
        return date;
    }

    void read_birth() {
        if (const auto date = read_date(BirthDate)) entry_.person.birth = Birth::exact(*date);
        else if (value(BirthDate).empty())
            problem(RosterColumn{BirthDate}, "There is no date of birth. The child will be recorded without one.", false);
    }

    void read_characteristics() {
        if (const std::string text = value(RosterField::Sex); !text.empty()) {
            if (const auto sex = sex_from_text(text)) entry_.person.sex = *sex;
            else problem(RosterColumn{RosterField::Sex}, "Sex must be M, F or U. It was left out.", false);
        }
        if (const std::string text = value(Ethnicity); !text.empty()) {
            if (const auto code = code_from_text(ethnicities(), text)) entry_.person.ethnicity = *code;
            else
                problem(RosterColumn{Ethnicity},
                        "This is not one of the national ethnic categories, such as WBRI. It was left out.", false);
        }
        entry_.person.first_language = value(FirstLanguage);
    }

    void read_number(RosterField field, IdentifierKind kind, const std::string& issuer) {
        const std::string text = value(field);
        if (text.empty()) return;
        auto number = Identifier::make(kind, text, issuer);
        if (number) entry_.identifiers.push_back(std::move(*number));
        else
            for (const Reason& reason : number.error().reasons) problem(RosterColumn{field}, reason.text, field == Upn);
    }

    void read_numbers(const OrganisationId& school) {
        read_number(Upn, IdentifierKind::Upn, {});
        read_number(FormerUpn, IdentifierKind::FormerUpn, {});
        read_number(NhsNumber, IdentifierKind::NhsNumber, {});
        read_number(UniqueLearnerNumber, IdentifierKind::UniqueLearnerNumber, {});
        read_number(LocalId, IdentifierKind::LocalSchoolId, school.str());
    }

    void read_registration(const OrganisationId& school) {
        Registration& registration = entry_.registration;
        registration.organisation = school;
        registration.form = value(Form);
        registration.local_id = value(LocalId);
        registration.period = {read_date(StartDate), read_date(LeavingDate)};
        if (!registration.period.ok())
            problem(RosterColumn{LeavingDate}, "The leaving date is before the starting date. Check both.", true);
        const std::string year = value(YearGroup);
        if (year.empty()) return;
        if (const auto code = year_group_from_text(year)) registration.year_group = *code;
        else problem(RosterColumn{YearGroup}, "This is not a year group such as R or 7. It was left out.", false);
    }

    void read_address() {
        AddressText text;
        for (int line = 1; line <= kMostAddressLines; ++line)
            if (std::string part = value(AddressLine, line); !part.empty()) text.lines.push_back(std::move(part));
        text.postcode = value(Postcode);
        text.uprn = value(Uprn);
        if (text == AddressText{}) return;
        if (!text.postcode.empty() && !normalised_postcode(text.postcode)) {
            problem(RosterColumn{Postcode}, "This is not a UK postcode such as CB1 1AA. It was left out.", false);
            text.postcode.clear();
            if (text == AddressText{}) return;
        }
        // Only the words matter here; the store gives the address its id when the plan is carried out.
        const auto address = Address::make(AddressId("roster"), text);
        if (address) entry_.address = *address->open_text();
        else
            problem(text.lines.empty() ? RosterColumn{Postcode} : RosterColumn{AddressLine, 1}, address.error().reasons.front().text + " The address was left out.", false);
    }

    void read_contact(int number) {
        RosterContact contact;
        contact.name = {.given = value(ContactGivenName, number), .surname = value(ContactSurname, number)};
        if (contact.name.given.empty() && contact.name.surname.empty()) contact.name = whole_name(value(ContactName, number));
        if (contact.name.full().empty()) return;
        Checks checks;
        check_name(contact.name, "contact", false, checks);
        if (!checks.passed()) {
            const auto column = mapping_.columns.contains({ContactName, number}) ? ContactName : ContactSurname;
            problem(RosterColumn{column, number}, "This contact's name cannot be read. The contact was left out.", false);
            return;
        }
        contact.relationship_text = value(ContactRelationship, number);
        if (length_in_characters(contact.relationship_text) > 100) contact.relationship_text.clear();
        contact.relationship = relationship_from_text(contact.relationship_text);
        if (!contact.relationship && !contact.relationship_text.empty())
            problem(RosterColumn{ContactRelationship, number},
                    "This relationship is not one Hearken knows. It is kept as written; choose one later.", false);
        if (const std::string text = value(ContactResponsibility, number); !text.empty()) {
            if (const auto answer = yes_no_from_text(text)) contact.parental_responsibility = *answer;
            else
                problem(RosterColumn{ContactResponsibility, number},
                        "Parental responsibility must be yes or no. It was taken as not known.", false);
        }
        contact.telephone = value(ContactTelephone, number);
        if (!contact.telephone.empty() && !looks_like_telephone(contact.telephone)) {
            problem(RosterColumn{ContactTelephone, number}, "This is not a telephone number. It was left out.", false);
            contact.telephone.clear();
        }
        contact.email = value(ContactEmail, number);
        if (!contact.email.empty() && !looks_like_email(contact.email)) {
            problem(RosterColumn{ContactEmail, number}, "This is not an e-mail address. It was left out.", false);
            contact.email.clear();
        }
        entry_.contacts.push_back(std::move(contact));
    }

    static bool looks_like_telephone(const std::string& text) {
        const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
        return digits >= 5 && text.size() <= 40 && !has_control_characters(text);
    }
    static bool looks_like_email(const std::string& text) {
        const size_t at = text.find('@');
        return at != std::string::npos && at > 0 && at + 1 < text.size() && text.find(' ') == std::string::npos &&
               text.size() <= 254 && !has_control_characters(text);
    }

    void check_person(Date today) {
        const auto person = Person::make(PersonId("roster"), entry_.person, today);
        if (person) return;
        for (const Reason& reason : person.error().reasons) {
            RosterColumn column{Surname};
            if (reason.field == "birth") column = {BirthDate};
            else if (reason.field == "first_language") column = {FirstLanguage};
            else if (reason.field.starts_with("names.1")) column = {KnownAs};
            else if (reason.field.ends_with(".given")) column = {GivenName};
            else if (reason.field.ends_with(".middle")) column = {MiddleNames};
            if (!mapping_.columns.contains(column)) column = {FullName};
            problem(column, reason.text, true);
        }
    }

    const CsvRow& row_;
    const ColumnMapping& mapping_;
    Roster& roster_;
    RosterEntry entry_;
    bool stopped_ = false;
    bool quiet_ = false;
};

std::string name_and_birth(const RosterEntry& entry) {
    const auto born = entry.person.birth.born();
    return folded(entry.person.names.front().full()) + "|" + (born ? to_iso(*born) : "");
}

bool told_apart_by_number(const RosterEntry& a, const RosterEntry& b) {
    for (const Identifier& x : a.identifiers)
        for (const Identifier& y : b.identifiers)
            if (x.kind() == y.kind() && x.value() != y.value()) return true;
    return false;
}

/// Moves rows that repeat an earlier one to kept_out.
void keep_out_repeated(Roster& roster) {
    std::map<std::string, size_t> row_of_number;
    std::map<std::string, size_t> index_of_name;
    std::vector<RosterEntry> kept;
    for (RosterEntry& entry : roster.entries) {
        std::string text;
        for (const Identifier& number : entry.identifiers) {
            const std::string key = fmt::format("{}:{}", code_of(number.kind()), number.value());
            const auto found = row_of_number.find(key);
            if (found == row_of_number.end()) continue;
            text = fmt::format("Row {} has the same {}. Correct one of them, or remove the row.", found->second,
                               label_of(number.kind()));
        }
        const auto same_name = index_of_name.find(name_and_birth(entry));
        if (text.empty() && same_name != index_of_name.end() && !told_apart_by_number(kept[same_name->second], entry))
            text = fmt::format("Row {} has the same name and date of birth. If they are two children, give each a UPN or "
                               "an admission number.",
                               kept[same_name->second].row);
        if (!text.empty()) {
            roster.problems.push_back({entry.row, entry.line, {}, std::move(text), true});
            roster.kept_out.push_back(std::move(entry));
            continue;
        }
        for (const Identifier& number : entry.identifiers)
            row_of_number.emplace(fmt::format("{}:{}", code_of(number.kind()), number.value()), entry.row);
        index_of_name.emplace(name_and_birth(entry), kept.size());
        kept.push_back(std::move(entry));
    }
    roster.entries = std::move(kept);
}

}  // namespace

Roster read_roster(const CsvTable& table, const ColumnMapping& mapping, const OrganisationId& school, Date today) {
    Roster roster;
    for (size_t i = 0; i < table.rows.size(); ++i) RowReader(table.rows[i], i + 1, mapping, roster).read(school, today);
    keep_out_repeated(roster);
    std::stable_sort(roster.problems.begin(), roster.problems.end(),
                     [](const RosterProblem& a, const RosterProblem& b) { return a.row < b.row; });
    return roster;
}

std::optional<RelationshipKind> relationship_from_text(std::string_view text) {
    using enum RelationshipKind;
    static const std::map<std::string, RelationshipKind> kWords = {
        {"mother", Mother}, {"mum", Mother}, {"mam", Mother}, {"mummy", Mother}, {"birth mother", BirthMother},
        {"father", Father}, {"dad", Father}, {"daddy", Father}, {"birth father", BirthFather}, {"parent", Parent},
        {"adoptive parent", AdoptiveParent}, {"adoptive mother", AdoptiveParent}, {"adoptive father", AdoptiveParent},
        {"step mother", StepParent}, {"stepmother", StepParent}, {"step father", StepParent}, {"stepfather", StepParent},
        {"step parent", StepParent}, {"step mum", StepParent}, {"step dad", StepParent}, {"stepmum", StepParent},
        {"stepdad", StepParent}, {"foster carer", FosterCarer}, {"foster parent", FosterCarer},
        {"foster mother", FosterCarer}, {"foster father", FosterCarer}, {"special guardian", SpecialGuardian},
        {"grandparent", Grandparent}, {"grandmother", Grandparent}, {"grandfather", Grandparent}, {"nan", Grandparent},
        {"nana", Grandparent}, {"gran", Grandparent}, {"grandma", Grandparent}, {"grandad", Grandparent},
        {"granddad", Grandparent}, {"grandpa", Grandparent}, {"sister", Sibling}, {"brother", Sibling},
        {"sibling", Sibling}, {"half sister", HalfSibling}, {"half brother", HalfSibling}, {"step sister", StepSibling},
        {"step brother", StepSibling}, {"aunt", AuntOrUncle}, {"auntie", AuntOrUncle}, {"uncle", AuntOrUncle},
        {"cousin", Cousin}, {"other relative", OtherRelative}, {"other family member", OtherRelative}, {"carer", Carer},
        {"guardian", Carer}, {"childminder", Carer}, {"family friend", FriendOfFamily}, {"friend", FriendOfFamily},
        {"friend of family", FriendOfFamily}, {"friend of the family", FriendOfFamily}, {"neighbour", FriendOfFamily}};
    const auto found = kWords.find(folded(text));
    return found == kWords.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace hearken::people
