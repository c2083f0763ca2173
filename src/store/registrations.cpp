#include "store/registrations.hpp"

#include <nlohmann/json.hpp>

#include "store/codes.hpp"
#include "store/page_of.hpp"

namespace hearken::store {

using people::Registration;

namespace {

const std::string kColumns = "person_id, organisation_id, kind, valid_from, valid_until, year_group, form, local_id";

Registration registration_of(const Row& row) {
    Registration r;
    std::string kind;
    row.into(r.person, r.organisation, kind, r.period.from, r.period.until, r.year_group, r.form, r.local_id);
    r.kind = enumerator_of(kind, people::RegistrationKind::KnownTo);
    return r;
}

std::string json_of(const Registration& r) {
    return nlohmann::json{{"organisation", r.organisation.str()}, {"kind", code_of(r.kind)}, {"from", r.period.from ? date_text(*r.period.from) : ""},
                          {"until", r.period.until ? date_text(*r.period.until) : ""}, {"year-group", r.year_group}, {"form", r.form}, {"local-id", r.local_id}}
        .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string on_roll(const RollFilter& filter) {
    std::string where =
        " from person p where p.id in (select r.person_id from registration r where r.organisation_id = :organisation and r.kind = :kind "
        "and (r.valid_from = '' or r.valid_from <= :day) and (r.valid_until is null or r.valid_until >= :day)";
    if (!filter.year_group.empty()) where += " and r.year_group = :year_group";
    where += ")";
    if (!filter.name_contains.empty()) where += " and lower(p.list_name) like lower(:words) escape '!'";
    return where;
}

void bind(Sql& sql, const RollFilter& filter) {
    sql.with("organisation", filter.organisation).with("kind", code_of(filter.kind)).with("day", filter.on);
    if (!filter.year_group.empty()) sql.with("year_group", filter.year_group);
    if (!filter.name_contains.empty()) sql.with("words", like_anywhere(filter.name_contains));
}

}  // namespace

void keep_registration(Transaction& transaction, const Registration& r, const ChangedBy& by) {
    std::string before = "{}";
    for (const Registration& held : registrations_of_person(transaction, r.person))
        if (held.organisation == r.organisation && held.kind == r.kind && held.period.from == r.period.from) {
            if (held == r) return;  // a roster imported again changes nothing
            before = json_of(held);
        }
    Sql(transaction,
        "insert into registration (person_id, organisation_id, kind, local_id, year_group, form, valid_from, valid_until) "
        "values (:person, :organisation, :kind, :local_id, :year_group, :form, :valid_from, :valid_until) "
        "on conflict (person_id, organisation_id, kind, valid_from) do update set local_id = excluded.local_id, year_group = excluded.year_group, "
        "form = excluded.form, valid_until = excluded.valid_until")
        .with("person", r.person).with("organisation", r.organisation).with("kind", code_of(r.kind)).with("local_id", r.local_id)
        .with("year_group", r.year_group).with("form", r.form).with("valid_from", r.period.from ? date_text(*r.period.from) : std::string{})
        .with("valid_until", r.period.until).run();
    note_person_change(transaction, r.person, by, "registration", before, json_of(r));
}

std::vector<Registration> registrations_of_person(Reading& reading, const PersonId& person) {
    std::vector<Registration> all;
    for (const Row& row : Sql(reading, "select " + kColumns + " from registration where person_id = :person order by valid_from desc, organisation_id, kind").with("person", person).rows())
        all.push_back(registration_of(row));
    return all;
}

std::vector<Registration> registrations_at(Reading& reading, const OrganisationId& organisation, people::RegistrationKind kind) {
    std::vector<Registration> all;
    for (const Row& row : Sql(reading, "select " + kColumns + " from registration where organisation_id = :organisation and kind = :kind order by person_id, valid_from desc")
                              .with("organisation", organisation).with("kind", code_of(kind)).rows())
        all.push_back(registration_of(row));
    return all;
}

bool remove_registration(Transaction& transaction, const Registration& r, const ChangedBy& by) {
    const long removed = Sql(transaction, "delete from registration where person_id = :person and organisation_id = :organisation and kind = :kind and valid_from = :valid_from")
                             .with("person", r.person).with("organisation", r.organisation).with("kind", code_of(r.kind))
                             .with("valid_from", r.period.from ? date_text(*r.period.from) : std::string{}).run();
    if (removed > 0) note_person_change(transaction, r.person, by, "registration", json_of(r), "{}");
    return removed > 0;
}

std::optional<PersonId> person_with_local_id(Reading& reading, const OrganisationId& organisation, const std::string& local_id) {
    if (local_id.empty()) return std::nullopt;
    const auto row = Sql(reading, "select person_id from registration where organisation_id = :organisation and local_id = :local_id order by valid_from desc limit 1")
                         .with("organisation", organisation).with("local_id", local_id).row();
    return row ? std::optional(PersonId{row->text(0)}) : std::nullopt;
}

Paged<PersonLine> list_roll(Reading& reading, const RollFilter& filter, const Page& page) {
    std::string text = "select p.id, p.kind, p.display_name, p.list_name, p.birth_certainty, p.birth_date" + on_roll(filter);
    if (!page.after.empty()) text += " and (p.list_name, p.id) > (select list_name, id from person where id = :after)";
    Sql sql(reading, text + " order by p.list_name, p.id limit :most");
    bind(sql, filter);
    if (!page.after.empty()) sql.with("after", page.after);
    sql.with("most", page.size + 1);
    return page_of(
        sql.rows(), page,
        [](const Row& row) {
            PersonLine line;
            std::string kind, certainty;
            row.into(line.id, kind, line.display_name, line.list_name, certainty, line.birth.date);
            line.kind = enumerator_of(kind, people::PersonKind::Unborn);
            line.birth.certainty = enumerator_of(certainty, people::Birth::Certainty::Expected);
            return line;
        },
        [](const PersonLine& line) { return line.id.str(); });
}

long count_roll(Reading& reading, const RollFilter& filter) {
    Sql sql(reading, "select count(*)" + on_roll(filter));
    bind(sql, filter);
    return sql.number();
}

}  // namespace hearken::store
