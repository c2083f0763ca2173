// Decisions about sharing: one shared with consent, one kept back, both in the disclosure log of the same child.
#include "demonstration/stories.hpp"

namespace hearken::demonstration {

using namespace std::chrono_literals;

namespace {

engine::Answers weighed(const Said& more) {
    return answers({{"initiative", "requested"}, {"significant-harm", "no"}, {"child-in-need", "no"}, {"health-information", "no"}, {"person-told", "told"},
                    {"told-what", "His mother was told by an interpreter what was asked, and by whom."}, {"quality-tests", "necessary|proportionate|relevant|accurate|secure|need-to-know"}},
                   more);
}

casework::OpenCaseRequest asked_about(const PersonId& child, const std::string& in_short) {
    casework::OpenCaseRequest request;
    request.procedure = "information-sharing-decision";
    casework::NewSubject subject;
    subject.person = child;
    request.subjects.push_back(subject);
    request.answers = answers({{"harm-now", "no"}, {"in-short", in_short}});
    return request;
}

void shared_with_the_school_nurse(Script& script, Story& story) {
    const Instant start = script.working_day(6, 13, 30);
    script.at(start, [&script, &story] { story.concern = script.opens("dsl", asked_about(story.child, "The school nurse asks whether Noa has been seen without a coat.")); });
    script.at(start + 20min, [&script, &story] {
        script.does("dsl", story.concern, "weigh-sharing",
                    weighed({{"asked-by", "The school nurse"}, {"information-concerned", "On which days he came without a coat, and what was arranged."}, {"purpose", "To look at his asthma before the winter."},
                             {"safety-weighed", "He is seen sooner. Nobody is put at risk by it."}, {"amount", "reduced"}, {"what-limited", "What his mother said about money."}, {"consent", "given"},
                             {"consent-from", "His mother"}, {"lawful-basis", "consent"}, {"facts", "Seen on three days without a coat. He has had one since the swap shop."},
                             {"to-elsewhere", "School nursing service"}, {"to-person", "The school nurse"}, {"how", "phone"}, {"sent-securely", "yes"}}));
        script.decides("dsl", story.concern, "share-or-withhold", "share-with-consent", "His mother asked us to tell the nurse, and it is all the nurse needs.");
        script.does("dsl", story.concern, "tell-the-person", answers({{"person-informed", "informed"}}));
    });
}

void kept_from_a_relative(Script& script, Story& story) {
    const Instant start = script.working_day(4, 15, 10);
    script.at(start, [&script, &story] { story.concern = script.opens("dsl", asked_about(story.child, "An uncle rings and asks how Noa is doing and where he goes after school.")); });
    script.at(start + 15min, [&script, &story] {
        script.does("dsl", story.concern, "weigh-sharing",
                    weighed({{"asked-by", "A man who says that he is the boy's uncle"}, {"information-concerned", "How he is, and where he goes after school."}, {"purpose", "He did not say."},
                             {"safety-weighed", "We do not know who he is. Telling him where the boy goes could put him at risk; not telling him harms nobody."}, {"amount", "full"}, {"consent", "refused"},
                             {"consent-from", "His mother"}, {"lawful-basis", kNotKnown}, {"basis-in-words", "None holds."}, {"public-interest", "not-met"}, {"to-elsewhere", "A caller"}}));
        script.does("dsl", story.concern, "record-advice", answers({{"advised-by", "The headteacher"}, {"identity-withheld", "yes"}, {"advice", "Nothing is told to a caller who cannot say who he is."}}));
        script.decides("dsl", story.concern, "share-or-withhold", "withhold", "There is no basis for it, his mother refuses, and it could put him at risk.");
    });
}

Story& new_story(std::vector<std::unique_ptr<Story>>& stories, const PersonId& child) {
    stories.push_back(std::make_unique<Story>());
    stories.back()->child = child;
    return *stories.back();
}

}  // namespace

void sharing_stories(Script& script, std::vector<std::unique_ptr<Story>>& stories, const Children& children) {
    shared_with_the_school_nurse(script, new_story(stories, children.at("noa")));
    kept_from_a_relative(script, new_story(stories, children.at("noa")));
}

}  // namespace hearken::demonstration
