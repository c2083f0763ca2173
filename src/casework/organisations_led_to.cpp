#include "casework/organisations_led_to.hpp"

#include <algorithm>

#include "store/organisations.hpp"

namespace hearken::casework {

namespace {

constexpr char kLocalAuthority[] = "childrens-social-care";

std::string given(const engine::Answers& answers, const std::string& field) {
    const auto found = answers.find(field);
    const bool says = found != answers.end() && found->second.kind == engine::Answer::Kind::Given && !found->second.blank();
    return says ? found->second.first() : std::string{};
}

}  // namespace

OrganisationId organisation_for_area(store::Reading& reading, const std::string& kind, const std::string& area) {
    if (area.empty()) return {};
    OrganisationId of_every_area;
    for (const auto& candidate : store::list_organisations(reading, {kind, {}, false}, {200, {}}).items) {
        if (candidate.area == area) return candidate.id;
        if (candidate.area.empty() && of_every_area.empty()) of_every_area = candidate.id;
    }
    return of_every_area;
}

std::map<std::string, LedTo> organisations_led_to(store::Reading& reading, const procedure::Definition& definition, const procedure::Form& form,
                                                  const engine::Answers& answers, const OrganisationId& from, const engine::CaseState& state,
                                                  const engine::Surroundings& surroundings) {
    std::map<std::string, LedTo> found;
    for (const auto& relation : definition.relations)
        for (const auto& field : form.fields) {
            const bool names_it = field.id == relation + "-organisation", says_where = field.id == relation + "-area";
            if (!names_it && !says_where) continue;
            if (!engine::field_applies(field, form, answers, definition, state, surroundings, {})) continue;
            const std::string answer = given(answers, field.id);
            LedTo led{OrganisationId{names_it ? answer : std::string{}}, false};
            if (led.organisation.empty() && says_where && !answer.empty()) led = {organisation_for_area(reading, kLocalAuthority, answer), true};
            const auto said = answers.find(field.id);
            const bool left_blank = said == answers.end() || (said->second.kind == engine::Answer::Kind::Given && said->second.blank());
            if (names_it && left_blank && !field.of_kind.empty()) {
                // The authority where the child lives, where the form asks; otherwise the sender's own.
                std::string area = given(answers, "local-authority");
                if (area.empty())
                    if (const auto sender = store::find_organisation(reading, from)) area = sender->area;
                if (!area.empty()) led = {organisation_for_area(reading, field.of_kind, area), true};
            }
            if (!led.organisation.empty()) found[relation] = led;
        }
    return found;
}

}  // namespace hearken::casework
