// The pages of people: finding, reading, starting and changing a record.
#pragma once
#include "casework/children.hpp"
#include "web/pages/site.hpp"

namespace hearken::web {

Response people_search_page(Visit& visit);
Response people_found_page(Visit& visit);
Response new_person_page(Visit& visit);
Response start_person_record(Visit& visit);
Response child_page(Visit& visit);
Response chronology_page(Visit& visit);
void add_chronology_pages(Router& router, Site& site);  ///< adding to it, sharing it, making a PDF of it
void add_family_pages(Router& router, Site& site);      ///< relationships, addresses, households, birth, people map, joining records
Response change_person_page(Visit& visit);
Response change_person_record(Visit& visit);

/// Every field as a hidden input, to carry what was typed through a question in between.
Html hidden_fields(const Fields& fields);

}  // namespace hearken::web
