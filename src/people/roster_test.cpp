#include "people/roster.hpp"

#include <gtest/gtest.h>

namespace hearken::people {
namespace {

constexpr Date day(int y, unsigned m, unsigned d) {
    return Date{std::chrono::year{y}, std::chrono::month{m}, std::chrono::day{d}};
}
constexpr Date kToday = day(2026, 11, 22);
const OrganisationId kSchool("school");

Roster roster_of(std::string_view csv, const std::map<std::string, std::string>& told = {}) {
    const CsvTable table = parse_csv(csv).value();
    return read_roster(table, map_columns(table.header, told).value(), kSchool, kToday);
}

std::vector<std::string> problems_of(const Roster& roster) {
    std::vector<std::string> out;
    for (const RosterProblem& p : roster.problems)
        out.push_back(std::to_string(p.row) + ":" + p.column + ":" + (p.error ? "error" : "warning"));
    return out;
}

std::string column(const std::string& heading) {
    const auto mapping = map_columns({heading, "Name", "DOB"});
    for (const auto& [found, at] : mapping.value().columns)
        if (at == 0) return code_of(found);
    return "unused";
}

}  // namespace

TEST(RosterColumns, HeadingsOfCommonExportsAreRecognised) {
    EXPECT_EQ(column("Legal Surname"), "surname");
    EXPECT_EQ(column("Adm No."), "local-id");
    EXPECT_EQ(column("Reg Group"), "class");
    EXPECT_EQ(column("NC Year Actual"), "year-group");
    EXPECT_EQ(column("Preferred Forename"), "known-as");
    EXPECT_EQ(column("Address Line 2"), "address-line-2");
    EXPECT_EQ(column("Home Address"), "address-line-1");
    EXPECT_EQ(column("Town"), "address-line-3");
    EXPECT_EQ(column("Priority 1 Contact Surname"), "contact-1-surname");
    EXPECT_EQ(column("Parent/Carer 2 Email"), "contact-2-email");
    EXPECT_EQ(column("Contact 3: Parental Responsibility"), "contact-3-parental-responsibility");
    EXPECT_EQ(column("Contact 1 Relationship to Child"), "contact-1-relationship");
    EXPECT_EQ(column("Contact name 2"), "contact-2-name");
    EXPECT_EQ(column("Shoe size"), "unused");
    EXPECT_EQ(column("Contact 7 Name"), "unused");
    EXPECT_EQ(column("Parental consent for trips"), "unused");
}

TEST(RosterColumns, CodesReadBack) {
    for (const RosterColumn& c : all_roster_columns()) EXPECT_EQ(roster_column_from_code(code_of(c)), c) << code_of(c);
}

TEST(RosterColumns, WhatIsToldGoesBeforeRecognition) {
    const auto mapping = map_columns({"Name", "Surname", "Born", "Forename"}, {{"Born", "date-of-birth"}, {"Name", "ignore"}});
    ASSERT_TRUE(mapping);
    EXPECT_EQ(mapping->unused, std::vector<std::string>{"Name"});
    EXPECT_EQ(*mapping->heading_of({RosterField::BirthDate}), "Born");
}

TEST(RosterColumns, RefusesWithEveryReason) {
    const auto mapping = map_columns({"Surname", "Last name", "Shoe"}, {{"Boot", "ignore"}, {"Shoe", "boots"}});
    ASSERT_FALSE(mapping);
    std::vector<std::string> codes;
    for (const Reason& reason : mapping.error().reasons) codes.push_back(reason.code + ":" + reason.field);
    EXPECT_EQ(codes, (std::vector<std::string>{"no-such-heading:Boot", "no-such-field:Shoe", "twice:Last name",
                                               "required:surname", "required:date-of-birth"}));
}

TEST(Roster, RowBecomesAChildWithEverythingRecorded) {
    const Roster roster = roster_of(
        "UPN,Adm No,Legal Surname,Legal Forename,Preferred Forename,DOB,Sex,Ethnicity,Year,Reg Group,Date of Admission,"
        "Address Line 1,Town,Postcode,Contact 1 Name,Contact 1 Relationship,Contact 1 Parental Responsibility,"
        "Contact 1 Mobile,Contact 2 Name,Contact 2 Relationship,Contact 2 Email\n"
        "h873400126001,00417,O'Brien,Zoë,Zo,06/04/2019,F,WBRI,Year 2,2B,04/09/2023,4 Mill Lane,Aldbury,cb11aa,"
        "Ms Ann O'Brien,Mum,Yes,01632 960001,\"Pike, Rowan\",Stepdad,rowan@example.org\n");
    EXPECT_TRUE(roster.problems.empty());
    ASSERT_EQ(roster.entries.size(), 1u);
    const RosterEntry& e = roster.entries[0];
    EXPECT_EQ(e.person.names[0].full(), "Zoë O'Brien");
    EXPECT_EQ(e.person.names[1].type, NameType::KnownAs);
    EXPECT_EQ(e.person.birth, Birth::exact(day(2019, 4, 6)));
    EXPECT_EQ(e.person.ethnicity, "WBRI");
    ASSERT_EQ(e.identifiers.size(), 2u);
    EXPECT_EQ(e.identifiers[0].value(), "H873400126001");
    EXPECT_EQ(e.identifiers[1].issuer(), "school");
    EXPECT_EQ(e.registration.year_group, "2");
    EXPECT_EQ(e.registration.period.from, day(2023, 9, 4));
    EXPECT_EQ(e.address->postcode, "CB1 1AA");
    ASSERT_EQ(e.contacts.size(), 2u);
    EXPECT_EQ(e.contacts[0].relationship, RelationshipKind::Mother);
    EXPECT_EQ(e.contacts[0].parental_responsibility, YesNo::Yes);
    EXPECT_EQ(e.contacts[0].telephone, "01632 960001");
    EXPECT_EQ(e.contacts[1].name.for_list(), "PIKE, Rowan");
    EXPECT_EQ(e.contacts[1].relationship, RelationshipKind::StepParent);
    EXPECT_EQ(e.contacts[1].parental_responsibility, YesNo::NotKnown) << "silence is not 'no'";
}

TEST(Roster, ErrorsNameTheRowAndTheColumnAndTheOtherRowsAreRead) {
    const Roster roster = roster_of(
        "Forename,Surname,DOB,UPN,Postcode,Year\n"
        "Tamsin,Harrow,31/02/2019,,,1\n"
        "Rowan,Pike,06/04/2019,A801200005001,nowhere,99\n"
        ",,06/04/2019,,,\n"
        "Zo\xEB,Pike,06/04/2019,,,\n"
        "Isla,Pike,06/04/2019,H873400126001,CB1 1AA,R\n"
        "Nia,Pike,,,,\n");
    EXPECT_EQ(problems_of(roster),
              (std::vector<std::string>{"1:DOB:error", "2:UPN:error", "2:Year:warning", "2:Postcode:warning",
                                        "3:Forename:error", "4::error", "5:Postcode:warning", "6:DOB:warning"}));
    ASSERT_EQ(roster.entries.size(), 2u);
    EXPECT_EQ(roster.entries[0].row, 5u);
    EXPECT_EQ(roster.entries[0].line, 6u);
    EXPECT_EQ(roster.kept_out.size(), 4u);
}

TEST(Roster, BirthDateInTheFutureIsAnErrorOfItsColumn) {
    EXPECT_EQ(problems_of(roster_of("Name,DOB\nTamsin Harrow,2027-01-01\n")), std::vector<std::string>{"1:DOB:error"});
}

TEST(Roster, RepeatedChildIsKeptOutUnlessNumbersTellThemApart) {
    const Roster roster = roster_of(
        "Name,DOB,Adm No\n"
        "Tamsin Harrow,2019-04-06,1\n"
        "\"HARROW, Tamsin\",06/04/2019,\n"
        "Tamsin Harrow,2019-04-06,2\n"
        "Rowan Pike,2018-01-01,1\n");
    EXPECT_EQ(problems_of(roster), (std::vector<std::string>{"2::error", "4::error"}));
    const Roster same = roster_of("Name,DOB\nTamsin Harrow,2019-04-06\ntamsin  HARROW,06/04/2019\n");
    EXPECT_EQ(problems_of(same), std::vector<std::string>{"2::error"});
}

TEST(Roster, RelationshipWordsAreReadAndUnknownOnesKept) {
    EXPECT_EQ(relationship_from_text("Step-Father"), RelationshipKind::StepParent);
    EXPECT_EQ(relationship_from_text("NAN"), RelationshipKind::Grandparent);
    EXPECT_FALSE(relationship_from_text("Social worker"));
    const Roster roster = roster_of("Name,DOB,Contact 1 Name,Contact 1 Relationship\nTamsin Harrow,2019-04-06,Jo Pike,Godparent\n");
    EXPECT_EQ(roster.entries[0].contacts[0].relationship_text, "Godparent");
    EXPECT_EQ(problems_of(roster), std::vector<std::string>{"1:Contact 1 Relationship:warning"});
}

}  // namespace hearken::people
