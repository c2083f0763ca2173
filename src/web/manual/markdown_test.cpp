#include "web/manual/markdown.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace hearken::web {
namespace {

bool shows(const Html& html, std::string_view part) { return html.str().find(part) != std::string::npos; }

TEST(Markdown, GivesHeadingsBelowThePagesOwnTitle) {
    EXPECT_EQ(markdown("# One\n\n## Two\n\n### Three").str(),
              "<h2 class=\"govuk-heading-m\">One</h2>\n<h2 class=\"govuk-heading-m\">Two</h2>\n<h3 class=\"govuk-heading-s\">Three</h3>\n");
}

TEST(Markdown, GivesParagraphsListsAndEmphasisGovUkClasses) {
    EXPECT_EQ(markdown("Ring **first**, then *write*.").str(), "<p class=\"govuk-body\">Ring <strong>first</strong>, then <em>write</em>.</p>\n");
    EXPECT_EQ(markdown("- one\n- two").str(), "<ul class=\"govuk-list govuk-list--bullet\">\n<li>one\n</li>\n<li>two\n</li>\n</ul>\n");
    EXPECT_TRUE(shows(markdown("1. one\n2. two"), "<ol class=\"govuk-list govuk-list--number\">"));
}

TEST(Markdown, ShowsMarkupInTheTextAsTextAndNeverObeysIt) {
    for (const char* hostile : {"<script>alert(1)</script>", "Some <img src=x onerror=alert(1)> words", "<div onclick=\"x()\">a</div>"}) {
        const auto shown = markdown(hostile);
        EXPECT_FALSE(shows(shown, "<script")) << hostile;
        EXPECT_FALSE(shows(shown, "<img")) << hostile;
        EXPECT_FALSE(shows(shown, "<div")) << hostile;
        EXPECT_TRUE(shows(shown, "&lt;")) << hostile;
    }
}

TEST(Markdown, LinksOnlyWhereALinkMayLead) {
    EXPECT_TRUE(shows(markdown("[law](https://example.org/a)"), "<a class=\"govuk-link\" href=\"https://example.org/a\">law</a>"));
    EXPECT_TRUE(shows(markdown("[ring](tel:01632960101)"), "href=\"tel:01632960101\""));
    EXPECT_TRUE(shows(markdown("[consent](consent.md#refusal)"), "href=\"/guidance/consent#refusal\""));
    EXPECT_TRUE(shows(markdown("[cases](/cases)"), "href=\"/cases\""));
    for (const char* nowhere : {"[x](javascript:alert(1))", "[x](data:text/html,a)", "[x](//elsewhere.example)", "[x](../secret)", "[x](vbscript:a)"})
        EXPECT_EQ(markdown(nowhere).str(), "<p class=\"govuk-body\">x</p>\n") << nowhere;
}

TEST(Markdown, TablesSayTheirColumnBesideEachCellForNarrowScreens) {
    const auto shown = markdown("| Service | Number |\n|---|---|\n| Police | 101 |\n");
    EXPECT_TRUE(shows(shown, "govuk-table"));
    EXPECT_TRUE(shows(shown, "data-label=\"Number\""));
    EXPECT_TRUE(shows(shown, "scope=\"row\""));
}

TEST(Markdown, TelephoneNumbersCanBePressed) {
    const auto shown = markdown("Ring 999, or 01632 960101, or 020 7946 0001. Not 1999, 9990 or 0163.");
    EXPECT_TRUE(shows(shown, "<a class=\"govuk-link hearken-telephone\" href=\"tel:999\">999</a>"));
    EXPECT_TRUE(shows(shown, "href=\"tel:01632960101\">01632 960101</a>, or"));
    EXPECT_TRUE(shows(shown, "href=\"tel:02079460001\">020 7946 0001</a>. Not 1999, 9990 or 0163."));
}

TEST(Markdown, ANumberInsideALinkIsNotALinkInsideALink) {
    EXPECT_EQ(markdown("[01632 960101](tel:01632960101)").str(),
              "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"tel:01632960101\">01632 960101</a></p>\n");
}

TEST(Markdown, WordsAreGivenWithoutMarks) {
    EXPECT_EQ(markdown_words("## As a rule\n\nTalk with **them** first.\n\n- Ask\n- Tell\n"), "As a rule Talk with them first. Ask Tell");
}

TEST(Markdown, EveryGuidancePageOfThePartnershipIsRendered) {
    const std::filesystem::path folder = std::filesystem::path(HEARKEN_SOURCE_DIR) / "procedures/guidance";
    int pages = 0;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        std::ifstream in(file.path());
        std::stringstream text;
        text << in.rdbuf();
        const auto after_front_matter = text.str().substr(text.str().find("\n---", 3) + 4);
        EXPECT_TRUE(shows(markdown(after_front_matter), "<p class=\"govuk-body\">")) << file.path();
        ++pages;
    }
    EXPECT_GE(pages, 5);
}

}  // namespace
}  // namespace hearken::web
