#include "web/html/html.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <type_traits>

#include "web/html/trusted.hpp"

namespace hearken::web {

// By construction: nothing but a literal, an Html or the door of trusted.hpp becomes markup.
static_assert(!std::is_constructible_v<Html, std::string>);
static_assert(!std::is_constructible_v<Html, std::string_view>);
static_assert(!std::is_assignable_v<Html&, std::string>);

TEST(Html, EscapesWhateverAPersonTyped) {
    const std::string typed = R"(<script>alert("O'Hara & `co`\")</script>)";
    Html out;
    out << "<p>"_html << typed << "</p>"_html;
    EXPECT_EQ(out.str(), "<p>&lt;script&gt;alert(&quot;O&#39;Hara &amp; &#96;co&#96;&#92;&quot;)&lt;/script&gt;</p>");
}

TEST(Html, EscapesAPlainStringLiteralToo) {
    Html out;
    out << "<b>" << 42 << "</b>"_html;
    EXPECT_EQ(out.str(), "&lt;b&gt;42</b>");
}

TEST(Html, KeepsAnAttributeInsideItsQuotes) {
    Html out;
    out << "<a"_html;
    out.attr("title", "\" onclick=\"x").flag("hidden", true).flag("disabled", false).attr_if("id", "");
    EXPECT_EQ(out.str(), "<a title=\"&quot; onclick=&quot;x\" hidden");
}

TEST(Html, WritesFurtherAttributesInTheOrderGiven) {
    Html out;
    out << Attributes{{"data-b", "2"}, {"data-a", "<1>"}}.with_flag("hidden");
    EXPECT_EQ(out.str(), " data-b=\"2\" data-a=\"&lt;1&gt;\" hidden");
}

TEST(Html, NeverLinksToAScript) {
    for (const char* bad : {"javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)",
                            "java\tscript:alert(1)", "data:text/html,x", "vbscript:x"}) {
        Html out;
        out.href(bad);
        EXPECT_EQ(out.str(), " href=\"#\"") << bad;
    }
    for (const char* good : {"/cases/1", "?page=2", "#main", "https://example.org/a:b", "mailto:dsl@example.org",
                             "tel:01632960001", "/a?at=10:42", "page"}) {
        Html out;
        out.href(good);
        EXPECT_EQ(out.str(), std::string(" href=\"") + good + "\"") << good;
    }
}

TEST(Content, KnowsTextFromMarkup) {
    EXPECT_TRUE(Content("a < b").is_text());
    EXPECT_EQ(Content(std::string("a < b")).html().str(), "a &lt; b");
    EXPECT_FALSE(Content("<br>"_html).is_text());
    EXPECT_EQ(Content(trust("<i>x</i>")).html().str(), "<i>x</i>");
    EXPECT_TRUE(Content().empty());
}

TEST(Trust, IsUsedOnlyWhereItWasReviewed) {
    // Each file here makes markup of a string that no person typed. To add one, have that reviewed and name it here.
    const std::set<std::string> reviewed{"web/html/html.cpp", "web/components/conformance/options_from_json.hpp",
                                         "web/pages/people_map_page.cpp"};  // Graphviz escapes the names that it draws; its SVG is then cleaned
    const std::filesystem::path source = std::string(HEARKEN_SOURCE_DIR) + "/src";
    for (const auto& file : std::filesystem::recursive_directory_iterator(source)) {
        const auto name = std::filesystem::relative(file.path(), source).string();
        if (!name.ends_with("pp") || name.ends_with("_test.cpp") || reviewed.contains(name)) continue;
        std::stringstream text;
        text << std::ifstream(file.path()).rdbuf();
        EXPECT_EQ(text.str().find("#include \"web/html/trusted.hpp\""), std::string::npos) << name;
    }
}

TEST(Classes, LeaveOutEmptyNames) { EXPECT_EQ(classes({"a", "", "b", ""}), "a b"); }

}  // namespace hearken::web
