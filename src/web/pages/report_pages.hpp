// The public's pages: telling us about a worry without an account.
#pragma once
#include "web/pages/report_draft.hpp"
#include "web/pages/site.hpp"

namespace hearken::web {

// --- parts, in report_*.cpp ---------------------------------------------------------------------------------------

/// A page for the public: 999 first, and no word of what anybody typed in its title.
Response report_page(const Visit& visit, const std::string& title, const std::string& back, const Html& inside, int status = 200);

Response show_report(Visit& visit);          ///< who are you?
Response show_report_child(Visit& visit);    ///< in a child's words
Response show_report_public(Visit& visit);   ///< what happens with what you tell us
Response show_report_professional(Visit& visit);
Response show_report_anonymity(Visit& visit);
Response begin_report(Visit& visit);
Response show_report_question(Visit& visit);
Response take_report_question(Visit& visit);
Response show_report_received(Visit& visit);

}  // namespace hearken::web
