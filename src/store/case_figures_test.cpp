#include "store/case_figures.hpp"

#include "store/a_running_case.hpp"

namespace hearken::store {

using engine::EventKind;
using namespace std::chrono_literals;

class CaseFigures : public WithRunningCase {
protected:
    engine::Event saved(const std::string& form, const std::string& field, const std::string& value, PersonId child = {}) {
        auto e = event(EventKind::FormSaved, "", "", "", std::move(child));
        e.details["form"] = form;
        e.answers[field] = engine::Answer::of(value);
        return e;
    }
    std::vector<CountedCase> counted(const char* owner, Instant from, Instant until) {
        return database->read([&](Reading& reading) { return cases_to_count(reading, OrganisationId{owner}, "specimen", from, until); });
    }
};
HEARKEN_ON_BOTH(CaseFigures);

TEST_P(CaseFigures, HoldWhatWasLastAnsweredOfTheCaseAsAWhole) {
    ASSERT_TRUE(happen(rabbit, {opening("council"), saved("raised", "theme", "plans"), saved("raised", "theme", "thresholds"), saved("told", "words", "hers", ann), event(EventKind::FactSet, "urgent", "yes"),
                                event(EventKind::StageEntered, "screening", "main")}));
    const auto found = counted("council", clock.now() - 1h, clock.now() + 1h);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].id, rabbit);
    EXPECT_EQ(found[0].state, "open");
    EXPECT_FALSE(found[0].closed_at);
    ASSERT_EQ(found[0].forms.size(), 1u) << "what is said of one child is no figure";
    EXPECT_EQ(found[0].forms.at("raised").at("theme").first(), "thresholds");
    EXPECT_EQ(found[0].facts.at("urgent"), "yes");
    EXPECT_TRUE(found[0].stages.contains("screening"));
}

TEST_P(CaseFigures, AreTheOwnersAloneAndOfTheTimeAskedFor) {
    ASSERT_TRUE(happen(rabbit, {opening("council")}));
    EXPECT_TRUE(counted("school", clock.now() - 1h, clock.now() + 1h).empty());
    EXPECT_TRUE(counted("council", clock.now() + 1s, clock.now() + 1h).empty());
    EXPECT_TRUE(counted("council", clock.now() - 1h, clock.now()).empty());
}

}  // namespace hearken::store
