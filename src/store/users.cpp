#include "store/users.hpp"

#include <algorithm>

#include "store/page_of.hpp"
#include "store/revision.hpp"

namespace hearken::store {

namespace {

const std::string kColumns = "u.id, u.sign_in_name, u.display_name, u.job_title, u.email, u.telephone, u.state, u.created_at, u.revision";

UserAccount user_of(const Row& row) {
    UserAccount u;
    row.into(u.id, u.sign_in_name, u.display_name, u.job_title, u.email, u.telephone, u.state, u.created_at, u.revision);
    return u;
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(c < 128 ? std::tolower(c) : c); });
    return text;
}

bool name_is_anothers(Reading& reading, const UserAccount& user) {
    const auto other = find_user_by_sign_in_name(reading, user.sign_in_name);
    return other && other->id != user.id;
}

tl::unexpected<Refusal> name_taken() {
    return refuse(RefusalCode::Conflict, "sign-in-name-taken", "Somebody else signs in with this name. Choose another.", "sign-in-name");
}

}  // namespace

Result<UserAccount> add_user(Transaction& transaction, UserAccount user) {
    user.sign_in_name = lower(user.sign_in_name);
    if (name_is_anothers(transaction, user)) return name_taken();
    user.revision = 1;
    Sql(transaction,
        "insert into user_account (id, sign_in_name, display_name, job_title, email, telephone, state, created_at, revision) "
        "values (:id, :sign_in_name, :display_name, :job_title, :email, :telephone, :state, :created_at, 1)")
        .with("id", user.id).with("sign_in_name", user.sign_in_name).with("display_name", user.display_name).with("job_title", user.job_title)
        .with("email", user.email).with("telephone", user.telephone).with("state", user.state).with("created_at", user.created_at).run();
    return user;
}

Result<UserAccount> change_user(Transaction& transaction, UserAccount user) {
    user.sign_in_name = lower(user.sign_in_name);
    if (name_is_anothers(transaction, user)) return name_taken();
    if (Sql(transaction,
            "update user_account set sign_in_name = :sign_in_name, display_name = :display_name, job_title = :job_title, email = :email, "
            "telephone = :telephone, state = :state, revision = revision + 1 where id = :id and revision = :revision")
            .with("sign_in_name", user.sign_in_name).with("display_name", user.display_name).with("job_title", user.job_title).with("email", user.email)
            .with("telephone", user.telephone).with("state", user.state).with("id", user.id).with("revision", user.revision).run() == 0)
        return changed_since("this account");
    ++user.revision;
    return user;
}

std::optional<UserAccount> find_user(Reading& reading, const UserId& id) {
    const auto row = Sql(reading, "select " + kColumns + " from user_account u where u.id = :id").with("id", id).row();
    return row ? std::optional(user_of(*row)) : std::nullopt;
}

std::optional<UserAccount> find_user_by_sign_in_name(Reading& reading, const std::string& sign_in_name) {
    const auto row = Sql(reading, "select " + kColumns + " from user_account u where u.sign_in_name = :name").with("name", lower(sign_in_name)).row();
    return row ? std::optional(user_of(*row)) : std::nullopt;
}

std::vector<UserAccount> find_users(Reading& reading, const std::vector<UserId>& ids) {
    std::vector<UserAccount> users;
    Sql sql(reading, "select " + kColumns + " from user_account u where u.id in " + in_list("id", ids.size()) + " order by u.display_name, u.id");
    bind_list(sql, "id", ids);
    for (const Row& row : sql.rows()) users.push_back(user_of(row));
    return users;
}

Paged<UserAccount> list_users(Reading& reading, const UserFilter& filter, const Page& page) {
    std::string text = "select " + kColumns + " from user_account u where 1 = 1";
    if (!filter.organisation.empty()) text += " and u.id in (select r.user_id from role_held r where r.organisation_id = :organisation)";
    if (!filter.name_contains.empty()) text += " and lower(u.display_name) like lower(:words) escape '!'";
    if (!filter.ended_too) text += " and u.state <> 'ended'";
    if (!page.after.empty()) text += " and (u.display_name, u.id) > (select display_name, id from user_account where id = :after)";
    Sql sql(reading, text + " order by u.display_name, u.id limit :most");
    if (!filter.organisation.empty()) sql.with("organisation", filter.organisation);
    if (!filter.name_contains.empty()) sql.with("words", like_anywhere(filter.name_contains));
    if (!page.after.empty()) sql.with("after", page.after);
    sql.with("most", page.size + 1);
    return page_of(sql.rows(), page, user_of, [](const UserAccount& user) { return user.id.str(); });
}

}  // namespace hearken::store
