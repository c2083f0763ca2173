#include "store/cover.hpp"

#include "store/revision.hpp"
#include "store/sql.hpp"

namespace hearken::store {

void add_cover_turn(Transaction& transaction, const CoverTurn& turn) {
    Sql(transaction,
        "insert into cover_turn (id, organisation_id, service, starts_at, ends_at, lead_id, on_site, telephone, governor_id, planned_by, planned_at) "
        "values (:id, :organisation, :service, :starts_at, :ends_at, :lead, :on_site, :telephone, :governor, :planned_by, :planned_at)")
        .with("id", turn.id).with("organisation", turn.organisation).with("service", turn.service).with("starts_at", turn.starts_at).with("ends_at", turn.ends_at)
        .with("lead", turn.lead).with("on_site", turn.on_site).with("telephone", turn.telephone).with_reference("governor", turn.governor)
        .with("planned_by", turn.planned_by).with("planned_at", turn.planned_at).run();
}

bool withdraw_cover_turn(Transaction& transaction, const OrganisationId& organisation, const std::string& id, Instant now) {
    return Sql(transaction, "update cover_turn set withdrawn_at = :now where id = :id and organisation_id = :organisation and withdrawn_at = ''")
               .with("now", now).with("id", id).with("organisation", organisation).run() > 0;
}

std::vector<CoverTurn> cover_turns_between(Reading& reading, const OrganisationId& organisation, Instant from, Instant until) {
    std::vector<CoverTurn> turns;
    for (const Row& row : Sql(reading,
                              "select id, organisation_id, service, starts_at, ends_at, lead_id, on_site, telephone, governor_id, planned_by, planned_at, withdrawn_at "
                              "from cover_turn where organisation_id = :organisation and ends_at > :from and starts_at < :until and withdrawn_at = '' order by starts_at, id")
                              .with("organisation", organisation).with("from", from).with("until", until).rows()) {
        CoverTurn& t = turns.emplace_back();
        row.into(t.id, t.organisation, t.service, t.starts_at, t.ends_at, t.lead, t.on_site, t.telephone, t.governor, t.planned_by, t.planned_at, t.withdrawn_at);
    }
    return turns;
}

void add_absence(Transaction& transaction, const Absence& absence) {
    Sql(transaction,
        "insert into absence (id, organisation_id, user_id, away_from, away_until, recorded_by, recorded_at) "
        "values (:id, :organisation, :user, :away_from, :away_until, :recorded_by, :recorded_at)")
        .with("id", absence.id).with("organisation", absence.organisation).with("user", absence.user).with("away_from", absence.away_from)
        .with("away_until", absence.away_until ? to_iso(*absence.away_until) : std::string{}).with("recorded_by", absence.recorded_by)
        .with("recorded_at", absence.recorded_at).run();
}

long end_absences(Transaction& transaction, const OrganisationId& organisation, const UserId& user, Instant at) {
    return Sql(transaction, "update absence set away_until = :at where organisation_id = :organisation and user_id = :user and away_from <= :at and (away_until = '' or away_until > :at)")
        .with("at", at).with("organisation", organisation).with("user", user).run();
}

std::vector<Absence> absences_between(Reading& reading, const OrganisationId& organisation, Instant from, Instant until) {
    std::vector<Absence> absences;
    for (const Row& row : Sql(reading,
                              "select id, organisation_id, user_id, away_from, away_until, recorded_by, recorded_at from absence where organisation_id = :organisation "
                              "and (away_until = '' or away_until > :from) and away_from < :until order by away_from, id")
                              .with("organisation", organisation).with("from", from).with("until", until).rows()) {
        Absence& a = absences.emplace_back();
        row.into(a.id, a.organisation, a.user, a.away_from, a.away_until, a.recorded_by, a.recorded_at);
    }
    return absences;
}

std::optional<CoverArrangement> cover_arrangement_of(Reading& reading, const OrganisationId& organisation) {
    const auto row = Sql(reading, "select organisation_id, arrangement, fallback, number_in_staff_room, number_in_office, published_at, published_by, revision "
                                  "from cover_arrangement where organisation_id = :organisation").with("organisation", organisation).row();
    if (!row) return std::nullopt;
    CoverArrangement a;
    row->into(a.organisation, a.arrangement, a.fallback, a.number_in_staff_room, a.number_in_office, a.published_at, a.published_by, a.revision);
    return a;
}

Result<void> keep_cover_arrangement(Transaction& transaction, const CoverArrangement& arrangement) {
    const auto held = cover_arrangement_of(transaction, arrangement.organisation);
    if ((held ? held->revision : 0) != arrangement.revision) return changed_since("the cover arrangement");
    Sql sql(transaction, held ? "update cover_arrangement set arrangement = :arrangement, fallback = :fallback, number_in_staff_room = :in_staff_room, "
                                "number_in_office = :in_office, published_at = :published_at, published_by = :published_by, revision = revision + 1 "
                                "where organisation_id = :organisation"
                              : "insert into cover_arrangement (organisation_id, arrangement, fallback, number_in_staff_room, number_in_office, published_at, published_by, revision) "
                                "values (:organisation, :arrangement, :fallback, :in_staff_room, :in_office, :published_at, :published_by, 1)");
    sql.with("organisation", arrangement.organisation).with("arrangement", arrangement.arrangement).with("fallback", arrangement.fallback)
        .with("in_staff_room", arrangement.number_in_staff_room).with("in_office", arrangement.number_in_office).with("published_at", arrangement.published_at)
        .with("published_by", arrangement.published_by).run();
    return {};
}

}  // namespace hearken::store
