// Referrals at the front door: just come, overdue, waiting for a signature, decided and answered, restricted.
#include "demonstration/stories.hpp"

namespace hearken::demonstration {

using namespace std::chrono_literals;

namespace {

Story& new_story(std::vector<std::unique_ptr<Story>>& stories, const PersonId& child) {
    stories.push_back(std::make_unique<Story>());
    stories.back()->child = child;
    return *stories.back();
}

casework::OpenCaseRequest referral_about(const std::vector<PersonId>& children, engine::Answers said, std::string channel = "online") {
    casework::OpenCaseRequest request;
    request.procedure = "referral";
    for (const auto& person : children) {
        casework::NewSubject child;
        child.person = person;
        request.subjects.push_back(child);
    }
    request.answers = std::move(said);
    request.channel = std::move(channel);
    return request;
}

/// By the safeguarding nurse, about a baby not yet born, forty minutes ago: both clocks have just begun.
void received_today(Script& script, Story& story) {
    script.at(script.minutes_ago(40), [&] {
        auto said = complete_referral("fenmere", "Ms Sampleton is 28 weeks pregnant, has moved three times this year and has missed two appointments.", "Hugo Pseudonym, safeguarding nurse");
        said["family-composition"] = engine::Answer::of("Ms Sampleton and Noa, who is at Millbrook Lane.");
        said["child-location"] = engine::Answer::not_known();
        auto request = referral_about({story.child}, said);
        request.subjects.front().kind = "unborn";
        story.referral = script.opens("mash-health", request);
    });
}

/// Acknowledged in time, and then nothing: the limit for deciding has passed.
void overdue(Script& script, Story& story) {
    const Instant start = script.working_day(3, 15, 10);
    script.at(start, [&script, &story] {
        story.referral = script.opens("dsl", referral_about({story.child}, complete_referral("fenmere", "Poppy says that she is not allowed to talk about where they live, and is afraid of the telephone.", "Dana Sampleton, designated safeguarding lead")));
    });
    script.at(start + 40min, [&script, &story] { script.does("contact-officer", story.referral, "acknowledge"); });
    script.at(start + 55min, [&script, &story] {
        script.does("contact-officer", story.referral, "check-allocated-worker", answers({{"name-asked", "Spelled back and right."}, {"address-asked", kNotKnown}, {"allocated-worker", "no"}}));
    });
}

/// Taken down from a neighbour's call out of hours; who rang stays within social care.
void from_the_public(Script& script, Story& story) {
    const Instant call = script.working_day(1, 21, 20);
    script.at(call, [&script, &story, call] {
        auto request = referral_about({story.child}, answers({{"immediate-protection", "no"}, {"cause-for-concern", "Shouting most nights and a child crying on the stairs."}, {"channel", "telephone"},
                                                              {"referrer-type", "public"}, {"referrer-identity", "A neighbour, Ms Anonby"}, {"referrer-contact", "01632 960999"},
                                                              {"referrer-relationship", "Lives below"}, {"referrer-consents", "no"}, {"local-authority", "fenmere"}}), "telephone");
        request.received_at = call;
        story.referral = script.opens("emergency-duty-worker", request);
    });
}

/// About the children of somebody who works there: only two people see it, and nobody else learns that it exists.
void restricted(Script& script, Story& story, const Children& children) {
    const auto bea = children.at("bea");
    const Instant start = script.working_day(1, 11, 30);
    script.at(start, [&script, &story, bea] {
        auto request = referral_about({story.child, bea}, complete_referral("fenmere", "The twins' father, who works for social care, was arrested after a neighbour called. Both children saw it.", "Pia Dummitt, safeguarding hub"));
        story.referral = script.opens("mash-police", request);
    });
    script.at(start + 3min, [&script, &story] {
        script.restricts("team-manager", story.referral, {"team-manager", "social-worker"}, "The father is a colleague. Only those who work on it may see it.");
    });
    script.at(start + 20min, [&script, &story] { script.notes("social-worker", story.referral, "Worked on away from the open office; telephone calls from the small room only."); });
}

}  // namespace

void front_door_stories(Script& script, std::vector<std::unique_ptr<Story>>& stories, const Children& children) {
    received_today(script, new_story(stories, children.at("bump")));
    overdue(script, new_story(stories, children.at("poppy")));
    from_the_public(script, new_story(stories, children.at("tove")));
    restricted(script, new_story(stories, children.at("ada")), children);

    auto& waiting = new_story(stories, children.at("leo"));
    refer_from_school(script, waiting, {1, 13, "school-staff", "dsl", "fenmere", "harmed", "Leo came without lunch again and his jumper is the one from Monday."});
    screen_and_decide(script, waiting, {script.working_day(0, 8, 40), "contact-officer", "social-worker", "child-and-family-assessment", "Needs that will not be met without services."});

    auto& answered = new_story(stories, children.at("noa"));
    refer_from_school(script, answered, {6, 9, "school-staff", "dsl", "fenmere", "harmed", "Noa's mother fainted at the gate; he says there has been no supper for days."});
    const Instant next = script.working_day(6, 11, 0);
    screen_and_decide(script, answered, {next, "contact-officer", "second-social-worker", "early-help", "The mother wants help and early help can give it."});
    script.at(next + 2h, [&] { script.signs("second-team-manager", answered.referral, "referral-outcome", answered.child); });
    script.at(next + 3h, [&] {
        script.does("contact-officer", answered.referral, "tell-referrer", answers({{"told", "yes"}, {"how-told", "message-here"}, {"words-used", "Early help will ring the family this week."}}));
    });
    script.at(script.working_day(5, 9, 30), [&] {
        script.does("dsl", answered.concern, "record-answer", answers({{"answer", "early-help"}, {"answer-words", "Early help will ring the family this week."}, {"agree", "yes"}}));
    });

    auto& city = new_story(stories, children.at("ezra"));
    refer_from_school(script, city, {0, 8, "aldwick-school-staff", "aldwick-dsl", "aldwick", "harmed", "Ezra has new trainers and two telephones and will not say from whom."});
}

}  // namespace hearken::demonstration
