#include "store/drafts.hpp"

#include "store/sql.hpp"

namespace hearken::store {

namespace {

const std::string kColumns = "id, user_id, form_key, body, based_on_revision, updated_at";

Draft draft_of(const Row& row) {
    Draft d;
    row.into(d.id, d.user, d.form_key, d.body, d.based_on_revision, d.updated_at);
    return d;
}

}  // namespace

Draft keep_draft(Transaction& transaction, Draft draft) {
    const auto row = Sql(transaction,
                         "insert into draft (id, user_id, form_key, body, based_on_revision, updated_at) "
                         "values (:id, :user_id, :form_key, :body, :based_on_revision, :updated_at) "
                         "on conflict (user_id, form_key) do update set body = excluded.body, based_on_revision = excluded.based_on_revision, "
                         "updated_at = excluded.updated_at returning id")
                         .with("id", draft.id).with("user_id", draft.user).with("form_key", draft.form_key).with("body", draft.body)
                         .with("based_on_revision", draft.based_on_revision).with("updated_at", draft.updated_at).row();
    draft.id = DraftId{row.value().text(0)};
    return draft;
}

std::optional<Draft> find_draft(Reading& reading, const UserId& user, const std::string& form_key) {
    const auto row = Sql(reading, "select " + kColumns + " from draft where user_id = :user_id and form_key = :form_key")
                         .with("user_id", user).with("form_key", form_key).row();
    return row ? std::optional(draft_of(*row)) : std::nullopt;
}

std::vector<Draft> drafts_of(Reading& reading, const UserId& user) {
    std::vector<Draft> drafts;
    for (const Row& row : Sql(reading, "select " + kColumns + " from draft where user_id = :user_id order by updated_at desc, id").with("user_id", user).rows())
        drafts.push_back(draft_of(row));
    return drafts;
}

bool remove_draft(Transaction& transaction, const UserId& user, const std::string& form_key) {
    return Sql(transaction, "delete from draft where user_id = :user_id and form_key = :form_key").with("user_id", user).with("form_key", form_key).run() > 0;
}

}  // namespace hearken::store
