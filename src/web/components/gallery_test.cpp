// One page with every component. HEARKEN_GALLERY=/tmp/gallery.html writes it, for looking at.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <regex>
#include <set>

#include "web/components/all.hpp"

namespace hearken::web {
namespace {

Html fields() {
    Html out;
    out << text_input({.name = "upn",
                       .label = {.content = "Unique pupil number"},
                       .hint = {.content = "On the school's system"},
                       .error = {.content = "Enter a unique pupil number of 13 characters"},
                       .classes = "govuk-input--width-20",
                       .prefix = {.content = "UPN"}})
        << textarea({.name = "said",
                     .label = {.content = "What the child said, in the child's own words"},
                     .value = "\"I don't want to go home\"",
                     .attributes = Attributes{}.with_flag("data-draft")})
        << character_count({.name = "saw", .label = {.content = "What you saw"}, .max_length = 200})
        << radios({.name = "told",
                   .fieldset = Fieldset{.legend = {.content = "Have you told the DSL in person?",
                                                   .classes = "govuk-fieldset__legend--m"}},
                   .items = {{.value = "yes",
                              .content = "Yes",
                              .conditional = text_input({.name = "when", .label = {.content = "When?"}})},
                             {.divider = "or"},
                             {.value = "no", .content = "No", .hint = {.content = "You will be told whom to ring"}}},
                   .value = "yes"})
        << checkboxes({.name = "who",
                       .fieldset = Fieldset{.legend = {.content = "Who else knows?"}},
                       .hint = {.content = "Select all that apply"},
                       .items = {{.value = "parent", .content = "A parent"},
                                 {.value = "school", .content = "School staff"},
                                 {.value = "none", .content = "Nobody", .behaviour = "exclusive"}},
                       .values = {"school"}})
        << select({.name = "school",
                   .label = {.content = "School"},
                   .items = {{.text = "Choose", .value = ""}, {.text = "Ash Lane Primary"}}})
        << date_input({.id = "born",
                       .name_prefix = "born",
                       .fieldset = Fieldset{.legend = {.content = "Date of birth"}},
                       .hint = {.content = "For example, 27 3 2016"},
                       .day = "27",
                       .month = "3",
                       .year = "2016"})
        << date_picker({.id = "met", .name = "met", .label = {.content = "Date of the meeting"}})
        << file_upload({.name = "letter", .label = {.content = "Attach a letter"}, .drop_zone = true})
        << password_input({.name = "password", .label = {.content = "Password"}})
        << multi_file_upload(
               {.uploaded = {{.message = "letter.pdf", .file_name = "f1", .original_file_name = "letter.pdf"}},
                .upload = file_upload({.name = "more", .label = {.content = "Add another file"}})})
        << "<div class=\"govuk-button-group\">"_html << button({.content = "Save and continue"})
        << button({.content = "Save draft", .classes = "govuk-button--secondary"})
        << button({.content = "Print",
                   .type = "button",
                   .classes = "govuk-button--secondary",
                   .attributes = Attributes{}.with_flag("data-print").with_flag("hidden")})
        << button({.content = "Start now", .href = "#", .is_start_button = true}) << "</div>"_html;
    return out;
}

Html words() {
    Html out;
    out << error_summary({.errors = {{.content = "Enter a unique pupil number of 13 characters", .href = "#upn"}}})
        << notification_banner({.content = "The referral was acknowledged at 10:42.", .success = true})
        << alert({.variant = AlertVariant::Warning, .title = "Due today", .content = "Two clocks end at 5pm today."})
        << alert({.variant = AlertVariant::Error,
                  .title = "Immediate danger",
                  .content = "Ring 999 now.",
                  .show_title_as_heading = true})
        << warning_text({.content = "Do not promise to keep a secret."})
        << inset_text({.content = "Record what was said, not what you think it means."})
        << details({.summary = "Who can see this", .content = "The DSL and deputy DSLs of this school."})
        << panel({.title = "Concern recorded", .content = "Your reference is C-1042"})
        << accordion({.id = "manual",
                      .items = {{.heading = "When to refer", .summary = "One working day", .content = "Refer now."},
                                {.heading = "Consent", .content = "Ask, unless asking puts the child at risk."}}})
        << tabs({.items = {{.label = "Open", .id = "open", .panel = "Three open tasks"},
                           {.label = "Done", .id = "done", .panel = "None"}}});
    return out;
}

Html records() {
    Html out;
    Html title;
    title << "Child: "_html
          << "Ada Example" << badge({.content = "Child protection plan", .classes = "moj-badge--red"});
    out << identity_bar({.title = title,
                         .menus = {{.button_text = "Actions",
                                    .items = {{.content = "Refer", .href = "#"}, {.content = "Share", .href = "#"}}}}})
        << page_header_actions({.heading = "Chronology",
                                .heading_level = 2,
                                .heading_classes = "govuk-heading-l",
                                .items = {{.content = "Add an entry", .href = "#"}}})
        << sub_navigation(
               {.items = {{.content = "Overview", .href = "#", .active = true}, {.content = "People", .href = "#"}}})
        << side_navigation(
               {.label = "Parts of the case",
                .items = {{.content = "Stage", .href = "#", .active = true}, {.content = "Tasks", .href = "#"}}})
        << summary_list(
               {.rows =
                    {{.key = {.content = "School"},
                      .value = {.content = "Ash Lane Primary"},
                      .actions = {.items = {{.content = "Change", .href = "#", .visually_hidden_text = "school"}}}}},
                .card = SummaryCard{.title = {.content = "The child"}}})
        << task_list({.items = {{.title = {.content = "The child"}, .href = "#", .status = {.content = "Completed"}},
                                {.title = {.content = "Consent"},
                                 .href = "#",
                                 .hint = "A line manager must authorise",
                                 .status = {.tag = {.content = "Incomplete", .classes = "govuk-tag--blue"}}}}})
        << sortable_table({.caption = "Deadlines",
                           .caption_classes = "govuk-table__caption--m",
                           .head = {sortable_heading("What"), sortable_heading("Due", Sorted::Ascending)},
                           .rows = {{{.content = "Acknowledge"}, sorted_by("2026-04-02", "2 April 2026")},
                                    {{.content = "Decide"}, sorted_by("2026-04-03", "3 April 2026")}}})
        << timeline({.items = {{.label = "Concern recorded",
                                .byline = "P. Example",
                                .timestamp = "2026-04-02T15:50:00Z",
                                .when = "2 April 2026 at 4:50pm",
                                .content = "Said that she was hungry."}},
                     .heading_level = 3})
        << search({.action = "/search",
                   .csrf_token = "token",
                   .label = {.content = "Find a child"},
                   .input = {.name = "q", .id = "q", .type = "search"}})
        << filter_layout({.action = "/list",
                          .filter = {.selected = SelectedFilters{.clear_href = "/list",
                                                                 .categories = {{.heading = "Kind",
                                                                                 .items = {{"Concern", "/list"}}}}}},
                          .results = results_pagination({.pages = pages_of(2, 9, "/list?page="),
                                                         .results_term = "entries",
                                                         .from = 11,
                                                         .to = 20,
                                                         .count = 84})})
        << body_map({.legend = "Where on the body?",
                     .hint = {.content = "Left and right are the child's own."},
                     .marks = {{"front-forearm-right", "Bruise, 2 cm, yellow"}}})
        << body_map_drawing({{"back-upper", "Three parallel marks"}});
    return out;
}

Html gallery() {
    Html main;
    main << "<h1 class=\"govuk-heading-xl\">Components</h1>\n"_html << words()
         << "<form data-draft-url=\"/drafts/x\" data-draft>"_html << fields() << "</form>"_html << records();
    Html role;
    role
        << "<p class=\"govuk-body-s\">P. Example, DSL at Ash Lane Primary <a class=\"govuk-link\" href=\"/role\">Change role</a></p>"_html;
    return page({.title = "Components",
                 .main = main,
                 .before_main = back_link({.href = "/"}),
                 .navigation = {{.content = "My work", .href = "/", .current = true},
                                {.content = "Children", .href = "/children"},
                                {.content = "Procedures", .href = "/procedures"}},
                 .role = role,
                 .csrf_token = "token",
                 .demonstration = true,
                 .footer_links = {{.text = "Privacy", .href = "/privacy"},
                                  {.text = "Accessibility", .href = "/accessibility"}}});
}

std::vector<std::string> all_matches(const std::string& text, const char* pattern) {
    std::vector<std::string> found;
    const std::regex expression(pattern);
    for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at) found.push_back((*at)[1]);
    return found;
}

TEST(Gallery, GivesEachIdOnceAndPointsOnlyAtIdsThatExist) {
    const auto markup = gallery().str();
    std::set<std::string> seen;
    for (const auto& id : all_matches(markup, " id=\"([^\"]*)\"")) EXPECT_TRUE(seen.insert(id).second) << id;
    for (const auto& id : all_matches(markup, " for=\"([^\"]*)\"")) EXPECT_TRUE(seen.contains(id)) << id;
    for (const auto& id : all_matches(markup, " data-part=\"([^\"]*)\"")) EXPECT_TRUE(seen.contains(id)) << id;
    for (const auto& list : all_matches(markup, " aria-describedby=\"([^\"]*)\""))
        for (const auto& id : all_matches(list, "([^ ]+)")) EXPECT_TRUE(seen.contains(id)) << id;
    EXPECT_TRUE(seen.contains("main-content"));
}

TEST(Gallery, NeedsNoInlineScriptOrStyle) {
    const auto markup = gallery().str();
    EXPECT_TRUE(all_matches(markup, "(<script(?![^>]* src=)[^>]*>)").empty());
    EXPECT_TRUE(all_matches(markup, "( style=| on[a-z]+=|<style)").empty());
}

TEST(Gallery, CanBeWrittenToAFile) {
    const char* path = std::getenv("HEARKEN_GALLERY");
    if (!path) GTEST_SKIP() << "set HEARKEN_GALLERY to a path to write the gallery";
    std::ofstream file(path);
    file << gallery().str();
    EXPECT_TRUE(file.good());
}

TEST(Page, EscapesItsTitleAndNamesTheProduct) {
    const auto markup = page({.title = "Cases & <notes>"}).str();
    EXPECT_NE(markup.find("<title>Cases &amp; &lt;notes&gt; – Hearken</title>"), std::string::npos);
    EXPECT_TRUE(markup.starts_with("<!DOCTYPE html>\n<html lang=\"en\""));
}

TEST(Page, OffersToHideTheScreenEvenWithoutAScriptAndBeforeSigningIn) {
    const auto markup = page({.title = "Sign in"}).str();
    EXPECT_NE(markup.find("href=\"/hidden\""), std::string::npos);
    EXPECT_NE(markup.find("Hide this screen"), std::string::npos);
}

TEST(Page, SaysThatPeopleAreInventedOnlyInADemonstration) {
    EXPECT_NE(page({.demonstration = true}).str().find("invented people"), std::string::npos);
    EXPECT_EQ(page({.demonstration = false}).str().find("invented people"), std::string::npos);
}

TEST(Page, GivesTheRequestTokenToTheScriptOnlyWhenThereIsOne) {
    EXPECT_NE(page({.csrf_token = "abc"}).str().find("<meta name=\"csrf-token\" content=\"abc\">"), std::string::npos);
    EXPECT_EQ(page({}).str().find("csrf-token"), std::string::npos);
}

}  // namespace
}  // namespace hearken::web
