#include "store/erasure.hpp"

#include "access/access.hpp"
#include "store/attachments.hpp"
#include "store/case_chain.hpp"
#include "store/case_events.hpp"
#include "store/chain.hpp"
#include "store/event_payload.hpp"
#include "store/sql.hpp"

namespace hearken::store {

Result<void> erase_payload(Transaction& transaction, const EventId& event, const std::string& lawful_reason, AuditLine by,
                           const DefinitionOf& definition_of) {
    if (lawful_reason.find_first_not_of(" \t\r\n") == std::string::npos)
        return refuse(RefusalCode::Invalid, "required", "Say why it is lawful to destroy this.", "lawful-reason");
    const CaseId case_id = case_of_event(transaction, event);
    if (case_id.empty()) return refuse(RefusalCode::NotFound, "no-such-event", "There is no such entry.");

    engine::Event said;
    read_payload(Sql(transaction, "select payload from event_payload where event_id = :id").with("id", event).row().value().text(0), said);
    const std::string remaining = what_remains(said), salt = random_salt(), digest = payload_digest(salt, remaining);
    const long erased = Sql(transaction,
                            "insert into erasure (event_id, case_id, erased_at, erased_by, lawful_reason, remaining_digest) "
                            "values (:event_id, :case_id, :erased_at, :erased_by, :lawful_reason, :remaining_digest) on conflict (event_id) do nothing")
                            .with("event_id", event).with("case_id", case_id).with("erased_at", by.at).with("erased_by", by.user)
                            .with("lawful_reason", lawful_reason).with("remaining_digest", digest).run();
    if (erased == 0) return refuse(RefusalCode::Conflict, "already-erased", "This was erased before.");
    Sql(transaction, "update event_payload set salt = :salt, payload = :payload where event_id = :id")
        .with("salt", salt).with("payload", remaining).with("id", event).run();
    remove_unnamed(transaction, case_id);
    rebuild_case(transaction, case_id, definition_of);

    by.action = access::action_name(access::Action::EraseLawfully);
    by.outcome = "done";
    by.case_id = case_id;
    by.detail = erasure_detail(event.str(), digest);
    append_audit(transaction, std::move(by));
    return {};
}

std::string erasure_detail(const std::string& event, const std::string& remaining_digest) {
    return "event " + event + " remains " + remaining_digest;
}

}  // namespace hearken::store
