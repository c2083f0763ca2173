#include "web/components/summary_list.hpp"

#include <algorithm>

namespace hearken::web {
namespace {

void action_link(Html& out, const SummaryAction& action, const Content& card_title) {
    out << "<a"_html;
    out.attr("class", classes({"govuk-link", action.classes})).href(action.href) << action.attributes << ">"_html;
    out << action.content;
    if (!action.visually_hidden_text.empty() || !card_title.empty()) {
        out << "<span class=\"govuk-visually-hidden\">"_html;
        if (!action.visually_hidden_text.empty()) out << " "_html << action.visually_hidden_text;
        if (!card_title.empty()) out << " ("_html << card_title << ")"_html;
        out << "</span>"_html;
    }
    out << "</a>"_html;
}

void row(Html& out, const SummaryRow& its, bool some_row_has_actions, const Content& card_title) {
    const bool lacks_actions = some_row_has_actions && its.actions.items.empty() && its.no_actions_class;
    out << "<div"_html;
    out.attr("class", classes({"govuk-summary-list__row", lacks_actions ? "govuk-summary-list__row--no-actions" : "",
                               its.classes}));
    out << ">\n<dt"_html;
    out.attr("class", classes({"govuk-summary-list__key", its.key.classes})) << ">\n"_html << its.key.content;
    out << "\n</dt>\n<dd"_html;
    out.attr("class", classes({"govuk-summary-list__value", its.value.classes})) << ">\n"_html << its.value.content;
    out << "\n</dd>\n"_html;
    const auto& actions = its.actions.items;
    if (!actions.empty()) {
        out << "<dd"_html;
        out.attr("class", classes({"govuk-summary-list__actions", its.actions.classes})) << ">\n"_html;
        if (actions.size() == 1) {
            action_link(out, actions.front(), card_title);
        } else {
            out << "<ul class=\"govuk-summary-list__actions-list\">\n"_html;
            for (const auto& action : actions) {
                out << "<li class=\"govuk-summary-list__actions-list-item\">\n"_html;
                action_link(out, action, card_title);
                out << "\n</li>\n"_html;
            }
            out << "</ul>"_html;
        }
        out << "\n</dd>\n"_html;
    }
    out << "</div>\n"_html;
}

}  // namespace

Html summary_card(const SummaryCard& card, const Html& content) {
    const auto& title = card.title;
    Html out;
    out.reserve(content.str().size() + 512);
    out << "<div"_html;
    out.attr("class", classes({"govuk-summary-card", card.classes})) << card.attributes;
    out << ">\n<div class=\"govuk-summary-card__title-wrapper\">\n"_html;
    if (!title.content.empty()) {
        out << "<h"_html << title.heading_level;
        out.attr("class", classes({"govuk-summary-card__title", title.classes})) << ">\n"_html << title.content;
        out << "\n</h"_html << title.heading_level << ">\n"_html;
    }
    const auto actions_class = classes({"govuk-summary-card__actions", card.actions.classes});
    const auto& actions = card.actions.items;
    if (actions.size() == 1) {
        out << "<div"_html;
        out.attr("class", actions_class) << ">\n"_html;
        action_link(out, actions.front(), title.content);
        out << "\n</div>\n"_html;
    } else if (!actions.empty()) {
        out << "<ul"_html;
        out.attr("class", actions_class) << ">\n"_html;
        for (const auto& action : actions) {
            out << "<li class=\"govuk-summary-card__action\">\n"_html;
            action_link(out, action, title.content);
            out << "\n</li>\n"_html;
        }
        out << "</ul>\n"_html;
    }
    return out << "</div>\n<div class=\"govuk-summary-card__content\">\n"_html << content << "\n</div>\n</div>"_html;
}

Html summary_list(const SummaryList& options) {
    const bool some_row_has_actions =
        std::ranges::any_of(options.rows, [](const SummaryRow& its) { return !its.actions.items.empty(); });
    const Content card_title = options.card ? options.card->title.content : Content();
    Html out;
    out.reserve(256 + 512 * options.rows.size());
    out << "<dl"_html;
    out.attr("class", classes({"govuk-summary-list", options.classes})) << options.attributes << ">\n"_html;
    for (const auto& its : options.rows) row(out, its, some_row_has_actions, card_title);
    out << "</dl>"_html;
    return options.card ? summary_card(*options.card, out) : out;
}

}  // namespace hearken::web
