// The hub at work: three agencies asked about one child, and the school that does not agree that nothing is decided yet.
#include <map>

#include "calendar/moment_text.hpp"
#include "demonstration/stories.hpp"

namespace hearken::demonstration {

using namespace std::chrono_literals;

namespace {

engine::Answers request_to(Script& script, const std::string& who, const std::string& kind, const std::string& questions) {
    engine::Answers asked = answers({{"urgency", "amber"}, {"reason", "To decide whether Maya is safe at home in the evenings."}, {"children-details", "Maya Testwell; brother Leo"}, {"adults", "Their mother"},
                                     {"aliases", kNotKnown}, {"addresses", kNotKnown}, {"legal-basis", "public-task|safeguarding-condition"}, {"consent-status", "given"},
                                     {"consent-reason", "Their mother agreed on the telephone."}, {"authorised-by", "Hattie Hubfiction, MASH manager"}, {"who-will-see", "the-hub"},
                                     {"reply-channel", "Here, or 01632 960101"}, {"family-told", "told"}});
    engine::Answer agencies;
    agencies.rows.push_back(answers({{"agency", script.organisation_of(who).str()}, {"kind", kind}, {"questions", questions}}));
    asked["agencies"] = agencies;
    return asked;
}

engine::Answers answered(const std::string& fact, const std::string& source, const std::string& gaps) {
    engine::Answers reply = answers({{"trace", "known"}, {"systems-searched", "Every system we hold"}, {"names-used", "Maya, Leo and their mother, under both surnames"}, {"gaps", gaps},
                                     {"shared-how", "all-that-is-relevant"}, {"shared-why", "It is needed to decide whether she is safe."}, {"part-reply", "no"}});
    engine::Answer facts;
    facts.rows.push_back(answers({{"date", "2025-11"}, {"fact", fact}, {"source", source}}));
    reply["facts"] = facts;
    return reply;
}

/// Who was asked, by the name after "demo."; filled as the requests open.
using Requests = std::map<std::string, CaseId>;

void to_the_hub(Script& script, Story& story, Instant start) {
    script.at(start, [&script, &story] {
        casework::OpenCaseRequest request;
        request.procedure = "referral";
        casework::NewSubject child;
        child.person = story.child;
        request.subjects.push_back(child);
        request.answers = complete_referral("fenmere", "Maya says that nobody is at home in the evenings and that somebody knocks at the door.", "Dana Sampleton, designated safeguarding lead");
        story.referral = script.opens("dsl", request);
    });
    script.at(start + 25min, [&script, &story] {
        script.does("contact-officer", story.referral, "acknowledge");
        script.does("contact-officer", story.referral, "check-allocated-worker", answers({{"name-asked", "Spelled back and right."}, {"address-asked", "Read back and right."}, {"allocated-worker", "no"}}));
        script.does("contact-officer", story.referral, "complete-record");
        script.does("contact-officer", story.referral, "ask-household-questions", answers({{"domestic-abuse", kNotKnown}, {"mental-illness", kNotKnown}, {"substance-misuse", "no"}, {"learning-difficulties", "no"}}));
        script.decides("contact-officer", story.referral, "route", "mash-enquiry", "It is unclear whether she is at risk.");
    });
}

}  // namespace

void request_stories(Script& script, std::vector<std::unique_ptr<Story>>& stories, const Children& children) {
    stories.push_back(std::make_unique<Story>());
    Story& story = *stories.back();
    story.child = children.at("maya");
    const auto asked = std::make_shared<Requests>();
    const Instant start = script.working_day(2, 9, 20);
    to_the_hub(script, story, start);
    script.at(start + 50min, [&script, &story, asked] {
        script.does("mash-worker", story.referral, "record-consent-for-enquiry", answers({{"status", "given"}, {"from-whom", "Her mother"}, {"scope", "Police, health and early help"}}));
        script.decides("mash-worker", story.referral, "rate-urgency", "amber", "She may be alone with somebody we do not know.", story.child);
        (*asked)["mash-police"] = script.does("mash-worker", story.referral, "ask-agencies", request_to(script, "mash-police", "police", "Calls to the address, and who comes there?"));
        (*asked)["mash-health"] = script.does("mash-worker", story.referral, "ask-agencies", request_to(script, "mash-health", "health", "Missed appointments, and how is their mother?"));
        (*asked)["early-help-worker"] = script.does("mash-worker", story.referral, "ask-agencies", request_to(script, "early-help-worker", "early-help", "Was the family offered help before?"));
    });
    script.at(start + 3h, [&script, asked] {
        const auto& request = asked->at("mash-police");
        script.does("mash-police", request, "acknowledge");
        script.decides("mash-police", request, "share-decision", "share", "She may be at risk.");
        script.does("mash-police", request, "reply", answered("Called to the address once; no offence.", "Incident log", "Nothing before 2024."));
    });
    script.at(start + 4h, [&script, asked] {
        const auto& request = asked->at("mash-health");
        script.decides("mash-health", request, "share-decision", "share", "It is needed.");
        auto part = answered("Two missed appointments in the autumn.", "Health visitor's record", "The GP has still to answer us.");
        part["part-reply"] = engine::Answer::of("yes");
        part["more-by"] = engine::Answer::of(to_iso(script.working_day(0, 17, 0) + 24h));
        script.does("mash-health", request, "reply", part);
    });
    // Nothing was decided within the working day; the talk did not settle it, so it has moved itself up.
    script.at(start + 6h, [&script, &story] {
        script.does("dsl", story.referral, "say-not-agreed",
                    answers({{"against-decision", "something-else"}, {"decision-named", "That nothing is decided yet"}, {"challenged-practitioner", kNotKnown}, {"why", "Maya was alone again last night."},
                             {"risk-if-unchanged", "Somebody knocks at the door and she opens it."}, {"outcome-wanted", "A visit today."}, {"own-lead-consulted", "Devi Madeup"}, {"urgency", "standard"},
                             {"entry-stage", "stage-1"}, {"interim-safety-plan", "She stays at after-school club until her mother comes."}}));
    });
}

}  // namespace hearken::demonstration
