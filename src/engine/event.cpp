#include "engine/event.hpp"

#include <array>
#include <utility>

namespace hearken::engine {

namespace {

// Stored in every database: a name is never changed and never used again for something else.
constexpr std::array kNames = {
    std::pair{EventKind::CaseOpened, "case-opened"},
    std::pair{EventKind::SubjectJoined, "subject-joined"},
    std::pair{EventKind::OrganisationJoined, "organisation-joined"},
    std::pair{EventKind::PersonInvolved, "person-involved"},
    std::pair{EventKind::StrandStarted, "strand-started"},
    std::pair{EventKind::StrandEnded, "strand-ended"},
    std::pair{EventKind::StageEntered, "stage-entered"},
    std::pair{EventKind::StageLeft, "stage-left"},
    std::pair{EventKind::TaskOpened, "task-opened"},
    std::pair{EventKind::TaskAssigned, "task-assigned"},
    std::pair{EventKind::FormSaved, "form-saved"},
    std::pair{EventKind::TaskDone, "task-done"},
    std::pair{EventKind::TaskNotNeeded, "task-not-needed"},
    std::pair{EventKind::TaskReopened, "task-reopened"},
    std::pair{EventKind::DecisionMade, "decision-made"},
    std::pair{EventKind::DecisionApproved, "decision-approved"},
    std::pair{EventKind::DecisionDeclined, "decision-declined"},
    std::pair{EventKind::GateBypassed, "gate-bypassed"},
    std::pair{EventKind::ClockSet, "clock-set"},
    std::pair{EventKind::ClockExtended, "clock-extended"},
    std::pair{EventKind::ExchangeSent, "exchange-sent"},
    std::pair{EventKind::ExchangeChased, "exchange-chased"},
    std::pair{EventKind::ExchangeAnswered, "exchange-answered"},
    std::pair{EventKind::MeetingArranged, "meeting-arranged"},
    std::pair{EventKind::MeetingHeld, "meeting-held"},
    std::pair{EventKind::ResponsibilityMoved, "responsibility-moved"},
    std::pair{EventKind::ProhibitionSet, "prohibition-set"},
    std::pair{EventKind::ProhibitionLifted, "prohibition-lifted"},
    std::pair{EventKind::FlagSet, "flag-set"},
    std::pair{EventKind::FlagEnded, "flag-ended"},
    std::pair{EventKind::FactSet, "fact-set"},
    std::pair{EventKind::Noted, "noted"},
    std::pair{EventKind::NoticeOwed, "notice-owed"},
    std::pair{EventKind::CaseToOpen, "case-to-open"},
    std::pair{EventKind::Shared, "shared"},
    std::pair{EventKind::Corrected, "corrected"},
    std::pair{EventKind::ChildEnded, "child-ended"},
    std::pair{EventKind::CaseClosed, "case-closed"},
    std::pair{EventKind::CaseReopened, "case-reopened"},
    std::pair{EventKind::Linked, "linked"},
};

}  // namespace

std::string_view kind_name(EventKind kind) {
    for (const auto& [known, name] : kNames)
        if (known == kind) return name;
    return "unknown";
}

std::optional<EventKind> kind_from_name(std::string_view name) {
    for (const auto& [kind, known] : kNames)
        if (name == known) return kind;
    return std::nullopt;
}

}  // namespace hearken::engine
