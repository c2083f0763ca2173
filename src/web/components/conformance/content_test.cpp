#include "web/components/accordion.hpp"
#include "web/components/back_link.hpp"
#include "web/components/breadcrumbs.hpp"
#include "web/components/conformance/options_from_json.hpp"
#include "web/components/details.hpp"
#include "web/components/error_summary.hpp"
#include "web/components/exit_this_page.hpp"
#include "web/components/footer.hpp"
#include "web/components/generic_header.hpp"
#include "web/components/inset_text.hpp"
#include "web/components/notification_banner.hpp"
#include "web/components/pagination.hpp"
#include "web/components/panel.hpp"
#include "web/components/phase_banner.hpp"
#include "web/components/service_navigation.hpp"
#include "web/components/skip_link.hpp"
#include "web/components/summary_list.hpp"
#include "web/components/table.hpp"
#include "web/components/tabs.hpp"
#include "web/components/task_list.hpp"
#include "web/components/warning_text.hpp"

namespace hearken::web::testing {
namespace {

Html accordion_fixture(const Json& j, const std::string&) {
    Accordion made{.id = text(j, "id"),
                   .heading_level = number(j, "headingLevel", 2),
                   .remember_expanded = maybe(j, "rememberExpanded"),
                   .hide_all_sections = text(j, "hideAllSectionsText"),
                   .hide_section = text(j, "hideSectionText"),
                   .hide_section_aria_label = text(j, "hideSectionAriaLabelText"),
                   .show_all_sections = text(j, "showAllSectionsText"),
                   .show_section = text(j, "showSectionText"),
                   .show_section_aria_label = text(j, "showSectionAriaLabelText"),
                   .classes = text(j, "classes"),
                   .attributes = attributes(j)};
    for (const auto& item : member(j, "items"))
        made.items.push_back({.heading = content(member(item, "heading")),
                              .summary = content(member(item, "summary")),
                              .content = content(member(item, "content")),
                              .expanded = yes(item, "expanded"),
                              .left_out = !truthy(item)});
    return accordion(made);
}

Html back_link_fixture(const Json& j, const std::string&) {
    BackLink made{.href = text(j, "href", "#"), .classes = text(j, "classes"), .attributes = attributes(j)};
    if (const auto its = content(j); !its.empty()) made.content = its;
    return back_link(made);
}

Html breadcrumbs_fixture(const Json& j, const std::string&) {
    Breadcrumbs made{.collapse_on_mobile = yes(j, "collapseOnMobile"),
                     .label = text(j, "labelText", "Breadcrumb"),
                     .classes = text(j, "classes"),
                     .attributes = attributes(j)};
    for (const auto& item : member(j, "items"))
        made.items.push_back({.content = content(item), .href = text(item, "href"), .attributes = attributes(item)});
    return breadcrumbs(made);
}

Html details_fixture(const Json& j, const std::string&) {
    return details({.summary = content(j, "summaryText", "summaryHtml"),
                    .content = content(j),
                    .id = text(j, "id"),
                    .open = yes(j, "open"),
                    .classes = text(j, "classes"),
                    .attributes = attributes(j)});
}

Html error_summary_fixture(const Json& j, const std::string&) {
    ErrorSummary made{.title = content(j, "titleText", "titleHtml"),
                      .description = content(j, "descriptionText", "descriptionHtml"),
                      .disable_auto_focus = maybe(j, "disableAutoFocus"),
                      .classes = text(j, "classes"),
                      .attributes = attributes(j)};
    for (const auto& item : member(j, "errorList"))
        made.errors.push_back({.content = content(item), .href = text(item, "href"), .attributes = attributes(item)});
    return error_summary(made);
}

Html exit_this_page_fixture(const Json& j, const std::string&) {
    ExitThisPage made{.redirect_url = text(j, "redirectUrl", "https://www.bbc.co.uk/weather"),
                      .id = text(j, "id"),
                      .activated = text(j, "activatedText"),
                      .timed_out = text(j, "timedOutText"),
                      .press_two_more_times = text(j, "pressTwoMoreTimesText"),
                      .press_one_more_time = text(j, "pressOneMoreTimeText"),
                      .classes = text(j, "classes"),
                      .attributes = attributes(j)};
    if (const auto its = content(j); !its.empty()) made.content = its;
    return exit_this_page(made);
}

std::vector<FooterLink> footer_links(const Json& items) {
    std::vector<FooterLink> made;
    for (const auto& item : items)
        made.push_back({.text = text(item, "text"), .href = text(item, "href"), .attributes = attributes(item)});
    return made;
}

/// Our footer leaves out the crown, the licence and the crest; here they are given, as GOV.UK has them. The crown's
/// drawing is taken from the fixture: it is not ours to hold.
Html footer_fixture(const Json& j, const std::string& expected) {
    const auto crown = expected.find("<svg", 0);
    const auto& licence = member(j, "contentLicence");
    const auto& copyright = member(j, "copyright");
    const auto& its_meta = member(j, "meta");
    Footer made{.logo = trust(expected.substr(crown, expected.find("</svg>") + 6 - crown)),
                .meta = {.visually_hidden_title = text(its_meta, "visuallyHiddenTitle", "Support links"),
                         .links = footer_links(member(its_meta, "items")),
                         .content = content(its_meta)},
                .has_meta = truthy(its_meta),
                .content_licence = content(licence),
                .crown_copyright = content(copyright),
                .classes = text(j, "classes"),
                .container_classes = text(j, "containerClasses"),
                .attributes = attributes(j)};
    const bool without_licence = j.contains("contentLicence") && licence.is_null();
    if (made.content_licence.empty() && !without_licence)
        made.content_licence =
            "All content is available under the <a class=\"govuk-footer__link\" "
            "href=\"https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/\" rel=\"license\">"
            "Open Government Licence v3.0</a>, except where otherwise stated"_html;
    if (made.crown_copyright.empty()) made.crown_copyright = "© Crown copyright";
    for (const auto& section : member(j, "navigation"))
        made.navigation.push_back({.title = text(section, "title"),
                                   .width = text(section, "width", "full"),
                                   .columns = number(section, "columns"),
                                   .links = footer_links(member(section, "items"))});
    return footer(made);
}

Html generic_header_fixture(const Json& j, const std::string&) {
    return generic_header({.logo = content(j, "logoText", "logoHtml"),
                           .url = text(j, "url", "/"),
                           .container_classes = text(j, "containerClasses", "govuk-width-container"),
                           .classes = text(j, "classes"),
                           .attributes = attributes(j)});
}

Html inset_text_fixture(const Json& j, const std::string&) {
    return inset_text(
        {.content = content(j), .id = text(j, "id"), .classes = text(j, "classes"), .attributes = attributes(j)});
}

Html notification_banner_fixture(const Json& j, const std::string&) {
    return notification_banner({.content = content(j),
                                .success = text(j, "type") == "success",
                                .title = content(j, "titleText", "titleHtml"),
                                .title_heading_level = number(j, "titleHeadingLevel", 2),
                                .title_id = text(j, "titleId", "govuk-notification-banner-title"),
                                .role = text(j, "role"),
                                .disable_auto_focus = maybe(j, "disableAutoFocus"),
                                .classes = text(j, "classes"),
                                .attributes = attributes(j)});
}

PaginationLink pagination_link(const Json& j) {
    return {.href = text(j, "href"), .content = content(j), .label = text(j, "labelText"), .attributes = attributes(j)};
}

Html pagination_fixture(const Json& j, const std::string&) {
    Pagination made{.previous = pagination_link(member(j, "previous")),
                    .next = pagination_link(member(j, "next")),
                    .landmark_label = text(j, "landmarkLabel", "Pagination"),
                    .classes = text(j, "classes"),
                    .attributes = attributes(j)};
    for (const auto& item : member(j, "items")) {
        if (!truthy(item) || item.empty()) continue;
        made.items.push_back({.number = text_of(member(item, "number")),
                              .href = text(item, "href"),
                              .current = yes(item, "current"),
                              .ellipsis = yes(item, "ellipsis"),
                              .attributes = attributes(item)});
        if (item.contains("visuallyHiddenText"))
            made.items.back().visually_hidden_text = text(item, "visuallyHiddenText");
    }
    return pagination(made);
}

Html panel_fixture(const Json& j, const std::string&) {
    const auto& actions = member(j, "actions");
    Panel made{.title = content(j, "titleText", "titleHtml"),
               .heading_level = number(j, "headingLevel", 1),
               .content = content(j),
               .has_actions = truthy(actions),
               .actions_classes = text(actions, "classes"),
               .actions_attributes = attributes(actions),
               .classes = text(j, "classes"),
               .attributes = attributes(j)};
    for (const auto& action : member(actions, "items"))
        made.actions.push_back({.text = text(action, "text"),
                                .href = text(action, "href"),
                                .type = text(action, "type"),
                                .classes = text(action, "classes"),
                                .attributes = attributes(action)});
    return panel(made);
}

Tag tag_from(const Json& j) {
    return {.content = content(j), .classes = text(j, "classes"), .attributes = attributes(j)};
}

Html phase_banner_fixture(const Json& j, const std::string&) {
    return phase_banner({.tag = tag_from(member(j, "tag")),
                         .content = content(j),
                         .classes = text(j, "classes"),
                         .attributes = attributes(j)});
}

Html service_navigation_fixture(const Json& j, const std::string&) {
    const auto& slots = member(j, "slots");
    const auto& end = member(slots, "end");
    ServiceNavigation made{.service_name = text(j, "serviceName"),
                           .service_url = text(j, "serviceUrl"),
                           .aria_label = text(j, "ariaLabel", "Service information"),
                           .menu_button_text = text(j, "menuButtonText", "Menu"),
                           .menu_button_label = text(j, "menuButtonLabel"),
                           .navigation_label = text(j, "navigationLabel"),
                           .navigation_id = text(j, "navigationId", "navigation"),
                           .navigation_classes = text(j, "navigationClasses"),
                           .collapse_on_mobile = maybe(j, "collapseNavigationOnMobile"),
                           .start = markup(slots, "start"),
                           .end = end.is_object() ? markup(end, "html") : markup(slots, "end"),
                           .end_inline = text(end, "align") == "inline",
                           .navigation_start = markup(slots, "navigationStart"),
                           .navigation_end = markup(slots, "navigationEnd"),
                           .classes = text(j, "classes"),
                           .attributes = attributes(j)};
    for (const auto& item : member(j, "navigation"))
        if (truthy(item))
            made.items.push_back({.content = content(item),
                                  .href = text(item, "href"),
                                  .current = yes(item, "current"),
                                  .active = yes(item, "active"),
                                  .attributes = attributes(item)});
    return service_navigation(made);
}

Html skip_link_fixture(const Json& j, const std::string&) {
    return skip_link({.content = content(j),
                      .href = text(j, "href", "#content"),
                      .classes = text(j, "classes"),
                      .attributes = attributes(j)});
}

SummaryActions summary_actions(const Json& j) {
    SummaryActions made{.classes = text(j, "classes")};
    for (const auto& item : member(j, "items"))
        made.items.push_back({.content = content(item),
                              .href = text(item, "href"),
                              .visually_hidden_text = text(item, "visuallyHiddenText"),
                              .classes = text(item, "classes"),
                              .attributes = attributes(item)});
    return made;
}

Html summary_list_fixture(const Json& j, const std::string&) {
    SummaryList made{.classes = text(j, "classes"), .attributes = attributes(j)};
    for (const auto& row : member(j, "rows")) {
        if (!truthy(row)) continue;
        const auto& key = member(row, "key");
        const auto& value = member(row, "value");
        const auto& actions = member(row, "actions");
        made.rows.push_back({.key = {.content = content(key), .classes = text(key, "classes")},
                             .value = {.content = content(value), .classes = text(value, "classes")},
                             .actions = summary_actions(actions),
                             .no_actions_class = !member(actions, "items").is_array(),
                             .classes = text(row, "classes")});
    }
    const auto& card = member(j, "card");
    if (truthy(card)) {
        const auto& title = member(card, "title");
        made.card = {.title = {.content = content(title),
                               .heading_level = number(title, "headingLevel", 2),
                               .classes = text(title, "classes")},
                     .actions = summary_actions(member(card, "actions")),
                     .classes = text(card, "classes"),
                     .attributes = attributes(card)};
    }
    return summary_list(made);
}

std::vector<TableCell> cells_from(const Json& list) {
    std::vector<TableCell> made;
    for (const auto& cell : list)
        made.push_back({.content = yes(cell, "html") ? content(cell) : Content(text_of(member(cell, "text"))),
                        .format = text(cell, "format"),
                        .classes = text(cell, "classes"),
                        .colspan = number(cell, "colspan"),
                        .rowspan = number(cell, "rowspan"),
                        .attributes = attributes(cell)});
    return made;
}

Html table_fixture(const Json& j, const std::string&) {
    Table made{.caption = text(j, "caption"),
               .caption_classes = text(j, "captionClasses"),
               .head = cells_from(member(j, "head")),
               .first_cell_is_header = yes(j, "firstCellIsHeader"),
               .classes = text(j, "classes"),
               .attributes = attributes(j)};
    for (const auto& row : member(j, "rows"))
        if (truthy(row)) made.rows.push_back(cells_from(row));
    return table(made);
}

Html tabs_fixture(const Json& j, const std::string&) {
    Tabs made{.id = text(j, "id"),
              .id_prefix = text(j, "idPrefix"),
              .title = text(j, "title", "Contents"),
              .classes = text(j, "classes"),
              .attributes = attributes(j)};
    for (const auto& item : member(j, "items")) {
        const auto& its_panel = member(item, "panel");
        made.items.push_back({.label = text(item, "label"),
                              .id = text(item, "id"),
                              .panel = content(its_panel),
                              .attributes = attributes(item),
                              .panel_attributes = attributes(its_panel),
                              .left_out = !truthy(item)});
    }
    return tabs(made);
}

Html task_list_fixture(const Json& j, const std::string&) {
    TaskList made{
        .id_prefix = text(j, "idPrefix", "task-list"), .classes = text(j, "classes"), .attributes = attributes(j)};
    for (const auto& item : member(j, "items")) {
        const auto& title = member(item, "title");
        const auto& status = member(item, "status");
        made.items.push_back({.title = {.content = content(title), .classes = text(title, "classes")},
                              .href = text(item, "href"),
                              .hint = content(member(item, "hint")),
                              .status = {.content = content(status),
                                         .tag = tag_from(member(status, "tag")),
                                         .classes = text(status, "classes")},
                              .classes = text(item, "classes"),
                              .left_out = !truthy(item)});
    }
    return task_list(made);
}

Html warning_text_fixture(const Json& j, const std::string&) {
    return warning_text({.content = content(j),
                         .icon_fallback = text(j, "iconFallbackText", "Warning"),
                         .classes = text(j, "classes"),
                         .attributes = attributes(j)});
}

}  // namespace

void add_content_renderers(Renderers& renderers) {
    renderers["accordion"] = accordion_fixture;
    renderers["back-link"] = back_link_fixture;
    renderers["breadcrumbs"] = breadcrumbs_fixture;
    renderers["details"] = details_fixture;
    renderers["error-summary"] = error_summary_fixture;
    renderers["exit-this-page"] = exit_this_page_fixture;
    renderers["footer"] = footer_fixture;
    renderers["generic-header"] = generic_header_fixture;
    renderers["inset-text"] = inset_text_fixture;
    renderers["notification-banner"] = notification_banner_fixture;
    renderers["pagination"] = pagination_fixture;
    renderers["panel"] = panel_fixture;
    renderers["phase-banner"] = phase_banner_fixture;
    renderers["service-navigation"] = service_navigation_fixture;
    renderers["skip-link"] = skip_link_fixture;
    renderers["summary-list"] = summary_list_fixture;
    renderers["table"] = table_fixture;
    renderers["tabs"] = tabs_fixture;
    renderers["tag"] = [](const Json& j, const std::string&) { return tag(tag_from(j)); };
    renderers["task-list"] = task_list_fixture;
    renderers["warning-text"] = warning_text_fixture;
}

}  // namespace hearken::web::testing
