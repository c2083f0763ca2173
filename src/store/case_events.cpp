#include "store/case_events.hpp"

#include <fmt/format.h>

#include "store/case_chain.hpp"
#include "store/chain.hpp"
#include "store/event_payload.hpp"
#include "store/sql.hpp"

namespace hearken::store {

using engine::Event;

namespace {

struct Head {
    long sequence = 0;
    std::string hash;
};

/// Locks the head, so that two transactions on one case queue here. A new case's head is inserted: two that open the
/// same case meet at its key.
Head locked_head(Transaction& transaction, const CaseId& case_id) {
    const bool sqlite = transaction.backend() == Backend::Sqlite;
    Sql(transaction, "insert into case_head (case_id, sequence, hash) values (:case_id, 0, '') on conflict (case_id) do nothing")
        .with("case_id", case_id).run();
    const auto row = Sql(transaction, std::string("select sequence, hash from case_head where case_id = :case_id") + (sqlite ? "" : " for update"))
                         .with("case_id", case_id).row();
    Head head;
    row->into(head.sequence, head.hash);
    return head;
}

void insert_event(Transaction& transaction, const ChainedEvent& event, const std::string& hash, const std::string& salt, const std::string& payload) {
    Sql(transaction,
        "insert into case_event (case_id, sequence, id, kind, occurred_at, recorded_at, user_id, organisation_id, role, on_behalf_of, payload_digest, "
        "previous_hash, hash) values (:case_id, :sequence, :id, :kind, :occurred_at, :recorded_at, :user_id, :organisation_id, :role, :on_behalf_of, "
        ":payload_digest, :previous_hash, :hash)")
        .with("case_id", event.case_id).with("sequence", event.sequence).with("id", event.id).with("kind", event.kind)
        .with("occurred_at", event.occurred_at).with("recorded_at", event.recorded_at).with("user_id", event.user)
        .with("organisation_id", event.organisation).with("role", event.role).with("on_behalf_of", event.on_behalf_of)
        .with("payload_digest", event.payload_digest).with("previous_hash", event.previous_hash).with("hash", hash).run();
    Sql(transaction, "insert into event_payload (event_id, salt, payload) values (:event_id, :salt, :payload)")
        .with("event_id", event.id).with("salt", salt).with("payload", payload).run();
}

std::vector<Event> load(Reading& reading, const CaseId& case_id, const std::string& up_to) {
    std::string text =
        "select e.id, e.sequence, e.kind, e.occurred_at, e.recorded_at, e.user_id, e.organisation_id, e.role, e.on_behalf_of, p.payload, x.lawful_reason "
        "from case_event e left join event_payload p on p.event_id = e.id left join erasure x on x.event_id = e.id where e.case_id = :case_id";
    if (!up_to.empty()) text += " and e.recorded_at <= :up_to";
    Sql sql(reading, text + " order by e.sequence");
    sql.with("case_id", case_id);
    if (!up_to.empty()) sql.with("up_to", up_to);

    std::vector<Event> events;
    for (const Row& row : sql.rows()) {
        Event event;
        std::string kind;
        std::optional<std::string> payload, erased;
        row.into(event.id, event.sequence, kind, event.occurred_at, event.recorded_at, event.by.user, event.by.organisation, event.by.role,
                 event.by.on_behalf_of, payload, erased);
        const auto known = engine::kind_from_name(kind);
        if (!known) throw DatabaseDamaged("an event is of a kind that this program does not know: " + kind);
        event.kind = *known;
        if (!payload) throw DatabaseDamaged("the payload of an event is missing: run hearken audit verify");
        read_payload(*payload, event);
        if (erased) event.details["erased"] = *erased;
        events.push_back(std::move(event));
    }
    return events;
}

}  // namespace

Result<std::vector<Event>> append_events(Transaction& transaction, IdSource& ids, const CaseId& case_id, long expected_sequence,
                                         std::vector<Event> events) {
    if (events.empty()) return events;
    Head head = locked_head(transaction, case_id);
    if (head.sequence != expected_sequence)
        return refuse(RefusalCode::Conflict, "changed", "Somebody else worked on this case since you opened it. Look at what they did, then do yours again.");
    for (Event& event : events) {
        event.id = ids.next<EventId>();
        event.sequence = ++head.sequence;
        const std::string salt = random_salt(), payload = payload_text(event);
        const ChainedEvent chained{case_id.str(), event.sequence, event.id.str(), std::string(engine::kind_name(event.kind)),
                                   to_iso(event.occurred_at), to_iso(event.recorded_at), event.by.user.str(), event.by.organisation.str(),
                                   event.by.role, event.by.on_behalf_of, payload_digest(salt, payload), head.hash};
        head.hash = event_hash(chained);
        insert_event(transaction, chained, head.hash, salt, payload);
    }
    Sql(transaction, "update case_head set sequence = :sequence, hash = :hash where case_id = :case_id")
        .with("sequence", head.sequence).with("hash", head.hash).with("case_id", case_id).run();
    return events;
}

std::vector<Event> load_events(Reading& reading, const CaseId& case_id) { return load(reading, case_id, {}); }

std::vector<Event> load_events_as_known(Reading& reading, const CaseId& case_id, Instant as_known_at) {
    return load(reading, case_id, to_iso(as_known_at));
}

long last_sequence(Reading& reading, const CaseId& case_id) {
    const auto row = Sql(reading, "select sequence from case_head where case_id = :case_id").with("case_id", case_id).row();
    return row ? row->number(0) : 0;
}

CaseId case_of_event(Reading& reading, const EventId& event) {
    const auto row = Sql(reading, "select case_id from case_event where id = :id").with("id", event).row();
    return CaseId{row ? row->text(0) : std::string{}};
}

std::vector<Erasure> erasures_of_case(Reading& reading, const CaseId& case_id) {
    std::vector<Erasure> erasures;
    for (const Row& row : Sql(reading, "select event_id, erased_at, erased_by, lawful_reason from erasure where case_id = :case_id order by erased_at, event_id")
                              .with("case_id", case_id).rows()) {
        Erasure& erasure = erasures.emplace_back();
        row.into(erasure.event, erasure.at, erasure.by, erasure.lawful_reason);
    }
    return erasures;
}

}  // namespace hearken::store
