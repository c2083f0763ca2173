// One case, loaded: its definition, events, state and what access needs to know. Internal to casework.
#pragma once
#include <memory>
#include <optional>
#include <vector>

#include "access/access.hpp"
#include "casework/answer_words.hpp"
#include "casework/world.hpp"
#include "engine/engine.hpp"
#include "store/projection.hpp"

namespace hearken::casework {

struct CaseRecord {
    CaseId id;
    std::shared_ptr<const procedure::Definition> definition;  ///< the version the case started with, overlays merged
    std::vector<engine::Event> events;
    engine::CaseState state;
    access::CaseFacts facts;
};

/// Nothing when there is no such case. Throws std::runtime_error when its definition's version is not held: a running
/// case must never be read by another version's rules.
std::optional<CaseRecord> load_case(World& world, store::Reading& reading, const CaseId& id);

/// The definition a state runs by, and whether its area is walled: what projection and rebuild ask for.
store::CaseDefinition definition_of(const World& world, const engine::CaseState& state);

/// What the engine must be told of the world, owning what it points to.
class SurroundingsOf {
public:
    SurroundingsOf(World& world, store::Reading& reading, const CaseId& id, const engine::CaseState& state);
    /// For a case about to be opened.
    SurroundingsOf(World& world, store::Reading& reading, const OrganisationId& owner, const std::vector<PersonId>& subjects);
    SurroundingsOf(const SurroundingsOf&) = delete;
    SurroundingsOf& operator=(const SurroundingsOf&) = delete;
    const engine::Surroundings& get() const { return surroundings_; }

private:
    void add_calendar(World& world, store::Reading& reading, const OrganisationId& owner);
    void add_subjects(World& world, store::Reading& reading, const OrganisationId& owner, const CaseId& not_counting,
                      const std::vector<PersonId>& subjects);

    std::shared_ptr<const calendar::BankHolidays> bank_holidays_;
    std::optional<calendar::SchoolCalendar> school_;
    std::optional<calendar::ServiceHours> service_;
    std::optional<calendar::Calendars> calendars_;
    engine::Surroundings surroundings_;
};

/// The capacities in which this actor reads or acts in the case.
Capacities capacities_of(const World& world, const access::Actor& actor, const engine::CaseState& state);

std::vector<PersonId> subjects_in(const engine::CaseState& state);

}  // namespace hearken::casework
