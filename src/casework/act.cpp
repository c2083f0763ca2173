#include <algorithm>

#include "casework/actors.hpp"
#include "casework/audit_trail.hpp"
#include "casework/case_change.hpp"
#include "casework/case_files.hpp"
#include "casework/household_rows.hpp"
#include "casework/organisations_led_to.hpp"
#include "casework/reader.hpp"
#include "store/visible.hpp"

namespace hearken::casework {

namespace {

using engine::Event;
using engine::EventKind;

tl::unexpected<Refusal> no_such_case() {
    return refuse(RefusalCode::NotFound, "no-such-case", "There is no such record, or it is not one that you may open.");
}

/// Acts by which a reader takes a wider view of things than their part: only who sees the whole case may.
bool needs_full_view(const engine::Command& command) {
    return std::holds_alternative<engine::SetProhibition>(command) || std::holds_alternative<engine::Involve>(command) ||
           std::holds_alternative<engine::MoveResponsibility>(command) || std::holds_alternative<engine::Share>(command) ||
           std::holds_alternative<engine::CloseCase>(command) || std::holds_alternative<engine::ReopenCase>(command) ||
           std::holds_alternative<engine::AddSubject>(command) || std::holds_alternative<engine::Correct>(command) ||
           std::holds_alternative<engine::Assign>(command) || std::holds_alternative<engine::Extend>(command) ||
           std::holds_alternative<engine::Note>(command) || std::holds_alternative<engine::PassGate>(command);
}

/// The sentence told to who acted, from what happened.
std::string message_of(const procedure::Definition& definition, const std::vector<Event>& events) {
    const auto title = [&](const std::string& task) {
        const auto* known = definition.task(task);
        return known ? known->title : task;
    };
    for (const auto& event : events) {
        switch (event.kind) {
            case EventKind::DecisionApproved: return "Signed: " + title(event.element) + ".";
            case EventKind::DecisionDeclined: return "Not signed. The person who decided has been told why.";
            case EventKind::DecisionMade: return "Decision recorded: " + title(event.element) + ".";
            case EventKind::TaskDone: return "Done: " + title(event.element) + ".";
            case EventKind::TaskNotNeeded: return "Recorded as not needed: " + title(event.element) + ".";
            case EventKind::ExchangeSent: return "Sent: " + title(event.element) + ".";
            case EventKind::ExchangeAnswered: return "Answer recorded: " + title(event.element) + ".";
            case EventKind::ClockExtended: return "The time was extended. The first date stays on the record.";
            case EventKind::Noted: return "The note was added.";
            case EventKind::CaseClosed: return "The record is closed.";
            case EventKind::CaseReopened: return "The record is open again.";
            default: break;
        }
    }
    const bool saved = std::any_of(events.begin(), events.end(), [](const Event& event) { return event.kind == EventKind::FormSaved; });
    return saved ? "Saved." : "Recorded.";
}

/// Answers masked from the actor are put back into the form they save.
void keep_masked_answers(World& world, store::Transaction& transaction, const access::Actor& actor, const CaseRecord& record, access::CaseView view,
                         engine::Command& command) {
    std::visit(
        [&](auto& one) {
            if constexpr (requires { one.answers; one.task; one.subject; }) {
                const auto* task = record.definition->task(one.task);
                const auto* form = task ? record.definition->form(task->form) : nullptr;
                if (!form) return;
                const SurroundingsOf surroundings(world, transaction, record.id, record.state);
                Names names(transaction);
                const Reader reader{world, transaction, actor, record, surroundings.get(), view, capacities_of(world, actor, record.state), names};
                one.answers = with_masked_kept(reader, *form, std::move(one.answers), one.subject);
            }
        },
        command);
}

/// Organisations that the answers now lead to join before the act, so that what the act tells reaches them.
Result<void> join_organisations(World& world, store::Transaction& transaction, const access::Actor& actor, CaseRecord& record, const engine::Command& command) {
    const auto* done = std::get_if<engine::DoTask>(&command);
    const auto* task = done ? record.definition->task(done->task) : nullptr;
    const auto* form = task ? record.definition->form(task->form) : nullptr;
    const auto owner = record.state.organisations.find("owner");
    if (!form || owner == record.state.organisations.end() || owner->second != actor.organisation) return {};
    const SurroundingsOf surroundings(world, transaction, record.id, record.state);
    std::vector<Event> joined;
    for (const auto& [relation, led] : organisations_led_to(transaction, *record.definition, *form, done->answers, actor.organisation, record.state, surroundings.get())) {
        const auto now = record.state.organisations.find(relation);
        if (now != record.state.organisations.end() && (now->second == led.organisation || !led.by_area)) continue;
        Event event;
        event.kind = EventKind::OrganisationJoined;
        event.occurred_at = event.recorded_at = world.clock.now();
        event.by = acted_by(actor);
        event.element = relation;
        event.value = led.organisation.str();
        joined.push_back(std::move(event));
    }
    if (auto appended = append_to_case(world, transaction, record, std::move(joined)); !appended) return refuse(appended.error());
    return {};
}

void set_actor(engine::Command& command, const engine::ActedBy& by) {
    std::visit([&](auto& one) {
        const std::string on_behalf_of = one.by.on_behalf_of;
        one.by = by;
        one.by.on_behalf_of = on_behalf_of;
    }, command);
}

}  // namespace

Result<Acted> act(World& world, const access::Actor& actor, const CaseId& in_case, engine::Command command) {
    constexpr auto action = access::Action::ActInCase;
    if (auto may = allowed(world, actor, action, in_case); !may) return refuse(may.error());
    set_actor(command, acted_by(actor));

    std::vector<PersonId> about;
    std::string message;
    auto outcome = world.database.write([&](store::Transaction& transaction) -> Result<Change> {
        auto record = load_case(world, transaction, in_case);
        const auto view = record ? access::view_of(actor, record->facts) : access::CaseView::None;
        if (view == access::CaseView::None) return no_such_case();
        if (view == access::CaseView::Receipt || (view != access::CaseView::Full && needs_full_view(command)))
            return refuse(RefusalCode::NotPermitted, "not-your-part", "Your part in this record does not include this. Ask the designated safeguarding lead or the allocated worker.");
        about = subjects_in(record->state);
        // Time first: what fell due or became a right since the case was last touched is there before the act is judged.
        if (auto ticked = change_case(world, transaction, *record, engine::Tick{}); !ticked) return ticked;
        keep_masked_answers(world, transaction, actor, *record, view, command);
        if (auto rows = check_rows(world, transaction, actor, *record, command); !rows) return refuse(rows.error());
        const auto earlier = record->events;
        if (auto joined = join_organisations(world, transaction, actor, *record, command); !joined) return refuse(joined.error());
        auto change = change_case(world, transaction, *record, command);
        if (!change) return change;
        if (auto adopted = adopt_files(transaction, actor, in_case, *record->definition, change->events, earlier); !adopted) return refuse(adopted.error());
        message = message_of(*record->definition, change->events);
        auto line = audit_line(world, actor, action);
        line.case_id = in_case;
        line.persons = about;
        if (!change->events.empty()) line.detail = std::string(engine::kind_name(change->events.front().kind)) + ":" + change->events.front().element;
        store::append_audit(transaction, std::move(line));
        return change;
    });
    if (!outcome) return note_refusal(world, actor, action, in_case, outcome.error(), about);

    Acted acted{in_case, message, {}, {}, 0};
    // Only those that this actor may know of are pointed at.
    world.database.read([&](store::Reading& reading) {
        for (const auto& opened : outcome->opened)
            if (store::view_of_case(reading, access::case_rule(actor), opened) > access::CaseView::Receipt) acted.opened.push_back(opened);
    });
    return acted;
}

}  // namespace hearken::casework
