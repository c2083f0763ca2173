// Parts of the family pages.
#pragma once
#include "casework/family.hpp"
#include "web/html/html.hpp"
#include "web/pages/site.hpp"

namespace hearken::web {

/// Who is around, addresses, households, each with what can be changed.
Html family_body(const casework::FamilyPage& family, const std::string& here, const std::string& record);

void add_people_map(Router& router, Site& site);     ///< the genogram, drawn and in words
void add_joining_pages(Router& router, Site& site);  ///< records that may be of one person

}  // namespace hearken::web
