#include "store/visitor_drafts.hpp"

#include "store/sql.hpp"

namespace hearken::store {

void keep_visitor_draft(Transaction& transaction, const VisitorDraft& draft) {
    Sql(transaction,
        "insert into visitor_draft (key_digest, body, updated_at, expires_at) values (:key_digest, :body, :updated_at, :expires_at) "
        "on conflict (key_digest) do update set body = excluded.body, updated_at = excluded.updated_at, expires_at = excluded.expires_at")
        .with("key_digest", draft.key_digest).with("body", draft.body).with("updated_at", draft.updated_at).with("expires_at", draft.expires_at).run();
}

std::optional<VisitorDraft> find_visitor_draft(Reading& reading, const std::string& key_digest, Instant now) {
    const auto row = Sql(reading, "select key_digest, body, updated_at, expires_at from visitor_draft where key_digest = :key_digest and expires_at > :now")
                         .with("key_digest", key_digest).with("now", now).row();
    if (!row) return std::nullopt;
    VisitorDraft draft;
    row->into(draft.key_digest, draft.body, draft.updated_at, draft.expires_at);
    return draft;
}

bool remove_visitor_draft(Transaction& transaction, const std::string& key_digest) {
    return Sql(transaction, "delete from visitor_draft where key_digest = :key_digest").with("key_digest", key_digest).run() > 0;
}

int remove_expired_visitor_drafts(Transaction& transaction, Instant now) {
    return static_cast<int>(Sql(transaction, "delete from visitor_draft where expires_at <= :now").with("now", now).run());
}

bool keep_public_reference(Transaction& transaction, const std::string& reference, const CaseId& in_case, Instant now) {
    return Sql(transaction, "insert into public_reference (reference, case_id, given_at) values (:reference, :case_id, :given_at) on conflict (reference) do nothing")
               .with("reference", reference).with("case_id", in_case).with("given_at", now).run() > 0;
}

std::optional<CaseId> case_of_public_reference(Reading& reading, const std::string& reference) {
    const auto row = Sql(reading, "select case_id from public_reference where reference = :reference").with("reference", reference).row();
    return row ? std::optional(CaseId{row->text(0)}) : std::nullopt;
}

}  // namespace hearken::store
