#include "store/notices.hpp"

#include "store/page_of.hpp"

namespace hearken::store {

namespace {

const std::string kColumns =
    "n.id, n.event_id, n.case_id, n.notice, n.text, n.organisation_id, n.role, n.user_id, n.person_id, n.created_at, n.read_at, n.read_by, n.silenced_by, n.escalated_at";

StoredNotice notice_of(const Row& row) {
    StoredNotice n;
    row.into(n.id, n.event, n.case_id, n.notice, n.text, n.organisation, n.role, n.user, n.person, n.created_at, n.read_at, n.read_by, n.silenced_by, n.escalated_at);
    return n;
}

/// To the user, or to a role at the organisation when no user is named; what a prohibition silenced is shown to nobody. What
/// a restricted case tells a role, only its named readers hear: to the others it does not exist.
std::string for_whom(const std::set<std::string>& roles, bool unread_only) {
    return " from notice n where n.silenced_by = '' and (n.user_id = :user_id or (n.user_id = '' and n.organisation_id = :organisation_id and n.role in " +
           in_list("role", roles.size()) +
           ")) and (n.role = '' or not exists (select 1 from case_file c where c.id = n.case_id and c.restricted = 1) or "
           "exists (select 1 from case_involvement i where i.case_id = n.case_id and i.involvement = 'named-reader' and i.who = :user_id))" + (unread_only ? " and n.read_at is null" : "");
}

void bind_whom(Sql& sql, const UserId& user, const OrganisationId& organisation, const std::set<std::string>& roles) {
    sql.with("user_id", user).with("organisation_id", organisation);
    bind_list(sql, "role", roles);
}

}  // namespace

void add_notice(Transaction& transaction, const StoredNotice& n) {
    Sql(transaction,
        "insert into notice (id, event_id, case_id, notice, text, organisation_id, role, user_id, person_id, created_at, silenced_by) "
        "values (:id, :event_id, :case_id, :notice, :text, :organisation_id, :role, :user_id, :person_id, :created_at, :silenced_by)")
        .with("id", n.id).with("event_id", n.event).with("case_id", n.case_id).with("notice", n.notice).with("text", n.text)
        .with("organisation_id", n.organisation).with("role", n.role).with("user_id", n.user).with("person_id", n.person)
        .with("created_at", n.created_at).with("silenced_by", n.silenced_by).run();
}

Paged<StoredNotice> notices_for(Reading& reading, const UserId& user, const OrganisationId& organisation, const std::set<std::string>& roles,
                                bool unread_only, const Page& page) {
    std::string text = "select " + kColumns + for_whom(roles, unread_only);
    if (!page.after.empty()) text += " and (n.created_at, n.id) < (select created_at, id from notice where id = :after)";
    Sql sql(reading, text + " order by n.created_at desc, n.id desc limit :most");
    bind_whom(sql, user, organisation, roles);
    if (!page.after.empty()) sql.with("after", page.after);
    sql.with("most", page.size + 1);
    return page_of(sql.rows(), page, notice_of, [](const StoredNotice& notice) { return notice.id; });
}

Count count_unread_notices(Reading& reading, const UserId& user, const OrganisationId& organisation, const std::set<std::string>& roles, long limit) {
    Sql sql(reading, "select count(*) from (select n.id" + for_whom(roles, true) + " limit :most) as counted");
    bind_whom(sql, user, organisation, roles);
    const long number = sql.with("most", limit + 1).number();
    return {std::min(number, limit), number > limit};
}

std::optional<StoredNotice> find_notice(Reading& reading, const std::string& id) {
    const auto row = Sql(reading, "select " + kColumns + " from notice n where n.id = :id").with("id", id).row();
    return row ? std::optional(notice_of(*row)) : std::nullopt;
}

bool mark_notice_read(Transaction& transaction, const std::string& id, const UserId& by, Instant now) {
    return Sql(transaction, "update notice set read_at = :now, read_by = :by where id = :id and read_at is null").with("now", now).with("by", by).with("id", id).run() > 0;
}

bool mark_notice_escalated(Transaction& transaction, const std::string& id, Instant now) {
    return Sql(transaction, "update notice set escalated_at = :now where id = :id and escalated_at is null and read_at is null").with("now", now).with("id", id).run() > 0;
}

int silence_unread_notices(Transaction& transaction, const PersonId& person, const std::string& prohibition, const std::vector<std::string>& notices) {
    Sql sql(transaction, "update notice set silenced_by = :prohibition where person_id = :person_id and read_at is null and silenced_by = '' and notice in " +
                             in_list("notice", notices.size()));
    sql.with("prohibition", prohibition).with("person_id", person);
    bind_list(sql, "notice", notices);
    return static_cast<int>(sql.run());
}

std::vector<StoredNotice> notices_of_case(Reading& reading, const CaseId& case_id) {
    std::vector<StoredNotice> notices;
    for (const Row& row : Sql(reading, "select " + kColumns + " from notice n where n.case_id = :case_id order by n.created_at desc, n.id desc").with("case_id", case_id).rows())
        notices.push_back(notice_of(row));
    return notices;
}

}  // namespace hearken::store
