#include "casework/let_read.hpp"

#include <algorithm>

#include "calendar/local_time.hpp"
#include "calendar/moment_text.hpp"
#include "casework/actors.hpp"
#include "casework/audit_trail.hpp"
#include "casework/case_change.hpp"
#include "casework/choices.hpp"
#include "people/dates.hpp"
#include "store/jobs.hpp"

namespace hearken::casework {

namespace {

using engine::Event;
using engine::EventKind;

constexpr int kLongestDays = 366;

bool is_blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

}  // namespace

Result<Acted> let_read(World& world, const access::Actor& actor, const CaseId& in_case, const LetRead& request) {
    constexpr auto action = access::Action::ActInCase;
    if (auto may = allowed(world, actor, action, in_case); !may) return refuse(may.error());
    const auto today = calendar::local_date_of(world.clock.now());
    const auto until = people::date_from_text(request.until);
    Refusal refusal{RefusalCode::Invalid, {}};
    const auto known = colleagues(world, actor);
    if (std::none_of(known.begin(), known.end(), [&](const Choosable& one) { return one.id == request.who.str(); }))
        refusal.reasons.push_back({"required", "Choose the colleague who needs to read it.", "who"});
    if (!until || *until < today || *until > calendar::plus_days(today, kLongestDays))
        refusal.reasons.push_back({"until", "Give the last day on which they need it: today or later, and at most a year ahead.", "until"});
    if (is_blank(request.what)) refusal.reasons.push_back({"required", "Say what of it they need.", "what"});
    if (is_blank(request.why)) refusal.reasons.push_back({"required", "Say why they need to know it.", "why"});

    auto outcome = world.database.write([&](store::Transaction& transaction) -> Result<Acted> {
        auto record = load_case(world, transaction, in_case);
        if (!record || access::view_of(actor, record->facts) != access::CaseView::Full)
            return refuse(RefusalCode::NotFound, "no-such-case", "There is no such record, or it is not one that you may open.");
        if (record->facts.restricted || !record->facts.area.empty())
            return refuse(RefusalCode::NotPermitted, "restricted", "This record is restricted. Its readers are named under “Who can see this”.");
        if (!refusal.reasons.empty()) return refuse(std::move(refusal));
        Event let;
        let.kind = EventKind::PersonInvolved;
        let.occurred_at = let.recorded_at = world.clock.now();
        let.by = acted_by(actor);
        let.element = "named-reader";
        let.value = request.who.str();
        let.text = request.why;
        Event told = let;
        told.kind = EventKind::Shared;
        told.element = "read-by-a-colleague";
        told.details = {{"what", request.what}, {"purpose", "Until " + calendar::date_text(*until)}, {"how", "in-hearken"}, {"basis", "public-task"}, {"outside", "yes"}};
        if (auto kept = append_to_case(world, transaction, *record, {let, told}); !kept) return refuse(kept.error());
        const std::string reading = in_case.str() + "/" + request.who.str();
        store::ask_for_job_again(transaction, {world.ids.next<EventId>().str(), "end-reading", reading, calendar::end_of_local_day(*until), "end-reading/" + reading, 0});
        auto line = audit_line(world, actor, action);
        line.case_id = in_case;
        line.persons = subjects_in(record->state);
        line.detail = "let-read";
        store::append_audit(transaction, std::move(line));
        return Acted{in_case, "They can read it until the day you gave. It is in the disclosure log.", {}, {}, 0, {}};
    });
    if (!outcome) return note_refusal(world, actor, action, in_case, outcome.error());
    return outcome;
}

}  // namespace hearken::casework
