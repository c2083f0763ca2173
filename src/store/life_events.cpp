#include "store/life_events.hpp"

#include "store/sql.hpp"

namespace hearken::store {

namespace {

const std::string kEventColumns =
    "id, person_id, organisation_id, entered_by, occurred_at, happened_on, until_on, exactness, category, what, impact, significant, source, origin, recorded_at, "
    "replaces, replaced_by, replaced_why";

std::string day_text(const std::optional<people::Date>& day) { return day ? date_text(*day) : std::string{}; }

}  // namespace

void add_life_event(Transaction& transaction, const LifeEvent& e) {
    Sql(transaction,
        "insert into life_event (" + kEventColumns +
            ") values (:id, :person, :organisation, :entered_by, :occurred_at, :happened_on, :until_on, :exactness, :category, :what, :impact, :significant, :source, :origin, "
            ":recorded_at, :replaces, :replaced_by, :replaced_why)")
        .with("id", e.id).with("person", e.person).with("organisation", e.organisation).with("entered_by", e.entered_by).with("occurred_at", e.occurred_at)
        .with("happened_on", e.happened_on).with("until_on", day_text(e.until_on)).with("exactness", e.exactness).with("category", e.category).with("what", e.what)
        .with("impact", e.impact).with("significant", e.significant).with("source", e.source).with("origin", e.origin).with("recorded_at", e.recorded_at)
        .with("replaces", e.replaces).with("replaced_by", e.replaced_by).with("replaced_why", e.replaced_why).run();
}

bool replace_life_event(Transaction& transaction, const EventId& old, const LifeEvent& corrected, const std::string& why) {
    if (Sql(transaction, "update life_event set replaced_by = :new, replaced_why = :why where id = :old and replaced_by = ''")
            .with("new", corrected.id).with("why", why).with("old", old).run() == 0)
        return false;
    add_life_event(transaction, corrected);
    // Whoever had been let read the entry reads what it now says; the old words stay in the row that was replaced.
    Sql(transaction, "insert into chronology_shared (share_id, entry_id) select share_id, :new from chronology_shared where entry_id = :old").with("new", corrected.id).with("old", old).run();
    Sql(transaction, "update chronology_impact set entry_id = :new where entry_id = :old").with("new", corrected.id).with("old", old).run();
    return true;
}

std::optional<LifeEvent> find_life_event(Reading& reading, const EventId& id) {
    const auto row = Sql(reading, "select " + kEventColumns + " from life_event where id = :id").with("id", id).row();
    if (!row) return std::nullopt;
    LifeEvent e;
    row->into(e.id, e.person, e.organisation, e.entered_by, e.occurred_at, e.happened_on, e.until_on, e.exactness, e.category, e.what, e.impact, e.significant, e.source,
              e.origin, e.recorded_at, e.replaces, e.replaced_by, e.replaced_why);
    return e;
}

void add_impact(Transaction& transaction, const Impact& i) {
    Sql(transaction, "insert into chronology_impact (id, entry_id, person_id, organisation_id, user_id, impact, recorded_at) values (:id, :entry, :person, :organisation, :user_id, :impact, :at)")
        .with("id", i.id).with("entry", i.entry).with("person", i.person).with("organisation", i.organisation).with("user_id", i.user).with("impact", i.impact)
        .with("at", i.recorded_at).run();
}

std::vector<Impact> impacts_of(Reading& reading, const std::vector<EventId>& entries) {
    std::vector<Impact> impacts;
    if (entries.empty()) return impacts;
    Sql sql(reading, "select id, entry_id, person_id, organisation_id, user_id, impact, recorded_at from chronology_impact where entry_id in " +
                         in_list("entry", entries.size()) + " order by recorded_at, id");
    bind_list(sql, "entry", entries);
    for (const Row& row : sql.rows()) {
        Impact& i = impacts.emplace_back();
        row.into(i.id, i.entry, i.person, i.organisation, i.user, i.impact, i.recorded_at);
    }
    return impacts;
}

namespace {

const std::string kShareColumns =
    "s.id, s.person_id, s.organisation_id, s.shared_with, s.basis, s.why, s.shared_by, s.shared_at, s.ended_at, s.ended_by, s.ended_why, "
    "(select count(*) from chronology_shared e where e.share_id = s.id)";

ChronologyShare share_of(const Row& row) {
    ChronologyShare s;
    row.into(s.id, s.person, s.organisation, s.shared_with, s.basis, s.why, s.shared_by, s.shared_at, s.ended_at, s.ended_by, s.ended_why, s.entries);
    return s;
}

}  // namespace

void add_chronology_share(Transaction& transaction, const ChronologyShare& s, const std::vector<EventId>& entries) {
    Sql(transaction, "insert into chronology_share (id, person_id, organisation_id, shared_with, basis, why, shared_by, shared_at) "
                     "values (:id, :person, :organisation, :shared_with, :basis, :why, :shared_by, :shared_at)")
        .with("id", s.id).with("person", s.person).with("organisation", s.organisation).with("shared_with", s.shared_with).with("basis", s.basis).with("why", s.why)
        .with("shared_by", s.shared_by).with("shared_at", s.shared_at).run();
    for (const auto& entry : entries)
        Sql(transaction, "insert into chronology_shared (share_id, entry_id) values (:share, :entry)").with("share", s.id).with("entry", entry).run();
}

bool end_chronology_share(Transaction& transaction, const std::string& id, Instant at, const UserId& by, const std::string& why) {
    return Sql(transaction, "update chronology_share set ended_at = :at, ended_by = :by, ended_why = :why where id = :id and ended_at = ''")
               .with("at", at).with("by", by).with("why", why).with("id", id).run() == 1;
}

std::optional<ChronologyShare> find_chronology_share(Reading& reading, const std::string& id) {
    const auto row = Sql(reading, "select " + kShareColumns + " from chronology_share s where s.id = :id").with("id", id).row();
    if (!row) return std::nullopt;
    return share_of(*row);
}

std::vector<ChronologyShare> chronology_shares_about(Reading& reading, const std::vector<PersonId>& persons) {
    std::vector<ChronologyShare> shares;
    Sql sql(reading, "select " + kShareColumns + " from chronology_share s where s.person_id in " + in_list("about", persons.size()) + " order by s.shared_at desc, s.id desc");
    bind_list(sql, "about", persons);
    for (const Row& row : sql.rows()) shares.push_back(share_of(row));
    return shares;
}

}  // namespace hearken::store
