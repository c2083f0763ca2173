#include "web/pages/session_pages.hpp"

namespace hearken::web {

void add_session_pages(Router& router, Site& site) {
    add_sign_in_pages(router, site);
    add_second_factor_pages(router, site);
    add_demonstration_pages(router, site);
    add_account_pages(router, site);
    add_token_pages(router, site);
    add_draft_pages(router, site);
    add_plain_pages(router, site);
}

}  // namespace hearken::web
