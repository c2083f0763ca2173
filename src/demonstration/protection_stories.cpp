// Two sisters with a child protection plan: the first ten days, visits (one failed), a core group, actions, and one that
// has not moved.
#include "demonstration/stories.hpp"

namespace hearken::demonstration {

using namespace std::chrono_literals;

namespace {

engine::Answer rows(std::vector<engine::Answers> all) {
    engine::Answer answer;
    answer.rows = std::move(all);
    return answer;
}

std::string day(Instant at) { return to_iso(at).substr(0, 10); }

/// Both sisters, found again by name once the case is open.
struct Sisters : Story {
    PersonId ru, ash;
};

engine::Answers visit(Instant at, const std::string& place, const std::string& child_said, Instant next) {
    engine::Answers said = answers({{"visit-type", "child-protection"}, {"planned-at", to_iso(at)}, {"visited-at", to_iso(at)}, {"place", place}, {"visitor", "Sol Specimen"}, {"announced", "yes"},
                                    {"child-seen", "yes"}, {"seen-alone", "yes"}, {"bedroom-seen", "yes"}, {"child-presentation", "Clean, and quieter than last time."}, {"child-said", child_said},
                                    {"home-conditions", "Warm; food in the kitchen."}, {"next-date", day(next)}});
    said["people-present"] = rows({answers({{"name", "Her mother"}, {"relation", "Mother"}, {"new", "no"}})});
    return said;
}

engine::Answers failed_visit(Instant at, Instant next) {
    engine::Answers said = answers({{"visit-type", "child-protection"}, {"planned-at", to_iso(at)}, {"visited-at", to_iso(at)}, {"place", "home"}, {"visitor", "Sol Specimen"}, {"announced", "no"},
                                    {"child-seen", "no"}, {"reason-not-seen", "no-reply"}, {"bedroom-seen", "no"}, {"next-date", day(next)}});
    said["people-present"] = rows({answers({{"name", "Nobody came to the door"}, {"relation", "Not known"}, {"new", "no"}})});
    return said;
}

void conference_decided(Script& script, Sisters& story, Instant at) {
    script.at(at + 4h, [&script, &story, at] {
        casework::OpenCaseRequest request;
        request.procedure = "protection-plan";
        for (const auto& [given, born] : {std::pair{"Rue", "2016-09-12"}, std::pair{"Ash", "2020-02-03"}}) {
            casework::NewSubject child;
            child.given = given;
            child.family = "Fablewood-Sample";
            child.born = born;
            request.subjects.push_back(child);
        }
        request.answers = answers({{"conference-at", to_iso(at)}, {"category", "neglect"}, {"outline-plan", "Somebody is up with them every morning; their mother's new partner is checked and stays away until then."},
                                   {"visit-interval", "every-10-working-days"}, {"lead-practitioner", "Sol Specimen"}, {"previous-plans", "0"}, {"core-group-members", "Their mother, school, the school nurse, police."}});
        story.concern = script.opens("team-manager", request);
        const auto people = script.subjects_of(story.concern);
        story.ru = people.at(0);
        story.ash = people.at(1);
        script.does("team-manager", story.concern, "allocate-lead", answers({{"lead", script.user("social-worker")}, {"qualified", "yes"}, {"from", day(at)}}));
        for (const auto& child : people) {
            script.does("safeguarding-unit-officer", story.concern, "set-flag", answers({{"flag-set", "set"}, {"information-sharing", "sent"}}), child);
            script.does("safeguarding-unit-officer", story.concern, "record-start", answers({{"plan-start-date", day(at)}, {"initial-category", "neglect"}, {"latest-category", "neglect"}, {"previous-plan-count", "0"}}), child);
        }
    });
}

void first_ten_days(Script& script, Sisters& story, Instant next_day) {
    script.at(next_day, [&script, &story, next_day] {
        script.does("team-manager", story.concern, "confirm-cover", answers({{"lead-confirmed", "Sol knows."}, {"cover", "Wren Storyline"}, {"first-supervision-on", day(next_day + 24h * 18)}, {"legal-planning-recommended", "no"}}));
        script.does("social-worker", story.concern, "look-at-everybody", answers({{"significant-men", "Their mother's new partner, who is rung on Friday; their father lives abroad."}, {"absent-parents", "Their father, by telephone."}}));
        for (const auto& child : {story.ru, story.ash}) {
            script.does("social-worker", story.concern, "tell-child-and-family",
                        answers({{"child-told-at", to_iso(next_day - 17h)}, {"family-told-at", to_iso(next_day - 16h)}, {"how", "At school, with the cards; she asked who comes in the morning."}, {"absent-parents", "Their father, by telephone; he agrees."}}), child);
            engine::Answers told = answers({{"notice-words", "A child protection plan began yesterday, for neglect."}, {"lead-contact", "Sol Specimen, 01632 960124"}});
            told["partners"] = rows({answers({{"kind", "school-or-nursery"}, {"organisation", script.organisation_of("dsl").str()}, {"person", "Dana Sampleton"}})});
            told["school"] = engine::Answer::of(script.organisation_of("dsl").str());  // and a record of its own there
            script.does("social-worker", story.concern, "tell-agencies", told, child);
        }
    });
}

void visits(Script& script, Sisters& story) {
    script.at(script.working_day(17, 15, 30), [&script, &story] {
        const Instant seen = script.working_day(17, 15, 0);
        script.does("social-worker", story.concern, "visit", visit(seen, "school-or-setting", "Mum got up today. I had toast.", script.working_day(9, 15, 0)), story.ru);
        script.does("social-worker", story.concern, "visit", visit(seen, "home", "He shouts when I am in bed.", script.working_day(9, 15, 0)), story.ash);
    });
    script.at(script.working_day(9, 16, 0), [&script, &story] {
        script.does("social-worker", story.concern, "visit", visit(script.working_day(9, 15, 0), "school-or-setting", "I like that you came back.", script.working_day(0, 12, 0)), story.ru);
        script.does("social-worker", story.concern, "visit", failed_visit(script.working_day(9, 15, 40), script.working_day(8, 15, 0)), story.ash);
    });
}

void core_group(Script& script, Sisters& story, Instant at) {
    script.at(at, [&script, &story] {
        engine::Answers record = answers({{"child", "Both were heard: who comes in the morning matters most."}, {"actions", "Breakfast at school; the new partner is checked."}, {"changes", "The first plan."}});
        record["attendance"] = rows({answers({{"who", "social-worker"}, {"name", "Sol Specimen"}, {"kind", "childrens-social-care"}, {"attended", "yes"}}),
                                     answers({{"who", "dsl"}, {"name", "Dana Sampleton"}, {"kind", "school"}, {"attended", "yes"}}),
                                     answers({{"who", "police-officer"}, {"name", "Pat Mockingham"}, {"kind", "police"}, {"attended", "yes"}})});
        script.holds("social-worker", story.concern, "core-group", record);
    });
    script.at(at + 1h, [&script, &story, at] {
        script.decides("social-worker", story.concern, "effective-meeting", "effective", "Everybody who matters was there.");
        engine::Answers agreed;
        agreed["actions"] = rows({answers({{"need", "Breakfast"}, {"what", "Breakfast club at eight, every school day"}, {"for-whom", "Both"}, {"who", "Dana Sampleton"},
                                           {"organisation", script.organisation_of("dsl").str()}, {"by-when", day(at + 24h * 7)}}),
                                  answers({{"need", "Who lives there"}, {"what", "Check the new partner and say what may be told"}, {"for-whom", "Both"}, {"who", "Pia Dummitt"},
                                           {"organisation", script.organisation_of("mash-police").str()}, {"by-when", day(at + 24h * 5)}})});
        script.does("social-worker", story.concern, "agree-actions", agreed);
    });
}

}  // namespace

void protection_stories(Script& script, std::vector<std::unique_ptr<Story>>& stories) {
    stories.push_back(std::make_unique<Sisters>());
    auto& story = static_cast<Sisters&>(*stories.back());
    conference_decided(script, story, script.working_day(20, 10, 0));
    first_ten_days(script, story, script.working_day(19, 9, 30));
    visits(script, story);
    core_group(script, story, script.working_day(12, 11, 0));
}

}  // namespace hearken::demonstration
