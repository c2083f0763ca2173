// Organisations: schools, children's social care, police, health. Each owns its records.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "core/id.hpp"
#include "core/result.hpp"
#include "store/database.hpp"
#include "store/paging.hpp"

namespace hearken::store {

using Date = std::chrono::year_month_day;

struct Organisation {
    OrganisationId id;
    std::string kind;  ///< of vocabulary.yaml organisation-kinds
    std::string name;
    std::optional<std::string> urn;
    OrganisationId parent;
    std::string area, telephone, address;
    bool invented = false;
    std::optional<Date> closed_on;
    int revision = 1;
    bool operator==(const Organisation&) const = default;
};

/// Conflict where the URN is another's.
Result<Organisation> add_organisation(Transaction& transaction, Organisation organisation);
/// Replaces what is held at `organisation.revision`; Conflict (code "changed") when somebody saved since.
Result<Organisation> change_organisation(Transaction& transaction, Organisation organisation);

std::optional<Organisation> find_organisation(Reading& reading, const OrganisationId& id);
std::optional<Organisation> find_organisation_by_urn(Reading& reading, const std::string& urn);
std::vector<Organisation> find_organisations(Reading& reading, const std::vector<OrganisationId>& ids);

struct OrganisationFilter {
    std::string kind;           ///< empty: any
    std::string name_contains;  ///< in any case
    bool closed_too = false;
};
/// By name.
Paged<Organisation> list_organisations(Reading& reading, const OrganisationFilter& filter, const Page& page);
long count_organisations(Reading& reading, const OrganisationFilter& filter);

}  // namespace hearken::store
