// The midday supervisor: records without reading.
#include <gtest/gtest.h>

#include "access/a_case.hpp"

namespace hearken::access {
namespace {
const AnActor kRecorder = AnActor(Reach::OwnRecording).only_records();
}

TEST(Recorder, SeesAReceiptOfWhatTheyRecorded) { EXPECT_EQ(view_of(kRecorder, ACase().opened("kit")), CaseView::Receipt); }
TEST(Recorder, SeesNothingOthersRecorded) { EXPECT_EQ(view_of(kRecorder, ACase()), CaseView::None); }
TEST(Recorder, DoesNotComeToReadByBeingInvolvedOrNamed) {
    EXPECT_EQ(view_of(kRecorder, ACase().involving("kit")), CaseView::None);
    EXPECT_EQ(view_of(kRecorder, ACase().naming("kit").opened("kit")), CaseView::Receipt);
}
TEST(Recorder, LosesTheReceiptWhenExcluded) { EXPECT_EQ(view_of(kRecorder, ACase().opened("kit").excluding("kit")), CaseView::None); }
TEST(Recorder, ChoosesAPupilOfTheirOwnSchoolByNameOnly) {
    EXPECT_EQ(view_of(kRecorder, APerson()), PersonView::NameOnly);
    EXPECT_EQ(view_of(kRecorder, APerson().on_roll_nowhere()), PersonView::None);
}
TEST(Recorder, MayRecordButNotReadOrAct) {
    EXPECT_TRUE(allows(kRecorder, Action::OpenCase));
    EXPECT_TRUE(allows(kRecorder, Action::SearchPeople));
    EXPECT_TRUE(allows(kRecorder, Action::ReadCase));  // the receipt
    for (const Action action : {Action::ReadPerson, Action::ChangePerson, Action::ReadChronology, Action::ActInCase, Action::ShareCase,
                                Action::RestrictCase, Action::BreakGlass, Action::ReadProtectedAddress, Action::ReadAudit})
        EXPECT_FALSE(allows(kRecorder, action)) << action_name(action);
}

}  // namespace hearken::access
