// The lead went home an hour ago; the deputy covers. The register, the rota and the written arrangement stand as a school keeps
// them, with two things missing, and the board has concerns of different urgency.
#include "calendar/local_time.hpp"
#include "calendar/moment_text.hpp"
#include "casework/cover.hpp"
#include "casework/safeguarding_register.hpp"
#include "demonstration/stories.hpp"

namespace hearken::demonstration {

using namespace std::chrono_literals;

namespace {

template <class T>
void must(const Result<T>& result, const char* what) {
    if (!result) throw std::runtime_error(std::string("the demonstration could not be made: ") + what + ": " + result.error().reasons.front().text);
}

casework::OpenCaseRequest concern_about(const PersonId& child, const Said& said) {
    casework::OpenCaseRequest request;
    request.procedure = "school-concern";
    casework::NewSubject subject;
    subject.person = child;
    subject.part = "harmed";
    request.subjects.push_back(subject);
    request.answers = answers(said);
    return request;
}

void keep_the_register(casework::World& world, const Cast& cast, calendar::LocalDate today) {
    const auto day = [&](int months) { return calendar::iso_date(calendar::plus_months(today, months)); };
    const auto hilary = cast.actor(world, "headteacher");
    // Nobody is entered as Prevent lead, and the deputy's training has lapsed: the page says so.
    must(casework::save_post(world, hilary, {"", "dsl", cast.user("dsl"), "", day(-26), "", true, true, "", day(-11), day(13), 1}), "the lead");
    must(casework::save_post(world, hilary, {"", "deputy-dsl", cast.user("deputy-dsl"), "", day(-14), "", true, true, "Early help, attendance and the day-to-day of concerns", day(-25), day(-1), 1}), "the deputy");
    must(casework::save_post(world, hilary, {"", "safeguarding-governor", cast.user("governor"), "", day(-20), "", false, false, "", day(-6), day(18), 1}), "the governor");
    must(casework::save_post(world, hilary, {"", "headteacher", cast.user("headteacher"), "", day(-50), "", false, false, "", "", "", 1}), "the headteacher");
    must(casework::save_post(world, hilary, {"", "chair-of-governors", cast.user("chair-of-governors"), "", day(-30), "", false, false, "", "", "", 1}), "the chair");
    must(casework::save_post(world, hilary, {"", "domestic-abuse-lead", cast.user("dsl"), "", day(-26), "", false, false, "", "", "", 1}), "the domestic abuse lead");
    must(casework::save_post(world, hilary, {"", "online-safety-lead", cast.user("school-staff"), "", day(-9), "", false, false, "", "", "", 1}), "the online safety lead");
    must(casework::save_post(world, hilary, {"", "hr-provider", {}, "Fenmere People Advice (invented)", day(-26), "", false, false, "", "", "", 1}), "the adviser");
}

}  // namespace

void cover_stories(casework::World& world, Script& script, const Cast& cast, std::vector<std::unique_ptr<Story>>& stories, const Children& children, Instant today) {
    script.at(script.working_day(14, 9, 0), [&world, &cast] {
        keep_the_register(world, cast, calendar::local_date_of(world.clock.now()));
        casework::Arrangement arrangement;
        arrangement.arrangement = "The deputy covers for the safeguarding lead. If both are away, the headteacher is told at once and the safeguarding governor comes in. The lead and the deputy carry a mobile telephone whenever they are off site.";
        arrangement.fallback = "Ring children's social care yourself, then tell the office. Never wait for one of us if a child may be in danger.";
        arrangement.number_in_staff_room = true;
        must(casework::publish_arrangement(world, cast.actor(world, "dsl"), arrangement), "the arrangement");
    });
    script.at(today - 60min, [&world, &cast] {
        must(casework::mark_away(world, cast.actor(world, "dsl"), {{}, std::nullopt, calendar::end_of_local_day(calendar::local_date_of(world.clock.now())) + 1s}), "the absence");
        casework::PlanTurn turn;
        turn.lead = cast.user("deputy-dsl");
        turn.governor = cast.user("governor");
        turn.from = world.clock.now();
        turn.until = calendar::end_of_local_day(calendar::local_date_of(world.clock.now())) + 1s;
        must(casework::plan_turn(world, cast.actor(world, "headteacher"), turn), "the cover");
    });
    const auto story = [&](const char* child) -> Story& {
        stories.push_back(std::make_unique<Story>());
        stories.back()->child = children.at(child);
        return *stories.back();
    };
    Story& poppy = story("poppy");
    script.at(script.minutes_ago(40), [&script, &poppy] {
        poppy.concern = script.opens("midday-supervisor", concern_about(poppy.child, {{"danger-now", "no"}, {"summary", "Poppy says she is not going home tonight and will not say why. She has packed her swimming bag with clothes."},
                                                                                     {"source", "child-disclosure"}, {"category", "going-missing|emotional"}, {"told-in-person", "told-deputy"}}));
    });
    Story& ada = story("ada");
    script.at(script.minutes_ago(8), [&script, &ada] {
        ada.concern = script.opens("school-staff", concern_about(ada.child, {{"danger-now", "no"}, {"summary", "A photograph of Adela is going round a group of the year above."}, {"source", "another-pupil"},
                                                                            {"category", "online|child-on-child"}, {"told-in-person", "not-yet"}}));
    });
    // Weighed by the lead, who had taken it up before going home: it is the deputy's meanwhile.
    Story& bea = story("bea");
    const Instant start = script.working_day(1, 10, 0);
    script.at(start, [&script, &bea] {
        bea.concern = script.opens("school-staff", concern_about(bea.child, {{"danger-now", "no"}, {"summary", "Beate has been late every day for two weeks and is always hungry at ten o'clock."}, {"source", "attendance"},
                                                                            {"category", "neglect|absence"}, {"told-in-person", "told-dsl"}}));
    });
    script.at(start + 20min, [&script, &bea] { script.does("dsl", bea.concern, "acknowledge"); });
    script.at(start + 90min, [&script, &bea] {
        script.does("dsl", bea.concern, "weigh", answers({{"discussed-with-recorder", "yes"}, {"immediate-risk", "no"}, {"categories", "neglect|absence"}, {"history", kNotKnown}, {"best-interests", "To start the day fed and on time."}}));
        script.does("dsl", bea.concern, "set-level", answers({{"level", "emerging"}, {"direction", "first"}, {"reasons", "Breakfast club and a word with the family may be enough."}, {"discussed-with", "The class teacher"}}), bea.child);
    });
}

}  // namespace hearken::demonstration
