#include "procedure/csv.hpp"

#include <gtest/gtest.h>

namespace hearken::procedure {

TEST(Csv, ReadsQuotedCellsWithCommasQuotesAndLines) {
    const CsvTable table = read_csv("id,text\r\na,\"one, \"\"two\"\"\nthree\"\r\nb,plain\r\n");
    ASSERT_EQ(table.rows.size(), 2u);
    EXPECT_EQ(table.rows[0].at("text"), "one, \"two\"\nthree");
    EXPECT_EQ(table.rows[1].at("id"), "b");
    EXPECT_EQ(table.rows[1].line, 4);
    EXPECT_EQ(table.rows[1].at("none"), "");
    EXPECT_TRUE(table.faults.empty());
}

TEST(Csv, SaysWhichRowItCannotRead) {
    const CsvTable short_row = read_csv("id,text\na\nb,c\n");
    ASSERT_EQ(short_row.faults.size(), 1u);
    EXPECT_EQ(short_row.faults[0].first, 2);
    EXPECT_EQ(short_row.rows.size(), 1u);
    EXPECT_EQ(read_csv("id,text\na,\"never closed\n").faults.size(), 1u);
}

}  // namespace hearken::procedure
