// Our MOJ components against what MOJ Frontend's own templates rendered (goldens.json, made by make_goldens.mjs).
#include <gtest/gtest.h>

#include <fstream>

#include "web/components/conformance/normalised.hpp"
#include "web/components/conformance/options_from_json.hpp"
#include "web/components/moj/alert.hpp"
#include "web/components/moj/badge.hpp"
#include "web/components/moj/button_menu.hpp"
#include "web/components/moj/date_picker.hpp"
#include "web/components/moj/filter.hpp"
#include "web/components/moj/identity_bar.hpp"
#include "web/components/moj/multi_file_upload.hpp"
#include "web/components/moj/page_header_actions.hpp"
#include "web/components/moj/results_pagination.hpp"
#include "web/components/moj/search.hpp"
#include "web/components/moj/side_navigation.hpp"
#include "web/components/moj/sortable_table.hpp"
#include "web/components/moj/sub_navigation.hpp"
#include "web/components/moj/timeline.hpp"

namespace hearken::web::testing {
namespace {

Button button_from(const Json& j) {
    return {.content = content(j),
            .href = text(j, "href"),
            .type = text(j, "type", "submit"),
            .name = text(j, "name"),
            .value = text(j, "value"),
            .classes = text(j, "classes"),
            .attributes = attributes(j)};
}

Html badge_golden(const Json& j) {
    return badge({.content = content(j), .classes = text(j, "classes"), .attributes = attributes(j)});
}

Html alert_golden(const Json& j) {
    const auto variant = text(j, "variant", "information");
    return alert({.variant = variant == "success"   ? AlertVariant::Success
                             : variant == "warning" ? AlertVariant::Warning
                             : variant == "error"   ? AlertVariant::Error
                                                    : AlertVariant::Information,
                  .title = text(j, "title"),
                  .content = content(j),
                  .show_title_as_heading = yes(j, "showTitleAsHeading"),
                  .heading_level = text(j, "headingTag") == "h3" ? 3 : 2,
                  .dismissible = yes(j, "dismissible"),
                  .dismiss_text = text(j, "dismissText", "Dismiss"),
                  .disable_auto_focus = yes(j, "disableAutoFocus"),
                  .focus_on_dismiss_selector = text(j, "focusOnDismissSelector"),
                  .role = text(j, "role", "region"),
                  .classes = text(j, "classes"),
                  .attributes = attributes(j)});
}

ButtonMenu button_menu_from(const Json& j) {
    const auto& its_button = member(j, "button");
    ButtonMenu made{.button_text = text(its_button, "text"),
                    .button_classes = text(its_button, "classes"),
                    .align_menu = text(j, "alignMenu"),
                    .classes = text(j, "classes"),
                    .attributes = attributes(j)};
    for (const auto& item : member(j, "items")) made.items.push_back(button_from(item));
    return made;
}

Html identity_bar_golden(const Json& j) {
    IdentityBar made{.title = content(member(j, "title")), .classes = text(j, "classes"), .attributes = attributes(j)};
    for (const auto& menu : member(j, "menus")) made.menus.push_back(button_menu_from(menu));
    return identity_bar(made);
}

Html timeline_golden(const Json& j) {
    Timeline made{
        .heading_level = number(j, "headingLevel", 2), .classes = text(j, "classes"), .attributes = attributes(j)};
    for (const auto& item : member(j, "items"))
        made.items.push_back({.label = content(item["label"]),
                              .byline = content(member(item, "byline")),
                              .timestamp = text(item["datetime"], "timestamp"),
                              .when = text(item["datetime"], "type"),
                              .content = content(item),
                              .classes = text(item, "classes"),
                              .attributes = attributes(item)});
    return timeline(made);
}

std::vector<SideNavigationItem> side_items(const Json& items) {
    std::vector<SideNavigationItem> made;
    for (const auto& item : items)
        made.push_back({.content = content(item),
                        .href = text(item, "href"),
                        .active = yes(item, "active"),
                        .attributes = attributes(item)});
    return made;
}

Html side_navigation_golden(const Json& j) {
    SideNavigation made{.label = text(j, "label"),
                        .items = side_items(member(j, "items")),
                        .classes = text(j, "classes"),
                        .attributes = attributes(j)};
    for (const auto& section : member(j, "sections")) {
        const auto& heading = section["heading"];
        made.sections.push_back({.heading = content(heading),
                                 .heading_level = number(heading, "headingLevel", 4),
                                 .heading_classes = text(heading, "classes"),
                                 .heading_attributes = attributes(heading),
                                 .items = side_items(section["items"])});
    }
    return side_navigation(made);
}

Html sub_navigation_golden(const Json& j) {
    SubNavigation made{.label = text(j, "label", "Secondary navigation region"),
                       .classes = text(j, "classes"),
                       .attributes = attributes(j)};
    for (const auto& item : member(j, "items"))
        made.items.push_back({.content = content(item),
                              .href = text(item, "href"),
                              .active = yes(item, "active"),
                              .classes = text(item, "classes"),
                              .attributes = attributes(item)});
    return sub_navigation(made);
}

Html filter_golden(const Json& j) {
    const auto& submit = member(j, "submit");
    Filter made{.heading = content(member(j, "heading")),
                .submit_text = text(submit, "text", "Apply filters"),
                .submit_attributes = attributes(submit),
                .options = markup(j, "optionsHtml"),
                .attributes = attributes(j)};
    const auto& selected = member(j, "selectedFilters");
    if (truthy(selected)) {
        made.selected = SelectedFilters{.heading = content(selected["heading"]),
                                        .clear_text = text(selected["clearLink"], "text"),
                                        .clear_href = text(selected["clearLink"], "href")};
        for (const auto& category : selected["categories"]) {
            auto& its = made.selected->categories.emplace_back();
            its.heading = content(category["heading"]);
            for (const auto& item : category["items"]) its.items.push_back({text(item, "text"), text(item, "href")});
        }
    }
    return filter(made);
}

Html search_golden(const Json& j) {
    const auto& input = member(j, "input");
    return search({.action = text(j, "action"),
                   .method = text(j, "method", "get"),
                   .csrf_token = text(member(j, "csrf"), "value"),
                   .label = label_from(member(j, "label")),
                   .hint = hint_from(member(j, "hint")),
                   .input = {.name = text(input, "name"),
                             .id = text(input, "id"),
                             .type = "search",
                             .value = text(input, "value")},
                   .button = button_from(member(j, "button")),
                   .stacked = text(j, "layout") == "stacked",
                   .icon_button = yes(j, "iconButton"),
                   .classes = text(j, "classes"),
                   .attributes = attributes(j)});
}

Html multi_file_upload_golden(const Json& j) {
    const auto& files = member(j, "uploadedFiles");
    MultiFileUpload made{.heading = content(member(files, "heading")),
                         .upload = markup(j, "uploadHtml"),
                         .classes = text(j, "classes"),
                         .attributes = attributes(j)};
    for (const auto& file : member(files, "items"))
        made.uploaded.push_back({.message = content(file["message"]),
                                 .file_name = text(file, "fileName"),
                                 .original_file_name = text(file, "originalFileName"),
                                 .delete_text = text(file["deleteButton"], "text")});
    return multi_file_upload(made);
}

Html page_header_actions_golden(const Json& j) {
    const auto& heading = member(j, "heading");
    PageHeaderActions made{.heading = content(heading),
                           .heading_level = number(heading, "level", 1),
                           .heading_classes = text(heading, "classes", "govuk-heading-xl"),
                           .classes = text(j, "classes"),
                           .attributes = attributes(j)};
    for (const auto& item : member(j, "items")) made.items.push_back(button_from(item));
    return page_header_actions(made);
}

PaginationLink page_link(const Json& j) { return {.href = text(j, "href"), .content = content(j)}; }

Html pagination_golden(const Json& j) {
    const auto& results = member(j, "results");
    ResultsPagination made{
        .pages = {.previous = page_link(member(j, "previous")), .next = page_link(member(j, "next"))},
        .results_term = text(results, "text", "results"),
        .from = number(results, "from"),
        .to = number(results, "to"),
        .count = number(results, "count")};
    for (const auto& item : member(j, "items"))
        made.pages.items.push_back({.number = text(item, "text"),
                                    .href = text(item, "href"),
                                    .current = yes(item, "selected"),
                                    .ellipsis = text(item, "type") == "dots"});
    return results_pagination(made);
}

Html date_picker_golden(const Json& j) {
    return date_picker({.id = text(j, "id"),
                        .name = text(j, "name"),
                        .value = text(j, "value"),
                        .label = label_from(member(j, "label")),
                        .hint = hint_from(member(j, "hint")),
                        .error = error_from(member(j, "errorMessage")),
                        .min_date = text(j, "minDate"),
                        .max_date = text(j, "maxDate"),
                        .excluded_dates = text(j, "excludedDates"),
                        .excluded_days = text(j, "excludedDays"),
                        .leading_zeros = maybe(j, "leadingZeros"),
                        .week_start_day = text(j, "weekStartDay"),
                        .classes = text(j, "classes"),
                        .form_group = form_group_from(j),
                        .attributes = attributes(j)});
}

Html rendered(const std::string& component, const Json& j) {
    static const std::map<std::string, Html (*)(const Json&)> kRenderers{
        {"badge", badge_golden},
        {"alert", alert_golden},
        {"button-menu", [](const Json& options) { return button_menu(button_menu_from(options)); }},
        {"identity-bar", identity_bar_golden},
        {"timeline", timeline_golden},
        {"side-navigation", side_navigation_golden},
        {"sub-navigation", sub_navigation_golden},
        {"filter", filter_golden},
        {"search", search_golden},
        {"multi-file-upload", multi_file_upload_golden},
        {"page-header-actions", page_header_actions_golden},
        {"pagination", pagination_golden},
        {"date-picker", date_picker_golden},
    };
    return kRenderers.at(component)(j);
}

TEST(MojGoldens, AreWhatTheTemplatesOfMojFrontendRender) {
    std::ifstream file(std::string(HEARKEN_SOURCE_DIR) + "/src/web/components/moj/goldens.json");
    const auto goldens = Json::parse(file);
    EXPECT_GT(goldens.size(), 25u);
    for (const auto& golden : goldens) {
        const std::string component = golden["component"];
        EXPECT_EQ(normalised(rendered(component, golden["options"]).str()),
                  normalised(golden["html"].get<std::string>()))
            << component << ": " << golden["name"];
    }
}

TEST(SortableTable, MarksItsHeadingsAndSortsByWhatItIsTold) {
    const auto made = sortable_table({.head = {sortable_heading("Due", Sorted::Ascending), {.content = "What"}},
                                      .rows = {{sorted_by("2026-04-02", "2 April"), {.content = "Screen"}}}});
    EXPECT_NE(made.str().find("<table class=\"govuk-table\" data-module=\"moj-sortable-table\">"), std::string::npos);
    EXPECT_NE(made.str().find("aria-sort=\"ascending\">Due</th>"), std::string::npos);
    EXPECT_NE(made.str().find("<td class=\"govuk-table__cell\" data-sort-value=\"2026-04-02\">2 April</td>"),
              std::string::npos);
}

TEST(FilterLayout, CarriesATokenWhenItPosts) {
    const auto made = filter_layout({.action = "/children", .method = "post", .csrf_token = "abc"});
    EXPECT_NE(made.str().find(
                  "<form method=\"post\" action=\"/children\">\n<input type=\"hidden\" name=\"_csrf\" value=\"abc\">"),
              std::string::npos);
}

TEST(PagesOf, ShowsTheEndsAndTheNeighbours) {
    std::string shown;
    for (const auto& item : pages_of(6, 12, "/?page=").items) shown += (item.ellipsis ? "…" : item.number) + " ";
    EXPECT_EQ(shown, "1 … 5 6 7 … 12 ");
    EXPECT_EQ(pages_of(1, 3, "/?page=").previous.href, "");
    EXPECT_EQ(pages_of(1, 3, "/?page=").next.href, "/?page=2");
}

}  // namespace
}  // namespace hearken::web::testing
