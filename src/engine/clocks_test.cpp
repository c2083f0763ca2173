#include "engine/clocks.hpp"

#include "engine/test_definitions.hpp"

namespace hearken::engine::test {

namespace {

const DueSet& clock(const Story& story, const std::string& task, const std::string& id = "due", PersonId subject = {}) {
    for (const auto& due : story.state.task(task, subject)->dues)
        if (due.clock == id) return due;
    throw std::runtime_error("no clock " + id);
}

Task acknowledge() {
    Task made = task("acknowledge");
    made.time = {due("1 working day", anchor(Anchor::Kind::Received))};
    return made;
}

Form form_with(std::string id, std::vector<Field> fields) {
    Form made;
    made.id = made.title = std::move(id);
    made.fields = std::move(fields);
    return made;
}

}  // namespace

TEST(Clocks, ReceivedOnAFridayNightIsDueAtTheEndOfMonday) {
    Story story(definition({stage("screening", {acknowledge()}, "ended-done"), last_stage("done")}),
                "2026-03-07T09:00:00Z");
    OpenCase open = story.opening();
    open.received_at = at("2026-03-06T23:50:00Z");
    story.must(open);
    const DueSet& due = clock(story, "acknowledge");
    EXPECT_EQ(due.due_at, at("2026-03-09T23:59:59Z"));
    EXPECT_EQ(due.counted_from, at("2026-03-06T23:50:00Z"));
    EXPECT_EQ(due.counted_from_what, "this was received");
    EXPECT_EQ(due.period, "1 working day");
    EXPECT_FALSE(due.explanation.empty());
}

TEST(Clocks, DoneLateSaysSoWithoutAskingAnything) {
    Story story(definition({stage("screening", {acknowledge(), task("other")}, "ended-done"), last_stage("done")}));
    story.begin();
    story.world.now = at("2026-03-05T09:00:00Z");
    story.must(story.doing("acknowledge"));
    EXPECT_EQ(story.last(EventKind::TaskDone)->details.at("late"), "yes");
    EXPECT_EQ(story.last(EventKind::TaskDone)->details.at("late-clocks"), "due");
}

TEST(Clocks, OccurredInTimeAndRecordedLateIsInTime) {
    Story story(definition({stage("screening", {acknowledge(), task("other")}, "ended-done"), last_stage("done")}));
    story.begin();
    story.world.now = at("2026-03-05T09:00:00Z");
    DoTask command = story.doing("acknowledge");
    command.occurred_at = at("2026-03-03T16:00:00Z");
    story.must(command);
    const Event* done = story.last(EventKind::TaskDone);
    EXPECT_FALSE(done->details.contains("late"));
    EXPECT_EQ(done->details.at("recorded-late"), "yes");
    EXPECT_EQ(done->occurred_at, at("2026-03-03T16:00:00Z"));
    EXPECT_EQ(done->recorded_at, story.world.now);
}

TEST(Clocks, ATargetPassedIsNotLate) {
    Task made = task("evaluate");
    made.time = {due("same day", anchor(Anchor::Kind::Received), Strength::Target)};
    Story story(definition({stage("screening", {made, task("other")}, "ended-done"), last_stage("done")}));
    story.begin();
    story.world.now = at("2026-03-04T09:00:00Z");
    story.must(story.doing("evaluate"));
    EXPECT_FALSE(story.last(EventKind::TaskDone)->details.contains("late"));
}

TEST(Clocks, ALateJoinerHasTheirOwnAnchor) {
    Task assess = task("assess");
    assess.per_child = true;
    assess.time = {due("5 working days", anchor(Anchor::Kind::Received))};
    Story story(definition({stage("assessment", {assess}, "ended-done"), last_stage("done")}));
    story.begin({kAda});
    story.world.now = at("2026-03-12T10:00:00Z");
    story.must(AddSubject{{worker(), {}}, {kBen, "child", ""}});
    EXPECT_EQ(clock(story, "assess", "due", kAda).due_at, at("2026-03-09T23:59:59Z"));
    EXPECT_EQ(clock(story, "assess", "due", kBen).counted_from, at("2026-03-12T10:00:00Z"));
    EXPECT_EQ(clock(story, "assess", "due", kBen).due_at, at("2026-03-19T23:59:59Z"));
}

TEST(Clocks, StartsVisiblyWhenItsAnchorHappensLater) {
    Task tell = task("tell");
    tell.time = {due("2 working days", anchor(Anchor::Kind::Done, "see-child"))};
    Story story(definition({stage("work", {task("see-child"), tell}, "ended-done"), last_stage("done")}));
    story.begin();
    EXPECT_TRUE(story.state.task("tell")->dues.empty());
    story.must(story.doing("see-child"));
    ASSERT_EQ(story.count(EventKind::ClockSet, "tell"), 1);
    EXPECT_EQ(clock(story, "tell").counted_from, story.world.now);
    EXPECT_EQ(clock(story, "tell").counted_from_what, "“see-child” was done");
}

TEST(Clocks, CountsBackFromAnEventAndMovesWithItByAVisibleEvent) {
    Task prepare = task("prepare");
    TimeRule before = due("2 weeks", anchor(Anchor::Kind::Answer, "birth.expected"));
    before.construct = TimeRule::Construct::Before;
    before.id = "before";
    prepare.time = {before};
    Task dates = task("dates");
    dates.form = "birth";
    dates.repeatable = true;
    Definition made = definition({stage("work", {prepare, dates}, "ended-done"), last_stage("done")});
    made.forms = {form_with("birth", {field("expected", FieldType::Date)})};
    Story story(made);
    story.begin();
    DoTask first = story.doing("dates");
    first.answers["expected"] = Answer::of("2026-06-29");
    story.must(first);
    EXPECT_EQ(clock(story, "prepare", "before").due_at, at("2026-06-15T22:59:59Z"));
    DoTask second = first;
    second.answers["expected"] = Answer::of("2026-06-22");
    story.must(second);
    EXPECT_EQ(story.count(EventKind::ClockSet, "prepare"), 2);
    EXPECT_EQ(clock(story, "prepare", "before").due_at, at("2026-06-08T22:59:59Z"));
    EXPECT_EQ(story.state.task("prepare")->original_dues.front().due_at, at("2026-06-15T22:59:59Z"))
        << "the first date stays the measure";
    EXPECT_TRUE(story.later("2026-04-01T09:00:00Z").empty()) << "no clock moves because time passes";
}

TEST(Clocks, AnExtensionNeedsAReasonAndItsApproverAndLeavesTheFirstDate) {
    Definition made =
        definition({stage("screening", {acknowledge(), task("other")}, "ended-done"), last_stage("done")});
    made.strands[0].stages[0].tasks[0].time[0].extension_approved_by = "team-manager";
    Story story(made);
    story.begin();
    const Instant later = at("2026-03-06T17:00:00Z");
    EXPECT_EQ(story.refused(Extend{{worker(), {}}, "acknowledge", {}, "due", later, "", {}}, RefusalCode::Invalid),
              (std::vector<std::string>{"required", "required"}));
    EXPECT_EQ(
        story.refused(Extend{{manager(), {}}, "acknowledge", {}, "due", at("2026-03-03T09:00:00Z"), "Sooner.", {}},
                      RefusalCode::Invalid),
        std::vector<std::string>{"not-later"});
    story.must(Extend{{worker(), {}}, "acknowledge", {}, "due", later, "The family is away.", UserId{"manager"}});
    EXPECT_EQ(clock(story, "acknowledge").due_at, later);
    EXPECT_EQ(story.state.task("acknowledge")->original_dues.front().due_at, at("2026-03-03T23:59:59Z"));
    EXPECT_EQ(story.last(EventKind::ClockExtended)->details.at("approver"), "manager");
    story.world.now = at("2026-03-05T09:00:00Z");
    story.must(story.doing("acknowledge"));
    EXPECT_EQ(story.last(EventKind::TaskDone)->details.at("late"), "yes");
    EXPECT_EQ(story.last(EventKind::TaskDone)->details.at("in-time-as-extended"), "yes");
}

TEST(Clocks, ALimitWithoutExtensionCannotBeExtended) {
    Story story(definition({stage("screening", {acknowledge()}, "ended-done"), last_stage("done")}));
    story.begin();
    EXPECT_EQ(story.refused(Extend{{manager(), {}}, "acknowledge", {}, "due", at("2026-03-20T09:00:00Z"), "Busy.", {}},
                            RefusalCode::GateNotMet),
              std::vector<std::string>{"no-extension"});
}

TEST(Clocks, RecurringWorkOpensAgainFromItsCompletion) {
    Task visit = task("visit");
    visit.time = {every("2 weeks")};
    Story story(definition({stage("plan", {visit, task("end")}, "ended-done"), last_stage("done")}));
    story.begin();
    story.world.now = at("2026-03-10T10:00:00Z");
    story.must(story.doing("visit"));
    EXPECT_EQ(story.state.task("visit")->occurrence, 2);
    EXPECT_EQ(clock(story, "visit", "every").due_at, at("2026-03-24T23:59:59Z"));
    story.must(story.doing("end"));
    EXPECT_TRUE(story.state.closed) << "its next time does not hold the stage";
}

TEST(Clocks, CountFromWhenAFactWasSoNotFromWhenItWasWrittenDown) {
    Task visit = task("visit"), attempt = task("attempt"), next = task("next");
    visit.form = "visit-form";
    procedure::Effect seen;
    seen.kind = procedure::Effect::Kind::SetFact;
    seen.name = "seen";
    seen.value = "yes";
    seen.at = "visit-form.visited-at";
    visit.then = {seen};
    next.time = {due("2 weeks", anchor(Anchor::Kind::Fact, "seen"))};
    Definition made = definition({stage("plan", {visit, attempt, next}, "ended-done"), last_stage("done")});
    made.forms = {form_with("visit-form", {field("visited-at", FieldType::DateTime)})};
    Story story(made);
    story.begin();
    EXPECT_TRUE(story.state.task("next")->dues.empty()) << "nobody has been seen";
    story.world.now = at("2026-03-10T10:00:00Z");
    story.must(story.doing("attempt"));
    EXPECT_TRUE(story.state.task("next")->dues.empty()) << "an attempt is no visit";
    DoTask doing = story.doing("visit");
    doing.answers["visited-at"] = Answer::of("2026-03-06T15:00:00Z");
    story.must(doing);
    EXPECT_EQ(clock(story, "next", "due").due_at, at("2026-03-20T23:59:59Z"));
}

TEST(Clocks, ReviewsThatSetTheirNextDateMustSetIt) {
    Task review = task("review");
    review.time = {every("")};
    review.time[0].sets_next = true;
    review.form = "review-form";
    Definition made = definition({stage("plan", {review, task("end")}, "ended-done"), last_stage("done")});
    made.forms = {form_with("review-form", {field("next-date", FieldType::Date)})};
    Story story(made);
    story.begin();
    EXPECT_EQ(story.refused(story.doing("review"), RefusalCode::Invalid), std::vector<std::string>{"next-date"});
    DoTask command = story.doing("review");
    command.answers["next-date"] = Answer::of("2026-04-20");
    story.must(command);
    EXPECT_EQ(clock(story, "review", "every").due_at, at("2026-04-20T22:59:59Z"));
}

TEST(Clocks, OnAScheduleLatenessDoesNotPushTheRestBack) {
    Task returns = task("return");
    returns.time = {every("1 month")};
    returns.time[0].from_schedule = true;
    Story story(definition({stage("year", {returns, task("end")}, "ended-done"), last_stage("done")}));
    story.begin();
    story.later("2026-04-10T10:00:00Z");
    EXPECT_EQ(story.state.task("return")->occurrence, 2) << "the next falls due although the first is not in";
    EXPECT_EQ(clock(story, "return", "every").due_at, at("2026-05-02T22:59:59Z"));
    story.must(story.doing("return"));
    EXPECT_EQ(story.state.task("return")->status, TaskState::Status::Open) << "the earliest one was done";
}

TEST(Clocks, AStopwatchIsAnAlertAndNeverABreach) {
    Task ring = task("ring");
    TimeRule urgency;
    urgency.construct = TimeRule::Construct::Urgency;
    urgency.id = "urgency";
    urgency.urgency_class = "now";
    ring.time = {urgency};
    Story story(definition({stage("work", {ring, task("other")}, "ended-done"), last_stage("done")}));
    story.begin();
    EXPECT_TRUE(clock(story, "ring", "urgency").urgency);
    EXPECT_EQ(clock(story, "ring", "urgency").due_at, at("2026-03-02T11:00:00Z"));
    story.world.now = at("2026-03-04T09:00:00Z");
    story.must(story.doing("ring"));
    EXPECT_FALSE(story.last(EventKind::TaskDone)->details.contains("late"));
}

TEST(Clocks, AnAuthoritysSettingGivesThePeriod) {
    Definition made = definition({stage("screening", {acknowledge()}, "ended-done"), last_stage("done")});
    made.strands[0].stages[0].tasks[0].time[0].setting = "within";
    made.settings = {{"within", "Within", "3 working days", {}, true, {}, {}, 0}};
    Story own(made);
    own.begin();
    EXPECT_EQ(clock(own, "acknowledge").period, "3 working days");
    Story changed(made);
    changed.world.settings["within"] = "2 working days";
    changed.begin();
    EXPECT_EQ(clock(changed, "acknowledge").period, "2 working days");
}

TEST(Clocks, TheEarlierOfTwoLimbsGoverns) {
    Task made_task = task("review");
    TimeRule rule = due("", anchor(Anchor::Kind::Received));
    rule.earlier_of = {{"10 working days", anchor(Anchor::Kind::Received)},
                       {"1 working day", anchor(Anchor::Kind::Done, "news")}};
    made_task.time = {rule};
    Story story(definition({stage("work", {made_task, task("news")}, "ended-done"), last_stage("done")}));
    story.begin();
    EXPECT_EQ(clock(story, "review").due_at, at("2026-03-16T23:59:59Z"));
    story.must(story.doing("news"));
    EXPECT_EQ(clock(story, "review").due_at, at("2026-03-03T23:59:59Z"));
    EXPECT_EQ(story.count(EventKind::ClockSet, "review"), 1);
}

TEST(Clocks, ADateSetByACourtIsEnteredWithItsReason) {
    Task report = task("report");
    report.time = {due("", anchor(Anchor::Kind::SetOutside))};
    Story story(definition({stage("work", {report}, "ended-done"), last_stage("done")}));
    story.begin();
    story.must(Extend{{worker(), {}}, "report", {}, "due", at("2026-04-01T15:00:00Z"), "Order of 2 March, filed.", {}});
    EXPECT_EQ(clock(story, "report").due_at, at("2026-04-01T15:00:00Z"));
}

TEST(Clocks, ALimitThatDependsOnTheRatingChangesWithTheRating) {
    Task answer = task("answer"), rate = task("rate");
    const auto limit = [](const char* id, const char* period, const char* rating) {
        TimeRule rule = due(period, anchor(Anchor::Kind::Opened));
        rule.id = id;
        rule.when = fact("rating", rating);
        return rule;
    };
    answer.time = {limit("red", "4 hours", "red"), limit("green", "72 hours", "green")};
    rate.repeatable = true;
    rate.form = "rating";
    rate.then = {effect(Effect::Kind::SetFact, "rating", "green"), effect(Effect::Kind::SetFact, "rating", "red")};
    rate.then[0].when = answer_is("rating.colour", "green");
    rate.then[1].when = answer_is("rating.colour", "red");
    Definition made = definition({stage("asking", {answer, rate}, "ended-done"), last_stage("done")});
    made.forms = {form_with("rating", {field("colour", FieldType::Text)})};
    Story story(made);
    story.begin();
    EXPECT_TRUE(story.state.task("answer")->dues.empty());
    const auto rated = [&](const char* colour) {
        DoTask command = story.doing("rate");
        command.answers["colour"] = Answer::of(colour);
        story.must(command);
    };
    const auto running = [&] {
        std::vector<std::string> clocks;
        for (const auto& due : story.state.task("answer")->dues) clocks.push_back(due.clock);
        return clocks;
    };
    rated("green");
    EXPECT_EQ(running(), std::vector<std::string>{"green"});
    rated("red");
    EXPECT_EQ(running(), std::vector<std::string>{"red"});
    EXPECT_EQ(clock(story, "answer", "red").due_at, at("2026-03-02T14:00:00Z"));
    rated("green");
    EXPECT_EQ(running(), std::vector<std::string>{"green"});
    // What no longer ran when it was done cannot have been missed.
    rated("red");
    rated("green");
    story.world.now = at("2026-03-03T10:00:00Z");
    story.must(story.doing("answer"));
    EXPECT_FALSE(story.last(EventKind::TaskDone)->details.contains("late"));
}

}  // namespace hearken::engine::test
