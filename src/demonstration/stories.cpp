#include "demonstration/stories.hpp"

namespace hearken::demonstration {

using namespace std::chrono_literals;

engine::Answers complete_referral(const std::string& authority, const std::string& worry, const std::string& who_refers) {
    return answers({{"immediate-protection", "no"}, {"cause-for-concern", worry}, {"impact", "Tired, and other children keep away."}, {"evidence", "Seen by three members of staff over four weeks."},
                    {"child-location", "At school."}, {"family-composition", "Mother and the children; father sees them at weekends."}, {"strengths", "A warm mother who always comes when asked."},
                    {"support-so-far", "Breakfast club since September; it helped for two weeks."}, {"early-help-assessment", "considered"}, {"parents-informed", "yes"}, {"parents-agree", "agree"},
                    {"family-views", "Their mother would like help."}, {"childs-views", kNotKnown}, {"wanted", "An assessment of what the family needs."}, {"local-authority", authority},
                    {"referrer-type", "professional"}, {"referrer-identity", who_refers}, {"channel", "online"}});
}

void refer_from_school(Script& script, Story& story, const Referred& how) {
    const Instant start = script.working_day(how.days, how.hour, 15);
    script.at(start, [&, how] {
        casework::OpenCaseRequest request;
        request.procedure = "school-concern";
        casework::NewSubject child;
        child.person = story.child;
        child.part = how.child_part;
        request.subjects.push_back(child);
        request.answers = answers({{"danger-now", "no"}, {"summary", how.worry}, {"source", "staff-observation"}, {"told-in-person", "told-dsl"}});
        story.concern = script.opens(how.school_staff, request);
    });
    script.at(start + 12min, [&, how] { script.does(how.dsl, story.concern, "acknowledge"); });
    script.at(start + 35min, [&, how] {
        script.does(how.dsl, story.concern, "weigh", answers({{"discussed-with-recorder", "yes"}, {"immediate-risk", "no"}, {"categories", "neglect"}, {"history", "Two earlier worries this term."},
                                                              {"best-interests", "Help for the whole family, and soon."}}));
        script.does(how.dsl, story.concern, "hear-the-child", answers({{"wishes-and-feelings", "Wants mum to be less sad, and to have a friend round."}}), story.child);
        script.does(how.dsl, story.concern, "consider-risks-outside-home", answers({{"risks-outside-home", "no"}}), story.child);
        script.decides(how.dsl, story.concern, "response", "refer-to-social-care", "The third worry in six weeks; early help has not changed it.");
        script.decides(how.dsl, story.concern, "parents-and-consent", "agreed", "Their mother came in and would be glad of help.");
    });
    script.at(start + 55min, [&, how] {
        story.referral = script.does(how.dsl, story.concern, "refer",
                                     answers({{"local-authority", how.authority}, {"immediate-protection", "no"}, {"impact", "Tired, small for the age, alone at playtime."}, {"evidence", "Seen by three teachers."},
                                              {"support-so-far", "Breakfast club since September."}, {"strengths", "A warm mother who comes when asked."}, {"wanted", "An assessment."}, {"parents-informed", "yes"},
                                              {"parents-agree", "agree"}}));
    });
}

void screen_and_decide(Script& script, Story& story, const Screened& how) {
    script.at(how.from, [&, how] { script.does(how.contact_officer, story.referral, "acknowledge"); });
    script.at(how.from + 10min, [&, how] {
        script.does(how.contact_officer, story.referral, "check-allocated-worker", answers({{"name-asked", "Spelled back and right."}, {"address-asked", "Read back and right."}, {"allocated-worker", "no"}}));
        script.does(how.contact_officer, story.referral, "complete-record",
                    answers({{"child-location", "At school."}, {"family-composition", "As the school says."}, {"channel", "from-a-record"}, {"referrer-type", "professional"}}));
        script.does(how.contact_officer, story.referral, "ask-household-questions",
                    answers({{"domestic-abuse", "no"}, {"mental-illness", kNotKnown}, {"substance-misuse", "no"}, {"learning-difficulties", "no"}}));
        script.decides(how.contact_officer, story.referral, "route", "screening", "");
    });
    script.at(how.from + 50min, [&, how] {
        engine::Answers checked = answers({{"child-found", "No record before today."}, {"nobody-else", "no"}});
        engine::Answer household;
        household.rows.push_back(answers({{"name", "The child's mother"}, {"found", "No record."}}));
        checked["household-checked"] = household;
        script.does(how.social_worker, story.referral, "check-records", checked, {}, {"searched"});
        script.does(how.social_worker, story.referral, "record-consent", answers({{"status", "given"}, {"from-whom", "The child's mother"}, {"scope", "School and health"}}));
    });
    script.at(how.from + 80min, [&, how] {
        script.does(how.social_worker, story.referral, "screen",
                    answers({{"nature", "Neglect of basic care."}, {"how-arisen", "The mother lost her job in the autumn."}, {"apparent-needs", "Food, clean clothes, sleep."}, {"abuse-or-neglect", "yes"},
                             {"urgent-for-child", "no"}, {"urgent-for-household", "no"}, {"urgent-elsewhere", "no"}, {"health-and-development", "Weight has not been checked since last year."},
                             {"referrer-discussion", "The safeguarding lead has seen it getting worse."}, {"agencies", "School; health asked."}, {"threshold-considered", "complex-needs"},
                             {"possible-crime", "no"}, {"potential-section-47", "no"}, {"adult-at-risk", "no"}}));
        script.does(how.social_worker, story.referral, "start-chronology", answers({{"chronology-status", "commenced"}, {"entry", "Referred by school; neglect."}}));
        script.decides(how.social_worker, story.referral, "referral-outcome", how.outcome, how.reasons, story.child);
    });
}

}  // namespace hearken::demonstration
