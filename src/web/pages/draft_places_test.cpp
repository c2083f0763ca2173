#include "web/pages/draft_places.hpp"

#include <gtest/gtest.h>

using hearken::web::draft_place;

TEST(DraftPlaces, LeadBackToTheFormTheDraftWasTypedIn) {
    EXPECT_EQ(draft_place("case/c1/task/weigh").address, "/cases/c1/tasks/weigh");
    EXPECT_EQ(draft_place("case/c1/task/weigh/child/p1/part/risks").address, "/cases/c1/tasks/weigh?child=p1&part=risks");
    EXPECT_EQ(draft_place("case/c1/note").address, "/cases/c1/notes");
    EXPECT_EQ(draft_place("start/school-concern/t1/what").address, "/start/school-concern/t1/what");
    EXPECT_EQ(draft_place("person:new").address, "/people/new");
    EXPECT_EQ(draft_place("person:p1").address, "/people/p1/change");
    EXPECT_EQ(draft_place("kept:/cases/c1/close").address, "/carry-on?form=kept%3A%2Fcases%2Fc1%2Fclose");
}

TEST(DraftPlaces, AreLocalWhateverTheKey) {
    EXPECT_EQ(draft_place("//elsewhere.example/x").address, "");
    EXPECT_EQ(draft_place("person:../../x").address, "/people/..%2F..%2Fx/change");
    EXPECT_EQ(draft_place("").address, "");
}
