// Notices in the product.
#include "casework/administration.hpp"
#include "casework/actors.hpp"
#include "casework/audit_trail.hpp"
#include "casework/follow_up.hpp"
#include "store/notices.hpp"
#include "store/visible.hpp"

namespace hearken::casework {

Result<Page<NoticeLine>> my_notices(World& world, const access::Actor& actor, bool unread_only, const std::string& after) {
    if (auto may = allowed(world, actor, access::Action::ReadNotices); !may) return refuse(may.error());
    return world.database.read([&](store::Reading& reading) {
        Page<NoticeLine> page;
        const auto found = store::notices_for(reading, actor.user, actor.organisation, roles_worked_as(world, actor), unread_only, {50, after});
        page.next = found.next;
        const auto rule = access::case_rule(actor);
        for (const auto& notice : found.items) {
            // Being told and being able to open are two things (lessons, 10): the link is there only where it opens.
            const bool may_open = notice.case_id && store::view_of_case(reading, rule, notice.case_id) != access::CaseView::None;
            page.rows.push_back({notice.id, notice.text, may_open ? notice.case_id : CaseId{}, notice.created_at, notice.read_at});
        }
        return page;
    });
}

Result<void> mark_notice_read(World& world, const access::Actor& actor, const std::string& notice) {
    if (auto may = allowed(world, actor, access::Action::ReadNotices); !may) return may;
    return world.database.write([&](store::Transaction& transaction) -> Result<void> {
        const auto held = store::find_notice(transaction, notice);
        const bool mine = held && (held->user == actor.user || (held->organisation == actor.organisation && roles_worked_as(world, actor).contains(held->role)));
        if (!mine) return refuse(RefusalCode::NotFound, "no-such-notice", "That notice is not one of yours.");
        store::mark_notice_read(transaction, notice, actor.user, world.clock.now());
        return {};
    });
}

}  // namespace hearken::casework
