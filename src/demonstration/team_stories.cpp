// A team's work as its manager finds it: enquiries shared out and not, children seen yesterday, weeks ago and never, a visit in vain,
// and a decision that waits for a signature.
#include "demonstration/team_stories.hpp"

#include <stdexcept>

namespace hearken::demonstration {

using namespace std::chrono_literals;

namespace {

struct Enquiry {
    const char *given, *family, *born;
    int days_ago;              ///< working days since it began
    const char *manager, *worker;  ///< worker empty: nobody has it yet
    int seen;                  ///< working days ago; -1: not yet
    bool alone;
    int tried;                 ///< working days ago a visit was made in vain; -1: none
    const char* worry;
};
constexpr Enquiry kEnquiries[] = {
    {"Marigold", "Casetest", "2016-03-09", 24, "team-manager", "social-worker", 23, true, -1, "Bruises on both arms, and an account that changed."},
    {"Barnaby-Alexander Montgomery", "Featherstonehaugh-Sampleworth-Example", "2012-11-30", 19, "team-manager", "social-worker", 18, false, 4, "Left alone overnight twice; the family has moved between three addresses."},
    {"Inca", "Trialsby", "2019-06-21", 16, "team-manager", "third-social-worker", -1, false, 12, "A neighbour heard screams; nobody opened the door."},
    {"Jory", "Specimenham", "2014-01-17", 12, "team-manager", "third-social-worker", 9, true, -1, "He told a teacher that he is hit with a belt."},
    {"Cosima", "Inventby", "2021-08-02", 6, "team-manager", "third-social-worker", 5, true, -1, "A burn on a hand that was explained two ways."},
    {"Tamsin", "Notreally", "2017-05-13", 5, "team-manager", "fourth-social-worker", 4, true, -1, "Her stepfather was arrested for an assault on her mother."},
    {"Hal", "Fictonby", "2010-12-25", 4, "team-manager", "", -1, false, -1, "He carries a knife for older young people."},
    {"Ottilie", "Mocksworth", "2022-02-14", 1, "team-manager", "", -1, false, -1, "A baby sister was found with a fracture."},
    {"Bram", "Dummerton", "2015-09-08", 13, "second-team-manager", "second-social-worker", 12, true, -1, "Neglect over a year, and now an untreated infection."},
    {"Elowen", "Prototypeby", "2018-07-04", 7, "second-team-manager", "", -1, false, -1, "Her father told the helpline that he might harm her."},
};

constexpr Enquiry kToSign = {"Wilfred", "Madeupsley", "2013-04-22", 8, "team-manager", "social-worker", 7, true, -1, "He came to school with a black eye."};

engine::Answers beginning(const Enquiry& about, Instant at) {
    const std::string moment = to_iso(at);
    return answers({{"reason", about.worry}, {"started-at", moment}, {"first-strategy-at", moment}, {"last-strategy-at", moment}, {"enquiry-type", "joint"}, {"harm-categories", "physical"},
                    {"harm-setting", "inside-the-home"}, {"safety-plan", "A grandparent stays with the family."}, {"local-authority", "fenmere"}});
}

engine::Answers a_visit(Instant at, bool alone) {
    return answers({{"child-seen", "yes"}, {"child-seen-first-at", to_iso(at)}, {"place", "At home, by the social worker"}, {"child-seen-alone", alone ? "yes" : "no"},
                    {"appearance", "Clean and watchful."}, {"child-words", "It is all right now."}, {"child-wishes", "To stay where I am."}, {"needs", "None known."}, {"home-seen-at", kNotKnown},
                    {"home", kNotKnown}},
                   alone ? Said{} : Said{{"why-not-alone", "A parent stayed in the room and would not leave."}});
}

engine::Answers in_vain() {
    return answers({{"child-seen", "no"}, {"not-seen-reason", "Nobody opened the door; the school has not seen the child this week."}, {"child-words", kNotKnown}, {"child-words-reason", "Not seen."}, {"child-wishes", kNotKnown}, {"child-wishes-reason", "Not seen."},
                    {"needs", "None known."}, {"home-seen-at", kNotKnown}, {"home", kNotKnown}});
}

struct Stage {
    casework::World& world;
    Script& script;
    const Cast& cast;
    std::vector<std::unique_ptr<Story>>& stories;
};

PersonId child_of(const Stage& on, const char* who, const CaseId& in_case) {
    const auto page = casework::read_case(on.world, on.cast.actor(on.world, who), in_case);
    if (!page) throw std::runtime_error("an enquiry of the demonstration cannot be read");
    return page->summary.subjects.at(0).person;
}

Story& enquiry(const Stage& on, const Enquiry& about) {
    Script& script = on.script;
    auto& stories = on.stories;
    stories.push_back(std::make_unique<Story>());
    Story& story = *stories.back();
    const Instant began = script.working_day(about.days_ago, 11, 20);
    script.at(began, [on, &script, &story, &about, began] {
        casework::OpenCaseRequest request;
        request.procedure = "section-47";
        casework::NewSubject child;
        child.given = about.given;
        child.family = about.family;
        child.born = about.born;
        request.subjects.push_back(child);
        request.answers = beginning(about, began);
        story.concern = script.opens(about.manager, request);
        story.child = child_of(on, about.manager, story.concern);
    });
    if (!*about.worker) return story;
    script.at(began + 40min, [&script, &story, &about] {
        script.does(about.manager, story.concern, "allocate", answers({{"lead-social-worker", script.user(about.worker)}, {"lead-worker-qualified", "yes"}}));
    });
    if (about.tried > about.seen) {
        const Instant tried = script.working_day(about.tried, 16, 10);
        script.at(tried, [&script, &story, &about] { script.does(about.worker, story.concern, "see-child", in_vain(), story.child); });
    }
    if (about.seen >= 0) {
        const Instant seen = script.working_day(about.seen, 15, 30);
        script.at(seen + 2h, [&script, &story, &about, seen] { script.does(about.worker, story.concern, "see-child", a_visit(seen, about.alone), story.child); });
    }
    return story;
}

/// Decided by the social worker; the manager's signature is wanted.
void decide_without_conference(Script& script, Story& story) {
    script.at(script.working_day(1, 16, 20), [&script, &story] {
        script.does("social-worker", story.concern, "core-tasks", answers({{"not-done", "none"}}));
        engine::Answers analysis = answers({{"analysis", "The eye was hurt on the playing field; two others saw it."}, {"severity", "low"}, {"likelihood", "low"}, {"protective-factors", "His mother came to school at once."},
                                            {"child-view-of-outcome", "He is glad that it is over."}, {"parent-view-of-outcome", "They agree."}, {"siblings-differ", "no"}, {"icpc-required", "no"},
                                            {"icpc-not-required-reason", "No harm was found."}, {"safety-plan", "None is needed."}});
        engine::Answer views;
        views.rows.push_back(answers({{"agency", "School"}, {"view", "Agrees"}}));
        analysis["agency-views"] = views;
        script.does("social-worker", story.concern, "analyse", analysis, story.child);
        script.decides("social-worker", story.concern, "outcome", "not-substantiated-help", "Nobody hurt him; the family would like help with his anger.", story.child);
    });
}

}  // namespace

void team_stories(casework::World& world, Script& script, const Cast& cast, std::vector<std::unique_ptr<Story>>& stories) {
    const Stage on{world, script, cast, stories};
    for (const auto& about : kEnquiries) enquiry(on, about);
    decide_without_conference(script, enquiry(on, kToSign));
}

}  // namespace hearken::demonstration
