// Concerns at school: new, weighed, watched, closed, with and without the deputy.
#include "demonstration/stories.hpp"

namespace hearken::demonstration {

using namespace std::chrono_literals;

namespace {

casework::OpenCaseRequest concern_about(const std::vector<std::pair<PersonId, std::string>>& children, const engine::Answers& said) {
    casework::OpenCaseRequest request;
    request.procedure = "school-concern";
    for (const auto& [person, part] : children) {
        casework::NewSubject child;
        child.person = person;
        child.part = part;
        request.subjects.push_back(child);
    }
    request.answers = said;
    return request;
}

Story& new_story(std::vector<std::unique_ptr<Story>>& stories, const PersonId& child) {
    stories.push_back(std::make_unique<Story>());
    stories.back()->child = child;
    return *stories.back();
}

/// Recorded minutes ago at the side of the playground; nobody has opened it yet. Each child has a part of their own.
void unread(Script& script, Story& story, const Children& children) {
    const auto leo = children.at("leo");
    script.at(script.minutes_ago(25), [&script, &story, leo] {
        auto said = answers({{"danger-now", "no"}, {"summary", "Maya took food from another child's plate and said that there is never any at home. Leo heard it and told her to be quiet."},
                             {"source", "child-disclosure"}, {"told-in-person", "not-yet"}});
        engine::Answer words;
        words.rows.push_back(answers({{"words", "There's never any at ours."}, {"words-speaker", "Maya"}, {"asked", "Had asked why she was still hungry."}}));
        said["childs-words"] = words;
        story.concern = script.opens("midday-supervisor", concern_about({{story.child, "harmed"}, {leo, "witness"}}, said));
    });
}

/// Opened and weighed by the deputy, who covers; no decision yet.
void under_review(Script& script, Story& story) {
    const Instant start = script.working_day(0, 9, 5);
    script.at(start, [&script, &story] {
        story.concern = script.opens("school-staff", concern_about({{story.child, "harmed"}}, answers({{"danger-now", "no"}, {"summary", "Tove fell asleep twice this morning and says her uncle stays up with friends."},
                                                                                                     {"source", "staff-observation"}, {"told-in-person", "told-deputy"}})));
    });
    script.at(start + 20min, [&script, &story] { script.does("deputy-dsl", story.concern, "acknowledge"); });
    script.at(start + 45min, [&script, &story] {
        script.does("deputy-dsl", story.concern, "weigh", answers({{"discussed-with-recorder", "yes"}, {"immediate-risk", "no"}, {"categories", "neglect|domestic-abuse"}, {"history", kNotKnown},
                                                                   {"best-interests", "To sleep. We speak with her grandmother today."}}));
    });
}

/// Watched for a week, then closed with how it was followed up.
void watched_and_closed(Script& script, Story& story) {
    const Instant start = script.working_day(12, 10, 15);
    script.at(start, [&script, &story] {
        story.concern = script.opens("midday-supervisor", concern_about({{story.child, "harmed"}}, answers({{"danger-now", "no"}, {"summary", "Noa had no coat for the third day."}, {"source", "staff-observation"}})));
    });
    script.at(start + 25min, [&script, &story] { script.does("dsl", story.concern, "acknowledge"); });
    script.at(start + 60min, [&script, &story] {
        script.does("dsl", story.concern, "weigh", answers({{"discussed-with-recorder", "yes"}, {"immediate-risk", "no"}, {"categories", "neglect"}, {"history", kNotKnown},
                                                            {"best-interests", "A coat today from the school's own, and a word with his mother through an interpreter."}}));
        script.does("dsl", story.concern, "hear-the-child", answers({{"wishes-and-feelings", "He says the old coat is too small."}}), story.child);
        script.does("dsl", story.concern, "consider-risks-outside-home", answers({{"risks-outside-home", "no"}}), story.child);
        script.decides("dsl", story.concern, "response", "record-and-monitor", "First time anyone has noticed. We watch for a week and speak with his mother.");
        script.does("dsl", story.concern, "log-contact", answers({{"with", "parent-or-carer"}, {"how", "telephone"}, {"said", "By interpreter: the coat was outgrown; she will come to the swap shop on Friday."}}));
        engine::Answers watch = answers({{"look-again-on", to_iso(script.working_day(7, 9, 0)).substr(0, 10)}});
        engine::Answer actions;
        actions.rows.push_back(answers({{"what", "Coat from the swap shop"}, {"who", script.user("school-staff")}, {"by-when", to_iso(script.working_day(10, 9, 0)).substr(0, 10)}}));
        watch["actions"] = actions;
        story.referral = script.does("dsl", story.concern, "keep-watch", watch);  // what was agreed, followed as a record of its own
    });
    script.at(script.working_day(7, 11, 0), [&script, &story] {
        script.does("dsl", story.concern, "look-again");
        script.does("dsl", story.referral, "say-how-it-went", answers({{"done", "yes"}, {"what-happened", "He chose it himself."}}));
        script.does("dsl", story.concern, "close", answers({{"follow-up", "A week of watching and one call by interpreter."}, {"outcome", "He has a coat. No further worry."}}));
    });
}

/// In danger now: it asks at once who was rung, and everything else goes on beside it.
void danger_now(Script& script, Story& story) {
    script.at(script.minutes_ago(95), [&script, &story] {
        story.concern = script.opens("school-staff", concern_about({{story.child, "harmed"}}, answers({{"danger-now", "yes"}, {"summary", "Arlo's step-father is at the gate asking which door the children come out of."},
                                                                                                     {"source", "staff-observation"}, {"told-in-person", "told-dsl"}})));
    });
    script.at(script.minutes_ago(92), [&script, &story] { script.does("dsl", story.concern, "acknowledge"); });
    script.at(script.minutes_ago(80), [&script, &story] {
        script.does("dsl", story.concern, "say-who-was-rung", answers({{"who-rung", "police"}, {"what-they-said", "A car came within ten minutes; he had gone. The children stay inside."}}));
    });
}

}  // namespace

void school_stories(Script& script, std::vector<std::unique_ptr<Story>>& stories, const Children& children) {
    unread(script, new_story(stories, children.at("maya")), children);
    under_review(script, new_story(stories, children.at("tove")));
    watched_and_closed(script, new_story(stories, children.at("noa")));
    danger_now(script, new_story(stories, children.at("arlo")));
}

}  // namespace hearken::demonstration
