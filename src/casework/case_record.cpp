#include "casework/case_record.hpp"

#include <algorithm>
#include <stdexcept>

#include "calendar/moment_text.hpp"
#include "casework/actors.hpp"
#include "casework/duty.hpp"
#include "casework/joined.hpp"
#include "casework/known_parts.hpp"
#include "store/calendars.hpp"
#include "store/case_events.hpp"
#include "store/cases.hpp"
#include "store/organisations.hpp"
#include "store/persons.hpp"
#include "store/settings.hpp"
#include "store/standing.hpp"
#include "store/visible.hpp"

namespace hearken::casework {

namespace {

constexpr char kFrontDoorService[] = "front-door";
constexpr char kSchoolLeadService[] = "school-safeguarding-lead";

bool watches_cover(const procedure::Definition& definition, const std::string& service) {
    const auto watches = [&](const auto& rules) {
        return std::any_of(rules.begin(), rules.end(), [&](const auto& rule) { return rule.construct == procedure::TimeRule::Construct::Cover && rule.service == service; });
    };
    const auto any_task = [&](const auto& tasks) { return std::any_of(tasks.begin(), tasks.end(), [&](const auto& task) { return watches(task.time); }); };
    if (watches(definition.start.time) || any_task(definition.anytime)) return true;
    return std::any_of(definition.strands.begin(), definition.strands.end(), [&](const auto& strand) {
        return std::any_of(strand.stages.begin(), strand.stages.end(), [&](const auto& stage) { return any_task(stage.tasks); });
    });
}

std::string age_band(int years) {
    if (years < 1) return "under-1";
    if (years < 5) return "1-to-4";
    if (years < 10) return "5-to-9";
    if (years < 16) return "10-to-15";
    return years < 18 ? "16-to-17" : "adult";
}

bool is_area_walled(const World& world, const std::string& area) {
    if (area.empty()) return false;
    const auto& roles = world.library.vocabulary().roles;
    return std::any_of(roles.begin(), roles.end(), [&](const auto& role) {
        return std::find(role.second.areas.begin(), role.second.areas.end(), area) != role.second.areas.end();
    });
}

}  // namespace

store::CaseDefinition definition_of(const World& world, const engine::CaseState& state) {
    auto definition = world.library.find(state.procedure, state.version);
    if (!definition) return {};
    const bool walled = is_area_walled(world, definition->area);
    // Read tables only look elements up, so they take every overlay that may join, in force or not.
    return {joined(world, definition, [](const auto&) { return true; }), walled};
}

std::optional<CaseRecord> load_case(World& world, store::Reading& reading, const CaseId& id) {
    CaseRecord record;
    record.id = id;
    record.events = store::load_events(reading, id);
    if (record.events.empty()) return std::nullopt;
    record.state = engine::fold(record.events);
    record.definition = world.library.find(record.state.procedure, record.state.version);
    if (!record.definition)
        throw std::runtime_error("procedure " + record.state.procedure + " version " + record.state.version +
                                 " is not held; put its file back under procedures/ or restore the database");
    std::optional<SurroundingsOf> surroundings;  // gathered only for an overlay that asks
    const auto host = record.definition;
    record.definition = joined(world, host, [&](const procedure::Condition& condition) {
        if (condition.always()) return true;
        if (!surroundings) surroundings.emplace(world, reading, id, record.state);
        return engine::holds(condition, *host, record.state, surroundings->get());
    });
    auto facts = store::case_facts(reading, id);
    if (!facts) throw std::runtime_error("a case has events but no read row; run hearken rebuild");
    record.facts = std::move(*facts);
    return record;
}

std::vector<PersonId> subjects_in(const engine::CaseState& state) {
    std::vector<PersonId> people;
    for (const auto& subject : state.subjects) people.push_back(subject.person);
    return people;
}

SurroundingsOf::SurroundingsOf(World& world, store::Reading& reading, const CaseId& id, const engine::CaseState& state) {
    const auto owner = state.organisations.find("owner");
    const OrganisationId owner_id = owner == state.organisations.end() ? OrganisationId{} : owner->second;
    add_calendar(world, reading, owner_id);
    add_subjects(world, reading, owner_id, id, subjects_in(state));
    surroundings_.linked = store::linked_states(reading, id);
    // Who is on duty is asked of the rota only where the procedure watches it.
    if (const auto definition = world.library.find(state.procedure, state.version); definition && watches_cover(*definition, kSchoolLeadService))
        surroundings_.covered[kSchoolLeadService] = is_covered(world, reading, owner_id, surroundings_.now);
}

SurroundingsOf::SurroundingsOf(World& world, store::Reading& reading, const OrganisationId& owner, const std::vector<PersonId>& subjects) {
    add_calendar(world, reading, owner);
    add_subjects(world, reading, owner, {}, subjects);
}

void SurroundingsOf::add_calendar(World& world, store::Reading& reading, const OrganisationId& owner) {
    surroundings_.now = world.clock.now();
    surroundings_.vocabulary = &world.library.vocabulary();
    bank_holidays_ = world.bank_holidays();

    const auto held = store::school_calendar_of(reading, owner);
    if (!held.terms.empty())
        if (auto school = calendar::SchoolCalendar::of(held.terms, held.closures)) school_ = std::move(*school);
    const auto& services = world.library.vocabulary().services;
    const auto own_hours = store::service_hours_of(reading, kFrontDoorService, owner);
    const auto usual = services.find(kFrontDoorService);
    const std::string hours = own_hours ? *own_hours : usual != services.end() ? usual->second : std::string{};
    if (!hours.empty())
        if (auto parsed = calendar::ServiceHours::parse(hours)) service_ = std::move(*parsed);
    calendars_.emplace(calendar::Calendars{*bank_holidays_, school_ ? &*school_ : nullptr, service_ ? &*service_ : nullptr});
    surroundings_.calendar = &*calendars_;

    const auto& front_door = service_ ? *service_ : calendar::ServiceHours::unknown();
    surroundings_.facts[{"in-office-hours", {}}] = front_door.is_open(surroundings_.now, *bank_holidays_) ? "yes" : "no";
    for (const auto& setting : store::settings_of(reading, owner)) surroundings_.settings[setting.setting] = setting.value;
    for (const auto& definition : world.library.all())
        for (const auto& prohibition : definition->prohibitions) surroundings_.forbids[prohibition.id] = prohibition.forbids;
}

void SurroundingsOf::add_subjects(World& world, store::Reading& reading, const OrganisationId& owner, const CaseId& not_counting,
                                  const std::vector<PersonId>& subjects) {
    const auto today = calendar::local_date_of(surroundings_.now);
    for (const auto& stored : store::find_persons(reading, subjects)) {
        const auto& person = stored.person;
        const auto set = [&](const char* fact, std::string value) { surroundings_.facts[{fact, person.id()}] = std::move(value); };
        const bool unborn = person.details().kind == people::PersonKind::Unborn;
        set("unborn", unborn ? "yes" : "no");
        if (const auto born = person.details().birth.born(); born && !unborn) set("born-on", calendar::iso_date(*born));
        if (const auto years = person.age(today)) {
            set("age-in-years", std::to_string(*years));
            set("age-band", age_band(*years));
        } else if (unborn) {
            set("age-band", "unborn");
        }
        set("disability", person.details().disabilities.empty() ? "no" : "yes");
        const bool needs = person.details().interpreter_needed == people::YesNo::Yes || !person.details().communication_needs.empty();
        set("communication-needs", needs ? "yes" : "no");

        bool allocated = false, led = false;
        for (const auto& part : known_parts(world, reading, person.id())) {
            // A restricted case answers for itself alone: a fact from it would tell others that it exists.
            const bool may_be_known = !part.restricted || part.case_id == not_counting;
            allocated = allocated || (may_be_known && part.involvement == "allocated-worker");
            led = led || (may_be_known && part.involvement == "lead-practitioner");
            if (part.case_id != not_counting) surroundings_.known[{part.involvement, person.id()}].push_back(part.who);
        }
        set("allocated-worker", allocated ? "yes" : "no");
        set("lead-practitioner", led ? "yes" : "no");
        set("known-to-service", store::is_known_to(reading, person.id(), owner, not_counting) ? "yes" : "no");
    }
    for (const auto& other : store::cases_elsewhere(reading, subjects, not_counting)) surroundings_.elsewhere.emplace(std::pair(other.procedure, other.person), other.state);
    for (const auto& in_force : store::prohibitions_on(reading, subjects)) surroundings_.prohibitions.insert(in_force.prohibition);
}

Capacities capacities_of(const World& world, const access::Actor& actor, const engine::CaseState& state) {
    Capacities capacities = roles_worked_as(world, actor);
    for (const auto& [relation, organisation] : state.organisations)
        if (organisation == actor.organisation) capacities.insert(relation);
    for (const auto& [involvement, who] : state.involvements)
        if (std::find(who.begin(), who.end(), actor.user.str()) != who.end()) capacities.insert(involvement);
    return capacities;
}

}  // namespace hearken::casework
