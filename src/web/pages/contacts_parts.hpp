// Whom to ring, as pages show it: the whole answer, or a panel of the first lines at the place where it is needed.
#pragma once
#include "casework/who_to_ring.hpp"
#include "web/pages/site.hpp"

namespace hearken::web {

/// The page of guidance below whose words stand the numbers of this hour, wherever it applies.
inline constexpr char kWhoToRingNow[] = "who-to-ring-now";

/// Who is asking: a visitor sees what is public, somebody signed in all of it, beginning with their own area.
casework::RingQuery query_of_visitor(const Visit& visit);

/// One service: its number, whether it is open, why it stands here, and when its number was last checked.
Html ring_card(const Visit& visit, const casework::ToRing& line, int heading_level);

/// The number to ring now for this worry with who else is open, and a link to the whole answer. For screens where
/// somebody may need it: an urgent question, a concern, a referral.
Html who_to_ring_panel(const Visit& visit, const std::string& worry = {});

/// "Monday-Friday 9:00-17:00", "Day and night", "Evenings, nights, weekends and bank holidays".
std::string hours_in_words(const store::DirectoryEntry& entry);

/// Telephone number as a link to ring it.
Html telephone(const std::string& number);

void add_contacts_pages(Router& router, Site& site);
void add_directory_pages(Router& router, Site& site);  ///< /admin/directory

}  // namespace hearken::web
