// The organisations that a form's answers bring into a case: named by the person, or worked out from an area.
// Internal to casework.
#pragma once
#include <map>
#include <string>

#include "casework/case_record.hpp"

namespace hearken::casework {

struct LedTo {
    OrganisationId organisation;
    bool by_area = false;  ///< follows the answer when it is corrected
};

/// By relation of the definition: the organisation answered in "RELATION-organisation"; where that is left blank and the
/// question says of which kind, the one of that kind for the area answered in "local-authority", or else for that of `from`; or the children's social care of the area
/// answered in "RELATION-area". Questions that are not asked (their `when`) lead nowhere.
std::map<std::string, LedTo> organisations_led_to(store::Reading& reading, const procedure::Definition& definition, const procedure::Form& form,
                                                  const engine::Answers& answers, const OrganisationId& from, const engine::CaseState& state,
                                                  const engine::Surroundings& surroundings);

/// The organisation of a kind for an area: its own, or one that covers every area.
OrganisationId organisation_for_area(store::Reading& reading, const std::string& kind, const std::string& area);

}  // namespace hearken::casework
