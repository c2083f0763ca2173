#include "core/instant.hpp"

#include <gtest/gtest.h>

#include "core/id_source.hpp"

namespace hearken {

TEST(Instant, IsWrittenInUtcAndReadBack) {
    const auto instant = instant_from_iso("2026-04-02T16:50:00+01:00");
    ASSERT_TRUE(instant);
    EXPECT_EQ(to_iso(*instant), "2026-04-02T15:50:00Z");
    EXPECT_EQ(instant_from_iso(to_iso(*instant)), instant);
}

TEST(Instant, RefusesDatesThatDoNotExistAndTimesWithoutAZone) {
    for (const char* bad : {"2026-02-29T10:00:00Z", "2026-13-01T10:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T10:00:00",
                            "2026-01-01", "", "2026-01-01T10:00:00+1:00", "2026-01-01T10:00:00Zx"})
        EXPECT_FALSE(instant_from_iso(bad)) << bad;
}

TEST(IdSource, MakesDistinctIdsThatSortByTime) {
    TestClock clock(*instant_from_iso("2026-01-05T09:00:00Z"));
    IdSource ids(clock);
    const auto first = ids.next<PersonId>();
    const auto beside = ids.next<PersonId>();
    EXPECT_NE(first, beside);
    EXPECT_EQ(first.str().size(), 18u);
    clock.set(clock.now() + std::chrono::seconds{1});
    EXPECT_LT(first, ids.next<PersonId>());
}

}  // namespace hearken
