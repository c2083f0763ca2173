#include "store/relationships.hpp"

#include <nlohmann/json.hpp>

#include "store/codes.hpp"
#include "store/sql.hpp"

namespace hearken::store {

using people::ParentalResponsibility;
using people::Relationship;

namespace {

std::string from_text(const people::Period& period) { return period.from ? date_text(*period.from) : std::string{}; }

std::string json_of(const Relationship& r) {
    return nlohmann::json{{"person", r.person.str()}, {"kind", code_of(r.kind)}, {"of", r.of.str()}, {"from", from_text(r.period)},
                          {"until", r.period.until ? date_text(*r.period.until) : ""}, {"note", r.note}}
        .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string json_of(const ParentalResponsibility& r) {
    return nlohmann::json{{"holder", r.holder.str()}, {"authority", r.authority.str()}, {"held", code_of(r.held)}, {"basis", code_of(r.basis)},
                          {"evidence", r.evidence}, {"from", from_text(r.period)}, {"until", r.period.until ? date_text(*r.period.until) : ""}}
        .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::vector<Relationship> relationships_from(const std::vector<Row>& rows) {
    std::vector<Relationship> all;
    for (const Row& row : rows) {
        std::string kind;
        Relationship& r = all.emplace_back();
        row.into(r.person, kind, r.of, r.period.from, r.period.until, r.note);
        const auto known = people::relationship_kind_from_code(kind);
        if (!known) throw DatabaseDamaged("a relationship is of a kind that this program does not know");
        r.kind = *known;
    }
    return all;
}

std::string held_json(Reading& reading, const Relationship& wanted) {
    for (const Relationship& held : relationships_of(reading, wanted.person))
        if (held.of == wanted.of && held.kind == wanted.kind && held.person == wanted.person && held.period.from == wanted.period.from) return json_of(held);
    return "{}";
}

void note_both(Transaction& transaction, const Relationship& r, const ChangedBy& by, const std::string& before, const std::string& after) {
    note_person_change(transaction, r.person, by, "relationship", before, after);
    note_person_change(transaction, r.of, by, "relationship", before, after);
}

}  // namespace

void keep_relationship(Transaction& transaction, const Relationship& r, const ChangedBy& by) {
    const std::string before = held_json(transaction, r);
    Sql(transaction,
        "insert into relationship (person_id, kind, of_id, valid_from, valid_until, note) values (:person, :kind, :of_id, :valid_from, :valid_until, :note) "
        "on conflict (person_id, of_id, kind, valid_from) do update set valid_until = excluded.valid_until, note = excluded.note")
        .with("person", r.person).with("kind", code_of(r.kind)).with("of_id", r.of).with("valid_from", from_text(r.period))
        .with("valid_until", r.period.until).with("note", r.note).run();
    note_both(transaction, r, by, before, json_of(r));
}

bool remove_relationship(Transaction& transaction, const Relationship& r, const ChangedBy& by) {
    const std::string before = held_json(transaction, r);
    if (Sql(transaction, "delete from relationship where person_id = :person and of_id = :of_id and kind = :kind and valid_from = :valid_from")
            .with("person", r.person).with("of_id", r.of).with("kind", code_of(r.kind)).with("valid_from", from_text(r.period)).run() == 0)
        return false;
    note_both(transaction, r, by, before, "{}");
    return true;
}

std::vector<Relationship> relationships_of(Reading& reading, const PersonId& person) {
    return relationships_of(reading, std::vector<PersonId>{person});
}

std::vector<Relationship> relationships_of(Reading& reading, const std::vector<PersonId>& persons) {
    const std::string list = in_list("person", persons.size());
    // Two index look-ups; an OR over both columns would read the whole table on SQLite.
    Sql sql(reading, "select person_id, kind, of_id, valid_from, valid_until, note from "
                     "(select person_id, kind, of_id, valid_from, valid_until, note from relationship where person_id in " + list +
                     " union select person_id, kind, of_id, valid_from, valid_until, note from relationship where of_id in " + list +
                     ") as r order by person_id, of_id, kind, valid_from");
    bind_list(sql, "person", persons);
    return relationships_from(sql.rows());
}

void keep_parental_responsibility(Transaction& transaction, const ParentalResponsibility& r, const ChangedBy& by) {
    std::string before = "{}";
    for (const ParentalResponsibility& held : parental_responsibility_for(transaction, r.child))
        if (held.holder == r.holder && held.authority == r.authority && held.period.from == r.period.from) before = json_of(held);
    Sql(transaction,
        "insert into parental_responsibility (child_id, holder_id, authority_id, held, basis, evidence, shared, valid_from, valid_until) "
        "values (:child, :holder, :authority, :held, :basis, :evidence, :shared, :valid_from, :valid_until) "
        "on conflict (child_id, holder_id, authority_id, valid_from) do update set held = excluded.held, basis = excluded.basis, "
        "evidence = excluded.evidence, shared = excluded.shared, valid_until = excluded.valid_until")
        .with("child", r.child).with("holder", r.holder).with("authority", r.authority).with("held", code_of(r.held)).with("basis", code_of(r.basis))
        .with("evidence", r.evidence).with("shared", r.shared).with("valid_from", from_text(r.period)).with("valid_until", r.period.until).run();
    note_person_change(transaction, r.child, by, "parental-responsibility", before, json_of(r));
}

std::vector<ParentalResponsibility> parental_responsibility_for(Reading& reading, const PersonId& child) {
    std::vector<ParentalResponsibility> all;
    for (const Row& row : Sql(reading, "select child_id, holder_id, authority_id, held, basis, evidence, shared, valid_from, valid_until from parental_responsibility "
                                       "where child_id = :child order by valid_from, holder_id, authority_id").with("child", child).rows()) {
        std::string held, basis;
        ParentalResponsibility& r = all.emplace_back();
        row.into(r.child, r.holder, r.authority, held, basis, r.evidence, r.shared, r.period.from, r.period.until);
        r.held = enumerator_of(held, people::YesNo::NotKnown);
        r.basis = enumerator_of(basis, people::ResponsibilityBasis::NotKnown);
    }
    return all;
}

}  // namespace hearken::store
