#include "people/csv.hpp"

#include <gtest/gtest.h>

#include <random>

#include "people/text.hpp"

namespace hearken::people {

using Fields = std::vector<std::string>;

TEST(Csv, ReadsQuotedFieldsWithSeparatorsQuotesAndLineEnds) {
    const auto table = parse_csv("Name,Note\r\n\"Harrow, Tamsin\",\"said \"\"no\"\"\nthen left\"\r\nRowan,\r\n");
    ASSERT_TRUE(table);
    EXPECT_EQ(table->header, (Fields{"Name", "Note"}));
    ASSERT_EQ(table->rows.size(), 2u);
    EXPECT_EQ(table->rows[0].fields, (Fields{"Harrow, Tamsin", "said \"no\"\nthen left"}));
    EXPECT_EQ(table->rows[0].line, 2u);
    EXPECT_EQ(table->rows[1].fields, (Fields{"Rowan", ""}));
    EXPECT_EQ(table->rows[1].line, 4u) << "lines are counted as an editor counts them";
}

TEST(Csv, TellsTheSeparatorFromTheHeader) {
    EXPECT_EQ(parse_csv("a;b;c\n1,5;2;3\n")->rows[0].fields, (Fields{"1,5", "2", "3"}));
    EXPECT_EQ(parse_csv("a\tb\n1\t2\n")->rows[0].fields, (Fields{"1", "2"}));
    EXPECT_EQ(parse_csv("sep=;\na;b\n1;2\n")->rows[0].fields, (Fields{"1", "2"}));
    EXPECT_EQ(parse_csv("\"a;x\",b\n1,2\n")->header, (Fields{"a;x", "b"}));
    EXPECT_EQ(parse_csv("only\none\n")->rows[0].fields, (Fields{"one"}));
}

TEST(Csv, AcceptsAByteOrderMarkAndAnyLineEnds) {
    EXPECT_EQ(parse_csv("\xEF\xBB\xBFUPN,Name\rx,y\r")->header, (Fields{"UPN", "Name"}));
    EXPECT_EQ(parse_csv("a,b\r1,2\r3,4")->rows.size(), 2u);
    EXPECT_EQ(parse_csv("\n\na,b\n\n1,2\n,\n")->rows.size(), 1u) << "blank rows are skipped";
}

TEST(Csv, RowInAnotherEncodingIsReportedAndTheRestIsRead) {
    const auto table = parse_csv("Name,Year\nZo\xEB,7\nRowan,8\n");
    ASSERT_TRUE(table);
    EXPECT_NE(table->rows[0].problem.find("CSV UTF-8"), std::string::npos);
    EXPECT_TRUE(table->rows[1].problem.empty());
}

TEST(Csv, QuoteNeverClosedCostsOneRow) {
    const auto table = parse_csv("Name,Year\n\"Harrow,7\nRowan,8\n");
    ASSERT_TRUE(table);
    ASSERT_EQ(table->rows.size(), 2u);
    EXPECT_NE(table->rows[0].problem.find("never closed"), std::string::npos);
    EXPECT_EQ(table->rows[1].fields, (Fields{"Rowan", "8"}));
}

TEST(Csv, RowWithTooManyValuesIsReported) {
    const auto table = parse_csv("Name,Year\nHarrow, Tamsin,7\nRowan\nIsla,9,,\n");
    ASSERT_TRUE(table);
    EXPECT_NE(table->rows[0].problem.find("3 values for 2 columns"), std::string::npos);
    EXPECT_EQ(table->rows[1].fields, (Fields{"Rowan", ""}));
    EXPECT_TRUE(table->rows[2].problem.empty());
}

TEST(Csv, RefusesWhatIsNotCsvText) {
    EXPECT_EQ(parse_csv("").error().reasons[0].code, "empty");
    EXPECT_EQ(parse_csv("\xFF\xFEN\0a\0").error().reasons[0].code, "encoding");
    EXPECT_EQ(parse_csv(std::string_view("PK\x03\x04\0\0", 6)).error().reasons[0].code, "encoding");
    EXPECT_EQ(parse_csv("N\xEBm,b\n1,2\n").error().reasons[0].code, "header");
}

TEST(Csv, SurvivesAnyDamageToAFile) {
    const std::string good = "\xEF\xBB\xBFUPN;Surname;Note\r\nH873400126001;\"O'Brien; Zoë\";\"a \"\"b\"\"\nc\"\r\n;x;y\r\n";
    std::mt19937 random(20261122);
    const std::string_view interesting = "\";,\t\r\n\0\xEF\xBB\xFF a=";
    for (int round = 0; round < 5000; ++round) {
        std::string text = good;
        for (unsigned edits = random() % 6 + 1; edits > 0 && !text.empty(); --edits) {
            const size_t at = random() % text.size();
            const char c = interesting[random() % interesting.size()];
            if (random() % 3 == 0) text.erase(at, random() % 8 + 1);
            else if (random() % 2 == 0) text.insert(at, 1, c);
            else text[at] = c;
        }
        const auto table = parse_csv(text);
        if (!table) {
            EXPECT_FALSE(table.error().reasons.empty());
            continue;
        }
        for (const CsvRow& row : table->rows) {
            EXPECT_EQ(row.fields.size(), table->header.size());
            for (const std::string& field : row.fields) EXPECT_TRUE(!row.problem.empty() || is_valid_utf8(field));
        }
    }
}

}  // namespace hearken::people
