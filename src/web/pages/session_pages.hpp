// The pages about signing in and about oneself, by group; add_session_pages adds them all.
#pragma once
#include "web/pages/site.hpp"

namespace hearken::web {

void add_sign_in_pages(Router& router, Site& site);
void add_second_factor_pages(Router& router, Site& site);
void add_demonstration_pages(Router& router, Site& site);
void add_account_pages(Router& router, Site& site);
void add_token_pages(Router& router, Site& site);
void add_draft_pages(Router& router, Site& site);
void add_plain_pages(Router& router, Site& site);

/// Where to go after signing in: the place asked for when it is one of our pages, otherwise home.
std::string next_place(const Request& request);
Html next_field(const std::string& place);
/// To the next step of arriving, with the session's cookies set.
Response arrived(const Visit& visit, const casework::SignedIn& signed_in, const std::string& place);
/// Recovery codes, shown once; `place` is where to go on to.
Response show_recovery_codes(const Visit& visit, const std::vector<std::string>& codes, const std::string& place);

}  // namespace hearken::web
