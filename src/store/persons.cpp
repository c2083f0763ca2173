#include "store/persons.hpp"

#include <nlohmann/json.hpp>

#include "store/codes.hpp"
#include "store/person_rows.hpp"
#include "store/sql.hpp"

namespace hearken::store {

using people::Person;
using people::PersonDetails;
using Fields = std::map<std::string, std::string>;

namespace {

const std::string kPersonColumns =
    "id, revision, kind, birth_certainty, birth_date, birth_order, died, sex, gender, ethnicity, first_language, interpreter_needed, communication_needs, "
    "religion, disabilities, disability_note, created_at, created_by, created_at_organisation, updated_at";

struct Loaded {
    PersonId id;
    int revision = 1;
    PersonDetails details;
    Instant created_at, updated_at;
    UserId created_by;
    OrganisationId organisation;
};

Loaded loaded_from(const Row& row) {
    Loaded p;
    PersonDetails& d = p.details;
    std::string kind, certainty, sex, interpreter, disabilities;
    row.into(p.id, p.revision, kind, certainty, d.birth.date, d.birth_order, d.died, sex, d.gender, d.ethnicity, d.first_language, interpreter,
             d.communication_needs, d.religion, disabilities, d.disability_note, p.created_at, p.created_by, p.organisation, p.updated_at);
    d.kind = enumerator_of(kind, people::PersonKind::Unborn);
    d.birth.certainty = enumerator_of(certainty, people::Birth::Certainty::Expected);
    d.sex = enumerator_of(sex, people::Sex::NotKnown);
    d.interpreter_needed = enumerator_of(interpreter, people::YesNo::NotKnown);
    const auto codes = split_words(disabilities);
    d.disabilities.assign(codes.begin(), codes.end());
    return p;
}

void add_names(Reading& reading, Loaded& person) {
    for (const Row& row : Sql(reading, "select kind, given, middle, surname, surname_first, valid_from, valid_until from person_name where person_id = :id order by number")
                              .with("id", person.id).rows()) {
        std::string kind;
        people::Name& name = person.details.names.emplace_back();
        row.into(kind, name.given, name.middle, name.surname, name.surname_first, name.period.from, name.period.until);
        name.type = enumerator_of(kind, people::NameType::Previous);
    }
}

std::string json_of(const Fields& fields) {
    return nlohmann::json(fields).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string said(const Fields& fields, const std::string& field) {
    const auto found = fields.find(field);
    return found == fields.end() ? std::string{} : found->second;
}

/// The fields that differ, as each side says them; "" where a side has none.
std::pair<Fields, Fields> changed_fields(const Fields& before, const Fields& after) {
    std::pair<Fields, Fields> changed;
    const auto compare = [&](const Fields& with) {
        for (const auto& [field, text] : with)
            if (said(before, field) != said(after, field)) {
                changed.first[field] = said(before, field);
                changed.second[field] = said(after, field);
            }
    };
    compare(before);
    compare(after);
    return changed;
}

/// What others changed since revision `made_from`, field by field as it now stands.
Refusal changed_meanwhile(Reading& reading, const StoredPerson& held, int made_from) {
    Refusal refusal{RefusalCode::Conflict, {{"changed", "Somebody else changed this person's record since you opened it. What they changed is shown; put yours to it again.", {}}}};
    const Fields now = fields_of(held.person.details());
    Fields touched;
    const long later = held.person.revision() - made_from;
    for (const Row& row : Sql(reading, "select after_json from person_change where person_id = :id and what = 'details' order by changed_at desc, id desc limit :later")
                              .with("id", held.person.id()).with("later", later).rows()) {
        const auto after = nlohmann::json::parse(row.text(0));
        for (const auto& [field, text] : after.items()) touched[field] = said(now, field);
    }
    for (const auto& [field, text] : touched)
        refusal.reasons.push_back({"changed-field", text.empty() ? "This is now blank." : "This now says: " + text, field});
    return refusal;
}

}  // namespace

void add_person(Transaction& transaction, const Person& person, const std::vector<people::Identifier>& identifiers, const ChangedBy& by) {
    write_person(transaction, person, by, true);
    write_identifiers(transaction, person.id(), identifiers);
    index_person(transaction, {person, identifiers, by.at, by.at, by.user, by.organisation});
    Fields fields = fields_of(person.details());
    fields.merge(fields_of(identifiers));
    note_person_change(transaction, person.id(), by, "created", "{}", json_of(fields));
}

Result<void> change_person(Transaction& transaction, const Person& person, const ChangedBy& by) {
    // The row is taken first, so that of two who save at once the second sees the first.
    if (Sql(transaction, "update person set revision = :next where id = :id and revision = :held")
            .with("next", person.revision()).with("id", person.id()).with("held", person.revision() - 1).run() == 0) {
        const auto held = find_person(transaction, person.id());
        if (!held) return refuse(RefusalCode::NotFound, "no-such-person", "There is no such person.");
        return refuse(changed_meanwhile(transaction, *held, person.revision() - 1));
    }
    const auto before = find_person(transaction, person.id()).value();
    const auto [was, is] = changed_fields(fields_of(before.person.details()), fields_of(person.details()));
    write_person(transaction, person, by, false);
    index_person(transaction, {person, before.identifiers, before.created_at, by.at, before.created_by, before.created_at_organisation});
    note_person_change(transaction, person.id(), by, "details", json_of(was), json_of(is));
    return {};
}

void change_identifiers(Transaction& transaction, const PersonId& person, const std::vector<people::Identifier>& identifiers, const ChangedBy& by) {
    auto stored = find_person(transaction, person);
    if (!stored) throw NothingToReferTo("identifiers of a person who is not there");
    const auto [was, is] = changed_fields(fields_of(stored->identifiers), fields_of(identifiers));
    if (was.empty()) return;
    write_identifiers(transaction, person, identifiers);
    stored->identifiers = identifiers;
    index_person(transaction, *stored);
    note_person_change(transaction, person, by, "identifiers", json_of(was), json_of(is));
}

std::optional<StoredPerson> find_person(Reading& reading, const PersonId& id) {
    auto found = find_persons(reading, {id});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<StoredPerson> find_persons(Reading& reading, const std::vector<PersonId>& ids) {
    std::map<PersonId, StoredPerson> by_id;
    Sql sql(reading, "select " + kPersonColumns + " from person where id in " + in_list("id", ids.size()));
    bind_list(sql, "id", ids);
    for (const Row& row : sql.rows()) {
        Loaded p = loaded_from(row);
        add_names(reading, p);
        const PersonId id = p.id;
        by_id.emplace(id, StoredPerson{Person::restored(p.id, p.revision, std::move(p.details)), identifiers_of(reading, id), p.created_at, p.updated_at,
                                       p.created_by, p.organisation});
    }
    std::vector<StoredPerson> found;  // in the order asked
    for (const PersonId& id : ids)
        if (auto at = by_id.find(id); at != by_id.end()) {
            found.push_back(std::move(at->second));
            by_id.erase(at);
        }
    return found;
}

std::vector<PersonLine> person_lines(Reading& reading, const std::vector<PersonId>& ids) {
    std::vector<PersonLine> lines;
    Sql sql(reading, "select id, kind, display_name, list_name, birth_certainty, birth_date from person where id in " + in_list("id", ids.size()) + " order by list_name, id");
    bind_list(sql, "id", ids);
    for (const Row& row : sql.rows()) {
        std::string kind, certainty;
        PersonLine& line = lines.emplace_back();
        row.into(line.id, kind, line.display_name, line.list_name, certainty, line.birth.date);
        line.kind = enumerator_of(kind, people::PersonKind::Unborn);
        line.birth.certainty = enumerator_of(certainty, people::Birth::Certainty::Expected);
    }
    return lines;
}

std::vector<PersonId> persons_with_identifier(Reading& reading, people::IdentifierKind kind, const std::string& value, const std::string& issuer) {
    Sql sql(reading, std::string("select distinct person_id from person_identifier where kind = :kind and value = :value") +
                         (issuer.empty() ? "" : " and issuer = :issuer") + " order by person_id");
    sql.with("kind", code_of(kind)).with("value", value);
    if (!issuer.empty()) sql.with("issuer", issuer);
    std::vector<PersonId> persons;
    for (const Row& row : sql.rows()) persons.emplace_back(row.text(0));
    return persons;
}

std::vector<PersonChange> changes_of_person(Reading& reading, const PersonId& person) {
    std::vector<PersonChange> changes;
    for (const Row& row : Sql(reading, "select id, person_id, changed_at, changed_by, organisation_id, what, before_json, after_json, reason from person_change "
                                       "where person_id = :id order by changed_at, id").with("id", person).rows()) {
        PersonChange& c = changes.emplace_back();
        row.into(c.id, c.person, c.at, c.by, c.organisation, c.what, c.before, c.after, c.reason);
    }
    return changes;
}

void note_person_change(Transaction& transaction, const PersonId& person, const ChangedBy& by, const std::string& what, const std::string& before_json,
                        const std::string& after_json) {
    // Ids of one second sort in the order written.
    const long number = Sql(transaction, "select count(*) from person_change where person_id = :id").with("id", person).number() + 1;
    Sql(transaction,
        "insert into person_change (id, person_id, changed_at, changed_by, organisation_id, what, before_json, after_json, reason) "
        "values (:id, :person_id, :changed_at, :changed_by, :organisation_id, :what, :before_json, :after_json, :reason)")
        .with("id", person.str() + "-" + std::string(6 - std::min<size_t>(6, std::to_string(number).size()), '0') + std::to_string(number))
        .with("person_id", person).with("changed_at", by.at).with("changed_by", by.user).with("organisation_id", by.organisation).with("what", what)
        .with("before_json", before_json).with("after_json", after_json).with("reason", by.reason).run();
}

}  // namespace hearken::store
