#include "procedure/compose.hpp"

#include <gtest/gtest.h>

#include "procedure/coverage.hpp"
#include "procedure/reading_files_test.hpp"

namespace hearken::procedure {

namespace {

SourceFiles specimen() { return read_folder(std::string(HEARKEN_SOURCE_DIR) + "/procedures/specimen"); }

}  // namespace

TEST(Includes, CopyAComponentUnderItsPrefixWithTheHostsNames) {
    const auto loaded = Library::load(specimen());
    const auto plot = loaded.library.find("plot");
    ASSERT_TRUE(plot);
    const Task* ask = plot->task("neighbour-ask");
    ASSERT_TRUE(ask);
    EXPECT_EQ(ask->roles, std::vector<std::string>{"gardener"});
    EXPECT_EQ(ask->form, "neighbour-request");
    ASSERT_TRUE(plot->form("neighbour-request"));
    const Stage* growing = plot->stage("growing");
    EXPECT_EQ(growing->tasks.back().id, "neighbour-remind");
    EXPECT_FALSE(plot->task("ask"));
}

TEST(Includes, RefuseAComponentThatIncludesItself) {
    const std::string body = "version: \"1\"\ntitle: C\nincludes: [{component: c, as: again}]\n";
    const auto loaded = Library::load({{"c.yaml", "component: c\n" + body}});
    EXPECT_NE(in_words(loaded.faults).find("includes itself"), std::string::npos) << in_words(loaded.faults);
}

TEST(Overlays, JoinWhileTheirConditionHoldsAndLeaveTheHostAsItWas) {
    const auto loaded = Library::load(specimen());
    const auto plot = loaded.library.find("plot");
    const auto overlays = loaded.library.overlays();
    const Definition with =
        merge_overlays(*plot, overlays, [](const Condition& condition) { return condition.name == "dog-in-garden"; });
    ASSERT_TRUE(with.task("fence"));
    EXPECT_EQ(with.task("fence")->overlay, "dog");
    EXPECT_TRUE(with.task("throw-stick"));
    EXPECT_EQ(with.task("water")->needs.size(), plot->task("water")->needs.size() + 1);
    EXPECT_EQ(with.task("plot-meeting")->meeting->invite.back().who, "helper");
    EXPECT_EQ(with.form("planting")->fields.back().id, "dogs-name");
    EXPECT_EQ(with.form("planting")->layout.sections.back().id, "dog");
    EXPECT_FALSE(plot->task("fence"));
    EXPECT_FALSE(merge_overlays(*plot, overlays, [](const Condition&) { return false; }).task("fence"));
}

TEST(Orderings, BecomeGates) {
    const auto loaded = Library::load(specimen());
    const auto plot = loaded.library.find("plot");
    const auto& needs = plot->task("plant")->needs;
    ASSERT_EQ(needs.back().id, "after-dig");
    EXPECT_EQ(needs.back().that.kind, Condition::Kind::Done);
    EXPECT_EQ(needs.back().otherwise, "First: Dig.");
}

TEST(Versions, TheNewestIsFoundByNumberAndOlderOnesStay) {
    const auto text = [](const std::string& version) {
        return "procedure: p\nversion: \"" + version + "\"\ntitle: P " + version +
               "\nstart: {role: a}\noutcomes: [Done]\nstages: [{id: s, ends: done}]\n";
    };
    const SourceFiles files{{"p2.yaml", text("2")},
                            {"p10.yaml", text("10")},
                            {"vocabulary.yaml", "vocabulary: v\nroles: [{id: a, title: A}]\n"}};
    const auto loaded = Library::load(files);
    EXPECT_TRUE(loaded.ok()) << in_words(loaded.faults);
    EXPECT_EQ(loaded.library.find("p")->version, "10");
    EXPECT_EQ(loaded.library.find("p", "2")->title, "P 2");
    EXPECT_EQ(loaded.library.find("p", "3"), nullptr);
    EXPECT_EQ(loaded.library.all().size(), 1u);
    SourceFiles twice = files;
    twice["again.yaml"] = text("2");
    EXPECT_FALSE(Library::load(twice).ok());
}

TEST(Stubs, AreNamedButNotOffered) {
    const auto loaded = Library::load(specimen());
    EXPECT_TRUE(loaded.library.find("harvest"));
    for (const auto& definition : loaded.library.all()) EXPECT_NE(definition->id, "harvest");
}

TEST(Coverage, SaysForEveryDutyWhereItLivesAndHow) {
    const auto loaded = Library::load(specimen());
    const Coverage all = coverage(loaded.library);
    ASSERT_EQ(all.duties.size(), 7u);
    const DutyCoverage& watering = all.duties.at(0);
    EXPECT_EQ(watering.duty->id, "G.plot.s1");
    EXPECT_TRUE(std::any_of(watering.carried.begin(), watering.carried.end(), [](const CarriedBy& by) {
        return by.how == Carried::Timed && by.definition == "plot" &&
               by.path == "strands/main/stages/growing/tasks/water/due";
    }));
    EXPECT_EQ(all.totals.uncovered, 0);
    EXPECT_EQ(all.by_procedure.at("plot").by_how.at(Carried::Enforced), 2);
    EXPECT_NE(coverage_text(all).find("attested  code: the garden gate's lock"), std::string::npos)
        << coverage_text(all);
    EXPECT_NE(coverage_json(all).find(
                  "{\"how\": \"enforced\", \"definition\": \"plot\", \"path\": \"prohibitions/no-picking\"}"),
              std::string::npos);
}

TEST(Coverage, ListsUncoveredDuties) {
    const auto loaded = Library::load(
        {{"duties.csv",
          "id,kind,severity,actor,duty,deadline,procedure,line\nD.1,step,must,A,\"Say \"\"hello\"\"\",,x,1\n"}});
    const Coverage all = coverage(loaded.library);
    EXPECT_EQ(all.totals.uncovered, 1);
    EXPECT_NE(coverage_text(all).find("D.1  uncovered"), std::string::npos);
    EXPECT_NE(coverage_json(all).find("\"text\": \"Say \\\"hello\\\"\""), std::string::npos) << coverage_json(all);
}

}  // namespace hearken::procedure
