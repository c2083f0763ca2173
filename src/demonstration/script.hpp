// A list of what people did and when, carried out in the order of time on a clock that is moved from one to the next.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "casework/cases.hpp"
#include "demonstration/cast.hpp"
#include "demonstration/families.hpp"

namespace hearken::demonstration {

/// "field" → words; kNotKnown is the answer "not known"; "a|b" of a choice of several is two.
using Said = std::vector<std::pair<std::string, std::string>>;
inline constexpr char kNotKnown[] = "\x01not-known";
inline constexpr char kAnd = '|';
engine::Answers answers(const Said& said, const Said& more = {});

/// One case of a story. Filled when the case is opened, so that later steps find it.
struct Story {
    virtual ~Story() = default;
    CaseId concern, referral;
    PersonId child;
};

class Script {
public:
    Script(casework::World& world, TestClock& clock, const Cast& cast, Instant today) : world_(world), clock_(clock), cast_(cast), today_(today) {}

    /// So many working days before today at that local time; 0 is today, where the time has come already, otherwise the
    /// working day before. Never later than `today`.
    Instant working_day(int before, int hour, int minute) const;
    Instant minutes_ago(int minutes) const { return today_ - std::chrono::minutes{minutes}; }

    /// The id of somebody of the cast: for an answer that names a person.
    std::string user(const std::string& who) const { return cast_.user(who).str(); }

    void at(Instant when, std::function<void()> what) { steps_.push_back({when, std::move(what)}); }
    /// Everything, in order of time, with the work that falls due between; the clock stands at `today` at the end.
    void play();

    OrganisationId organisation_of(const std::string& who) const { return cast_.actor(world_, who).organisation; }

    // What a step may do. Each throws std::runtime_error with the reasons when it is refused.
    CaseId opens(const std::string& who, casework::OpenCaseRequest request);
    /// The one case that the act opened by itself, if it did.
    CaseId does(const std::string& who, const CaseId& in_case, const std::string& task, const engine::Answers& answers = {}, const PersonId& child = {},
                const std::vector<std::string>& attested = {});
    void decides(const std::string& who, const CaseId& in_case, const std::string& task, const std::string& option, const std::string& reasons, const PersonId& child = {});
    void signs(const std::string& who, const CaseId& in_case, const std::string& task, const PersonId& child);
    /// A meeting that was held, with its record: who was there, and the words of each item.
    void holds(const std::string& who, const CaseId& in_case, const std::string& task, const engine::Answers& record);
    /// The eldest first.
    std::vector<PersonId> subjects_of(const CaseId& in_case) const;
    void notes(const std::string& who, const CaseId& in_case, const std::string& text);
    void restricts(const std::string& who, const CaseId& in_case, const std::vector<std::string>& named, const std::string& reason);

private:
    struct Step {
        Instant when;
        std::function<void()> what;
    };
    void run_due();
    casework::Acted act(const std::string& who, const CaseId& in_case, const std::string& what, engine::Command command);

    casework::World& world_;
    TestClock& clock_;
    const Cast& cast_;
    const Instant today_;
    std::vector<Step> steps_;
};

}  // namespace hearken::demonstration
