// Early help: an assessment made with a family and shared with whom they agree, and a concern with signs ticked.
#include "demonstration/stories.hpp"

namespace hearken::demonstration {

using namespace std::chrono_literals;

namespace {

casework::OpenCaseRequest about(const std::string& procedure, const PersonId& child, const std::string& part, const engine::Answers& said) {
    casework::OpenCaseRequest request;
    request.procedure = procedure;
    casework::NewSubject subject;
    subject.person = child;
    subject.part = part;
    request.subjects.push_back(subject);
    request.answers = said;
    return request;
}

/// Completed with the family; they agree that the surgery is told, and the complex level is where they are.
void assessed_with_the_family(Script& script, Story& story) {
    const Instant start = script.working_day(9, 11, 0);
    script.at(start, [&script, &story] {
        story.concern = script.opens("dsl", about("early-help-assessment", story.child, "", answers({{"why", "Late most days, and their mother is worn out since the baby came."}, {"going-well", "They are warm with each other."},
            {"local-authority", "fenmere"}, {"agencies-would-help", "several"}, {"learning", "account-only"}, {"family-asked", "agree"}})));
    });
    script.at(start + 30min, [&script, &story] {
        script.does("dsl", story.concern, "name-owner", answers({{"lead", kNotKnown}, {"lead-name", "The safeguarding lead"}}));
        script.does("dsl", story.concern, "ask-early-help-first", answers({{"asked-on", to_iso(script.working_day(9, 11, 0)).substr(0, 10)}, {"with-whom", "The early help service"}, {"advice", "More than one agency is needed: make the assessment."}}));
        script.decides("dsl", story.concern, "single-or-multi", "assessment", "Sleep, school and money are three needs.");
    });
    script.at(script.working_day(6, 14, 0), [&script, &story] {
        auto said = answers({{"unmet-needs", "health|education|housing-and-money"}, {"strengths", "The children are kind to each other and their grandmother visits."}, {"worries", "Nobody sleeps, and there are arrears."},
            {"family-thinks", "Somebody to talk to the landlord."}, {"workers-think", "A health visitor for the nights, the breakfast club for the mornings."}, {"next-steps", "Meet at school next week."},
            {"family-voice", "I just want one quiet night."}, {"family-voice-speaker", "Their mother"}, {"childs-voice", "I like it when gran comes."}, {"childs-voice-speaker", "The older child"},
            {"wants-to-change", "The mornings."}, {"informal-network", "Their grandmother, two evenings a week."}, {"wider-context", "pressure"}, {"newly-arrived", "no"}, {"consent-to-share", "yes"}, {"shared-with", "health"},
            {"initiated-by", "The safeguarding lead"}, {"started-on", to_iso(script.working_day(9, 11, 0)).substr(0, 10)}});
        engine::Answer family;
        family.rows.push_back(answers({{"name", "Their mother"}, {"date-of-birth", kNotKnown}, {"relationship", "mother"}}));
        said["family-members"] = family;
        script.does("dsl", story.concern, "assess", said);
        script.does("dsl", story.concern, "set-level", answers({{"level", "complex"}, {"seen-complex", "poor-attendance|behaviour-at-home"}, {"direction", "first"}, {"reasons", "Three needs, and it is getting harder."},
            {"discussed-with", "The family and early help"}, {"linked-assessment", "early-help-assessment"}}), story.child);
        script.decides("dsl", story.concern, "form-team", "no-team", "Their mother would rather see one person at a time for now.");
    });
}

/// Signs of neglect ticked with what was seen: the steps they call for are open.
void signs_of_neglect(Script& script, Story& story) {
    script.at(script.working_day(1, 9, 20), [&script, &story] {
        auto said = answers({{"danger-now", "no"}, {"summary", "Third week without lunch, and the same clothes since Monday."}, {"source", "staff-observation"}, {"signs-seen", "neglect"}, {"indicators-neglect-child", "hungry|unkempt"},
            {"indicators-neglect-child.hungry-text", "Asked three children for what they had left."}, {"indicators-neglect-child.unkempt-text", "The jumper with the paint on it, Monday to Thursday."}});
        story.concern = script.opens("school-staff", about("school-concern", story.child, "harmed", said));
    });
    script.at(script.working_day(1, 9, 50), [&script, &story] { script.does("dsl", story.concern, "acknowledge"); });
}

}  // namespace

void early_help_stories(Script& script, std::vector<std::unique_ptr<Story>>& stories, const Children& children) {
    const auto told = [&](const char* child) -> Story& {
        stories.push_back(std::make_unique<Story>());
        stories.back()->child = children.at(child);
        return *stories.back();
    };
    assessed_with_the_family(script, told("tove"));
    signs_of_neglect(script, told("noa"));
}

}  // namespace hearken::demonstration
