#include "web/components/exit_this_page.hpp"

#include "web/components/button.hpp"
#include "web/components/translations.hpp"

namespace hearken::web {

Html exit_this_page(const ExitThisPage& options) {
    Attributes words;
    add_translation(words, "activated", options.activated);
    add_translation(words, "timed-out", options.timed_out);
    add_translation(words, "press-two-more-times", options.press_two_more_times);
    add_translation(words, "press-one-more-time", options.press_one_more_time);
    Html out;
    out << "<div"_html;
    out.attr_if("id", options.id).attr("class", classes({"govuk-exit-this-page", options.classes}));
    out << " data-module=\"govuk-exit-this-page\""_html << options.attributes << words << ">\n"_html;
    out << button({.content = options.content,
                   .href = options.redirect_url,
                   .classes = "govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button",
                   .attributes = {{"rel", "nofollow noreferrer"}}});
    return out << "\n</div>"_html;
}

}  // namespace hearken::web
