// GOV.UK exit this page: leave quickly, by button or by pressing Shift three times.
#pragma once
#include "web/html/html.hpp"

namespace hearken::web {

struct ExitThisPage {
    Content content = "<span class=\"govuk-visually-hidden\">Emergency</span> Exit this page"_html;
    std::string redirect_url{};  ///< where it leads: a page that says nothing of this service
    std::string id{};
    std::string activated{};
    std::string timed_out{};
    std::string press_two_more_times{};
    std::string press_one_more_time{};
    std::string classes{};
    Attributes attributes{};
};

Html exit_this_page(const ExitThisPage& options);

}  // namespace hearken::web
