// That a person is on roll at, or known to, an organisation, from one day until another.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/id.hpp"
#include "core/result.hpp"
#include "people/dates.hpp"

namespace hearken::people {

enum class RegistrationKind { OnRoll, KnownTo };
std::string_view code_of(RegistrationKind kind);  ///< "on-roll", "known-to"

struct Registration {
    PersonId person = {};
    OrganisationId organisation = {};
    RegistrationKind kind = RegistrationKind::OnRoll;
    Period period = {};
    std::string year_group = {};  ///< school census code: E1 E2 N1 N2 R 1 … 14 M X; empty when none
    std::string form = {};        ///< class or tutor group
    std::string local_id = {};    ///< admission number, patient number …
    bool operator==(const Registration&) const = default;
};

/// Checks and tidies: fields "person", "organisation", "year_group", "form", "local_id", "until".
Result<Registration> checked(Registration registration);

/// "7", "Year 7", "Y07", "Reception", "YR", "Nursery 2" to the census code; nothing for other words.
std::optional<std::string> year_group_from_text(std::string_view text);
/// "Year 7", "Reception", "Nursery, second year", "Mixed years".
std::string year_group_label(std::string_view code);

/// Those of `all` that hold for `person` on `day`, schools' rolls first.
std::vector<Registration> registrations_of(const PersonId& person, Date day, const std::vector<Registration>& all);

}  // namespace hearken::people
