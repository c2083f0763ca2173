#include "casework/alert.hpp"

#include "store/jobs.hpp"

namespace hearken::casework {

void add_notice(World& world, store::Transaction& transaction, store::StoredNotice notice) {
    notice.id = world.ids.next<EventId>().str();
    notice.created_at = world.clock.now();
    store::add_notice(transaction, notice);
    store::ask_for_job(transaction, {world.ids.next<EventId>().str(), "email", notice.id, world.clock.now(), "email/" + notice.id, 0});
}

void alert(World& world, store::Transaction& transaction, const CaseRecord& record, const std::vector<std::string>& to, const std::string& relation,
           store::StoredNotice notice) {
    for (const auto& who : to) {
        const size_t at = who.find('@');
        const std::string role = who.substr(0, at), where = at == std::string::npos ? relation : who.substr(at + 1);
        notice.user = {};
        notice.organisation = {};
        notice.role.clear();
        const auto people = record.state.involvements.find(role);
        if (at == std::string::npos && people != record.state.involvements.end()) {
            for (const auto& user : people->second) {
                notice.user = UserId{user};
                add_notice(world, transaction, notice);
            }
            continue;
        }
        const auto organisation = record.state.organisations.find(where);
        if (organisation == record.state.organisations.end()) continue;
        notice.organisation = organisation->second;
        notice.role = role;
        add_notice(world, transaction, notice);
    }
}

}  // namespace hearken::casework
