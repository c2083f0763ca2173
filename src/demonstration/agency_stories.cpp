// Agencies that are no school: a child on a ward, one authority rung and one not yet; a youth club's worry.
#include "demonstration/stories.hpp"

namespace hearken::demonstration {

namespace {

casework::OpenCaseRequest about_a_child_named(const std::string& procedure, const char* given, const char* family, const char* born, engine::Answers said) {
    casework::OpenCaseRequest request;
    request.procedure = procedure;
    casework::NewSubject child;
    child.given = given;
    child.family = family;
    child.born = born;
    request.subjects.push_back(child);
    request.answers = std::move(said);
    return request;
}

/// The home authority has been rung. The hospital's own has not, and nobody has settled a strategy discussion: held.
void held_on_a_ward(Script& script, Story& story) {
    script.at(script.minutes_ago(110), [&] {
        story.concern = script.opens("ward-nurse", about_a_child_named("hospital-child-safeguard", "Ivy", "Quillexample", "2023-02-11",
                                                                       answers({{"concern", "suspected"}, {"cause-for-concern", "A spiral break of the upper arm. Her stepfather says that she fell from a sofa."},
                                                                                {"serious-injury", "yes"}, {"emergency-care", "the-child-was-in-emergency-care-already"}, {"immediate-protection", "yes"},
                                                                                {"ward", "Fenmere General Hospital, Lapwing Ward"}, {"lives", "other-area"}, {"home-authority-area", "aldwick"}})));
    });
    script.at(script.minutes_ago(100), [&] {
        script.does("ward-nurse", story.concern, "inform-paediatrician", answers({{"informed-at", to_iso(script.minutes_ago(101))}, {"who", "Dr Consultest"}, {"advice", "Skeletal survey; she stays in."}}));
    });
    script.at(script.minutes_ago(85), [&] {
        script.does("ward-nurse", story.concern, "ring-home-authority",
                    answers({{"rung-at", to_iso(script.minutes_ago(88))}, {"authority", "Aldwick City Council"}, {"spoke-to", "Ola Citysample, contact officer"},
                             {"was-said", "She is not known there. They ring back this afternoon; she must not go home."}, {"reference", kNotKnown}}));
    });
    script.at(script.minutes_ago(60), [&] {
        script.does("hospital-doctor", story.concern, "consider-strategy", answers({{"strategy-discussion", "awaited"}}), {}, {"a-manager-decided"});
    });
}

/// Talked over and weighed; the club's safeguarding lead has to decide whether to refer.
void a_clubs_worry(Script& script, Story& story) {
    const Instant start = script.working_day(1, 17, 15);
    script.at(start, [&] {
        story.concern = script.opens("voluntary-worker", about_a_child_named("agency-concern", "Finn", "Placeholdersen", "2012-09-30",
                                                                             answers({{"danger-now", "no"}, {"summary", "Finn came to training with somebody in a car who waited, and gave him an envelope."}, {"through-whom", "the-child"}})));
    });
    script.at(start + std::chrono::minutes{40}, [&] {
        script.does("voluntary-worker", story.concern, "discuss-with-manager", answers({{"with", "Sal Ringside-Sample"}, {"where", "in-supervision"}, {"said", "Sal will look at it tomorrow."}}));
    });
    script.at(start + std::chrono::minutes{70}, [&] {
        script.does("voluntary-worker", story.concern, "analyse",
                    answers({{"known", "The third time with the same car."}, {"impact", "He is tired and has money."}, {"evidence", "Two trainers saw it."}, {"strengths", kNotKnown}, {"meaning", "Somebody may be using him."}}));
    });
}

}  // namespace

void agency_stories(Script& script, std::vector<std::unique_ptr<Story>>& stories) {
    for (const auto& tell : {held_on_a_ward, a_clubs_worry}) {
        stories.push_back(std::make_unique<Story>());
        tell(script, *stories.back());
    }
}

}  // namespace hearken::demonstration
