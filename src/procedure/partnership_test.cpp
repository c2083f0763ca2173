// The partnership's own procedures, as they stand in procedures/.
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>

#include "procedure/coverage.hpp"
#include "procedure/reading_files_test.hpp"

namespace hearken::procedure {

TEST(Partnership, ProceduresLoadAndCheckWithoutError) {
    const auto loaded = Library::load(read_folder(std::string(HEARKEN_SOURCE_DIR) + "/procedures"));
    EXPECT_TRUE(loaded.ok()) << in_words(loaded.faults, false);
    if (std::getenv("HEARKEN_SHOW_WARNINGS")) std::cout << in_words(loaded.faults);
}

TEST(Partnership, DutiesAndTimescalesAreAllListed) {
    const auto loaded = Library::load(read_folder(std::string(HEARKEN_SOURCE_DIR) + "/procedures"));
    EXPECT_EQ(loaded.library.duties().size(), 3770u + 53u);
    EXPECT_TRUE(loaded.library.duties().count("M1.initial-referral.s14"));
    EXPECT_TRUE(loaded.library.duties().count("T.referral-acknowledge-and-decide-next-step"));
}

}  // namespace hearken::procedure
