// The pages of the disclosure log: a person's, a case's, and how an organisation shares.
#pragma once
#include "casework/disclosure_log.hpp"
#include "web/pages/site.hpp"

namespace hearken::web {

void add_sharing_pages(Router& router, Site& site);
void add_responsibilities_page(Router& router, Site& site);
void add_let_read_page(Router& router, Site& site);

/// A banner until this person has said that they know their responsibilities; then nothing.
Html ask_for_responsibilities(const Visit& visit);

/// The lines as a table. `with_case`: each says from which record, and links to it.
Html disclosure_table(const std::vector<casework::DisclosureEntry>& entries, bool with_case);

}  // namespace hearken::web
