// The pages of one's own work.
#pragma once
#include <string>

#include "casework/administration.hpp"
#include "casework/cases.hpp"
#include "web/pages/site.hpp"

namespace hearken::web {

Response home_page(Visit& visit);
Response notices_page(Visit& visit);
Response mark_notice_page(Visit& visit);
Response mark_notices_page(Visit& visit);
Response cases_page(Visit& visit);
Response disagreements_page(Visit& visit);

/// The procedure that this role starts first, for the one big button: the one its own kind of organisation owns.
struct ToRecord {
    std::string words, address;
    bool more = false;  ///< there are others to choose from
};
ToRecord what_to_record(const Visit& visit);

}  // namespace hearken::web
