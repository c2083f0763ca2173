// Notices in the product.
#include "casework/administration.hpp"
#include "casework/actors.hpp"
#include "casework/audit_trail.hpp"
#include "casework/follow_up.hpp"
#include "casework/names.hpp"
#include "store/cases.hpp"
#include "store/notices.hpp"
#include "store/visible.hpp"

namespace hearken::casework {

Result<Page<NoticeLine>> my_notices(World& world, const access::Actor& actor, bool unread_only, const std::string& after) {
    if (auto may = allowed(world, actor, access::Action::ReadNotices); !may) return refuse(may.error());
    std::vector<PersonId> shown;
    auto outcome = world.database.read([&](store::Reading& reading) {
        Page<NoticeLine> page;
        Names names(reading);
        const auto found = store::notices_for(reading, actor.user, actor.organisation, roles_worked_as(world, actor), unread_only, {50, after});
        page.next = found.next;
        const auto rule = access::case_rule(actor);
        std::vector<CaseId> opened;
        for (const auto& notice : found.items) {
            // Being told and being able to open are two things (lessons, 10): the link is there only where it opens.
            const auto view = notice.case_id ? store::view_of_case(reading, rule, notice.case_id) : access::CaseView::None;
            page.rows.push_back({notice.id, notice.text, view == access::CaseView::None ? CaseId{} : notice.case_id, notice.created_at, notice.read_at});
            if (view >= access::CaseView::Party) opened.push_back(notice.case_id);
        }
        for (const auto& subject : opened.empty() ? std::vector<store::CaseSubject>{} : store::subjects_of(reading, opened))
            for (auto& line : page.rows)
                if (line.in_case == subject.case_id) {
                    SubjectView& view = line.about.emplace_back();
                    view.person = subject.person;
                    view.name = names.of_person(subject.person);
                    shown.push_back(subject.person);
                }
        return page;
    });
    note_read(world, actor, access::Action::ReadNotices, {}, std::move(shown));
    return outcome;
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
