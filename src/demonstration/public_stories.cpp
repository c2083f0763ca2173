// A neighbour who rings the front door and does not want the family to know who rang: the record, and the referral that
// opened with it.
#include "demonstration/stories.hpp"

namespace hearken::demonstration {

using namespace std::chrono_literals;

void public_stories(Script& script, const Children& children) {
    script.at(script.working_day(1, 16, 5), [&script, child = children.at("tove")] {
        casework::OpenCaseRequest request;
        request.procedure = "public-concern";
        casework::NewSubject subject;
        subject.person = child;
        request.subjects = {subject};
        request.channel = "telephone";
        request.answers = answers({{"danger-now", "no"}, {"channel", "telephone"}, {"caller", "public"}, {"facts", "He plays on the stairs until ten at night. On Sunday he asked her for bread."},
                                   {"opinion", "She thinks that nobody is at home in the evening."}, {"how-known", "She has seen it herself, four times this month."}, {"where-now", kNotKnown},
                                   {"local-authority", "fenmere"}, {"parents", "His mother. No other name known."}, {"anonymity", "withheld"}, {"name", "Ms Anonby"}, {"reach", "01632 960999, after six"},
                                   {"relationship", "Lives one floor up"}, {"seriousness", "Not in danger tonight; neglect is likely."}, {"information-given", "That it is passed on today and that the family is not told who rang."},
                                   {"told-next", "yes"}, {"number-given", "yes"}, {"helplines", "nspcc"}});
        script.opens("contact-officer", request);
    });
}

}  // namespace hearken::demonstration
