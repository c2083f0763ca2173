#include "web/manual/graphviz.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace hearken::web {
namespace {

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(Graphviz, DrawsAGraphAsSvg) {
    const auto svg = draw_svg("digraph { a [label=\"Screening & deciding\"]; a -> b }");
    EXPECT_TRUE(svg.starts_with("<svg "));
    EXPECT_TRUE(holds(svg, "xmlns=\"http://www.w3.org/2000/svg\""));
    EXPECT_TRUE(holds(svg, "Screening &amp; deciding"));
    EXPECT_TRUE(holds(svg, "<path"));
}

TEST(Graphviz, DrawsAGraphLargerThanAnyBuffer) {
    std::string source = "digraph {";
    for (int i = 0; i < 4000; ++i) source += "n" + std::to_string(i) + " [label=\"a long label that fills the connection, over and over again\"];\n";
    const auto svg = draw_svg(source + "}", std::chrono::seconds(60));
    EXPECT_TRUE(holds(svg, "n3999"));
}

TEST(Graphviz, SaysWhenTheSourceIsNotAccepted) { EXPECT_THROW(draw_svg("this is not a graph"), std::runtime_error); }

TEST(Graphviz, SaysWhichPackageToInstallWhenTheProgramIsMissing) {
    try {
        draw_svg("digraph {}", std::chrono::seconds(10), "no-such-program-as-this");
        FAIL() << "it was drawn";
    } catch (const std::runtime_error& error) {
        EXPECT_TRUE(holds(error.what(), "graphviz")) << error.what();
    }
}

TEST(Graphviz, StopsAProgramThatDoesNotFinish) {
    // `yes -Tsvg` writes for ever: it is stopped by size or by time, whichever comes first.
    EXPECT_THROW(draw_svg("digraph {}", std::chrono::milliseconds(300), "yes"), std::runtime_error);
}

TEST(Graphviz, AProgramThatReadsNothingDoesNotEndTheServer) {
    EXPECT_THROW(draw_svg(std::string(4'000'000, 'x'), std::chrono::seconds(10), "false"), std::runtime_error);
}

TEST(CleanSvg, KeepsTheDrawingAndDropsWhatCouldRun) {
    const auto clean = clean_svg(
        "<?xml version=\"1.0\"?><!DOCTYPE svg><!-- hi --><svg width=\"4pt\" onload=\"run()\" xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"x\">"
        "<script>run(\"</g>\")</script><style>@import url(x)</style><a xlink:href=\"javascript:x\"><text x='1' style=\"fill:red\">Hello</text></a>"
        "<image href=\"http://elsewhere\"/><foreignObject><p>no</p></foreignObject><path fill=\"url(#a)\" d=\"M1\" onclick=\"x\"/><![CDATA[<script>]]></svg>");
    EXPECT_EQ(clean, "<svg width=\"4pt\" xmlns=\"http://www.w3.org/2000/svg\"><text x=\"1\">Hello</text><path d=\"M1\"/></svg>");
}

TEST(CleanSvg, EndsQuietlyOnTextThatIsCutOff) {
    EXPECT_EQ(clean_svg("<svg><g fill=\"no"), "<svg>");
    EXPECT_EQ(clean_svg("not a drawing"), "");
}

TEST(Drawings, ADrawingIsMadeOnce) {
    Drawings drawings;
    int asked = 0;
    const auto source = [&] { ++asked; return std::string("digraph { a -> b }"); };
    const auto first = drawings.find_or_draw("referral@1", source);
    const auto second = drawings.find_or_draw("referral@1", source);
    EXPECT_EQ(first, second);
    EXPECT_EQ(asked, 1);
}

TEST(Drawings, ADrawingThatFailedIsTriedAgain) {
    Drawings drawings;
    EXPECT_THROW(drawings.find_or_draw("broken", [] { return std::string("no graph"); }), std::runtime_error);
    EXPECT_TRUE(drawings.find_or_draw("broken", [] { return std::string("digraph { a }"); }));
}

}  // namespace
}  // namespace hearken::web
