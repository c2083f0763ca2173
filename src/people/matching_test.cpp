#include "people/matching.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "people/csv.hpp"
#include "people/match_features.hpp"
#include "people/text.hpp"

namespace hearken::people {
namespace {

constexpr Date day(int y, unsigned m, unsigned d) {
    return Date{std::chrono::year{y}, std::chrono::month{m}, std::chrono::day{d}};
}
constexpr Date kBorn = day(2019, 4, 6);

MatchSubject subject(const std::string& id, const std::string& given, const std::string& surname,
                     Birth birth = Birth::exact(kBorn)) {
    return {.id = PersonId(id), .names = {{folded(given), folded(surname)}}, .birth = birth};
}

Identifier number(IdentifierKind kind, std::string_view text) { return Identifier::make(kind, text).value(); }

MatchVerdict verdict(const MatchSubject& a, const MatchSubject& b) { return compare(a, b).verdict; }

bool says(const Match& match, std::string_view words) {
    for (const std::string& sentence : explain(match))
        if (sentence.find(words) != std::string::npos) return true;
    return false;
}

bool share_a_key(const MatchSubject& a, const MatchSubject& b) {
    const auto keys_b = match_keys(b);
    for (const std::string& key : match_keys(a))
        if (std::find(keys_b.begin(), keys_b.end(), key) != keys_b.end()) return true;
    return false;
}

}  // namespace

TEST(CompareWords, TellsSpellingsApartFromNames) {
    EXPECT_EQ(compare_words("obrien", "o brien"), Likeness::Same);
    EXPECT_EQ(compare_words("onah", "noah"), Likeness::Slip);
    EXPECT_EQ(compare_words("catherine", "kathryn"), Likeness::Faint);
    EXPECT_EQ(compare_words("katherine", "catherine"), Likeness::Slip);
    EXPECT_EQ(compare_words("mohammed", "muhammad"), Likeness::Sound);
    EXPECT_EQ(compare_words("harrow pike", "pike"), Likeness::Part);
    EXPECT_EQ(compare_words("t", "tamsin"), Likeness::Initial);
    EXPECT_EQ(compare_words("tamsin", "rowan"), Likeness::Different);
    EXPECT_EQ(compare_words("", "rowan"), Likeness::Blank);
}

TEST(CompareBirths, KnowsTheSlipsPeopleMake) {
    const auto exact = [](int y, unsigned m, unsigned d) { return Birth::exact(day(y, m, d)); };
    EXPECT_EQ(compare_births(exact(2019, 4, 6), exact(2019, 4, 6)), BirthLikeness::Same);
    EXPECT_EQ(compare_births(exact(2019, 4, 6), exact(2019, 6, 4)), BirthLikeness::DayMonthSwapped);
    EXPECT_EQ(compare_births(exact(2019, 4, 6), exact(2018, 4, 6)), BirthLikeness::OneDigit);
    EXPECT_EQ(compare_births(exact(2009, 4, 6), exact(2011, 4, 6)), BirthLikeness::SameDayAndMonth);
    EXPECT_EQ(compare_births(exact(2019, 4, 6), exact(2019, 11, 20)), BirthLikeness::SameYear);
    EXPECT_EQ(compare_births(exact(2019, 4, 6), exact(2012, 11, 20)), BirthLikeness::Different);
    EXPECT_EQ(compare_births(exact(2019, 4, 6), Birth::unknown()), BirthLikeness::Blank);
    EXPECT_EQ(compare_births(exact(2019, 4, 6), Birth::estimated(day(2018, 1, 1))), BirthLikeness::Plausible);
    EXPECT_EQ(compare_births(exact(2019, 4, 6), Birth::expected(day(2019, 5, 1))), BirthLikeness::Plausible);
    EXPECT_EQ(compare_births(exact(2019, 4, 6), Birth::expected(day(2019, 1, 1))), BirthLikeness::Different);
}

TEST(Matching, SameNameAndBirthDateIsTheSamePerson) {
    EXPECT_EQ(verdict(subject("a", "Zoë", "O’Brien"), subject("b", "zoe", "OBRIEN")), MatchVerdict::Same);
    EXPECT_EQ(verdict(subject("a", "Tamsin", "Harrow"), subject("b", "Harrow", "Tamsin")), MatchVerdict::Same);
    EXPECT_EQ(verdict(subject("a", "Tamsin", "Harrow"), subject("b", "Tasmin", "Harow", Birth::exact(day(2019, 6, 4)))),
              MatchVerdict::Same);
}

TEST(Matching, BlankIsNeitherMatchNorMismatch) {
    const Match nothing = compare(subject("a", "", "", Birth::unknown()), subject("b", "Tamsin", "Harrow"));
    EXPECT_EQ(nothing.score, 0);
    EXPECT_TRUE(nothing.reasons.empty());
    EXPECT_EQ(verdict(subject("a", "Tamsin", "Harrow", Birth::unknown()), subject("b", "Tamsin", "Harrow")),
              MatchVerdict::Possible);
    EXPECT_EQ(verdict(subject("a", "Tamsin", ""), subject("b", "Tamsin", "Harrow")), MatchVerdict::Possible);
}

TEST(Matching, SameNameWithAnotherBirthDateIsAnotherPerson) {
    EXPECT_EQ(verdict(subject("a", "Tamsin", "Harrow"), subject("b", "Tamsin", "Harrow", Birth::exact(day(1988, 11, 30)))),
              MatchVerdict::Different);
}

TEST(Matching, TwinsAreNeverJudgedTheSame) {
    MatchSubject a = subject("a", "Tamsin", "Harrow");
    MatchSubject b = subject("b", "Rowan", "Harrow");
    a.postcodes = b.postcodes = {"CB1 1AA"};
    a.contact_points = b.contact_points = {"01632 960001"};
    const Match match = compare(a, b);
    EXPECT_EQ(match.verdict, MatchVerdict::Possible);
    EXPECT_TRUE(says(match, "twins"));
    EXPECT_EQ(verdict(subject("a", "Aiden", "Harrow"), subject("b", "Jayden", "Harrow")), MatchVerdict::Possible);
    a.names = {{"", "harrow"}};
    EXPECT_EQ(verdict(a, b), MatchVerdict::Possible) << "no given name on one of them";
}

TEST(Matching, NumberThatContradictsIsLeftToAPerson) {
    MatchSubject a = subject("a", "Tamsin", "Harrow");
    MatchSubject b = subject("b", "Tamsin", "Harrow");
    a.identifiers = {number(IdentifierKind::NhsNumber, "9434765919")};
    b.identifiers = {number(IdentifierKind::NhsNumber, "9000000009")};
    EXPECT_EQ(verdict(a, b), MatchVerdict::Possible);
    b.identifiers = a.identifiers;
    EXPECT_EQ(verdict(a, b), MatchVerdict::Same);
}

TEST(Matching, NumberThatAgreesBetweenStrangersIsLeftToAPerson) {
    MatchSubject a = subject("a", "Tamsin", "Harrow");
    MatchSubject b = subject("b", "Rowan", "Pike", Birth::exact(day(2012, 11, 20)));
    a.identifiers = b.identifiers = {number(IdentifierKind::Upn, "H873400126001")};
    EXPECT_NE(verdict(a, b), MatchVerdict::Same);
}

TEST(Matching, FormerUpnJoinsRecords) {
    MatchSubject a = subject("a", "Tamsin", "Harrow", Birth::unknown());
    MatchSubject b = subject("b", "Tamsin", "Pike", Birth::unknown());
    a.identifiers = {number(IdentifierKind::FormerUpn, "H873400126001"), number(IdentifierKind::Upn, "A950000178301")};
    b.identifiers = {number(IdentifierKind::Upn, "H873400126001")};
    const Match match = compare(a, b);
    EXPECT_EQ(match.verdict, MatchVerdict::Same);
    EXPECT_TRUE(says(match, "former or temporary UPN"));
}

TEST(Matching, AliasIsEnough) {
    MatchSubject a = subject("a", "Tamsin", "Harrow");
    a.names.push_back({"tammy", "pike"});
    EXPECT_EQ(verdict(a, subject("b", "Tammy", "Pike")), MatchVerdict::Same);
}

TEST(Matching, UnbornChildMeetsTheBabyBorn) {
    const MatchSubject unborn = subject("a", "", "Harrow", Birth::expected(day(2019, 4, 20)));
    EXPECT_EQ(verdict(unborn, subject("b", "Tamsin", "Harrow")), MatchVerdict::Possible);
    EXPECT_TRUE(share_a_key(unborn, subject("b", "Tamsin", "Harrow")));
}

TEST(Matching, ProtectedAddressTakesNoPart) {
    const Person person = Person::make(PersonId("a"), {.names = {{.given = "Tamsin", .surname = "Harrow"}},
                                                       .birth = Birth::exact(kBorn)}, day(2026, 11, 22)).value();
    const Address open = Address::make(AddressId("x"), {.lines = {"4 Mill Lane"}, .postcode = "CB1 1AA"}).value();
    const Address refuge = open.with_protection({.kind = ProtectionKind::Refuge, .reason = "Fled violence",
                                                 .users_who_may_see = {UserId("u")}}).value();
    EXPECT_EQ(match_subject(person, {}, {open}).postcodes, std::vector<std::string>{"CB1 1AA"});
    EXPECT_TRUE(match_subject(person, {}, {refuge}).postcodes.empty());
    EXPECT_TRUE(match_subject(person, {}, {refuge}).places.empty());
}

TEST(Matching, ReasonsHoldNoPersonalData) {
    MatchSubject a = subject("a", "Tamsin", "Harrow");
    a.postcodes = {"CB1 1AA"};
    for (const std::string& sentence : explain(compare(a, a))) {
        EXPECT_EQ(sentence.find("amsin"), std::string::npos) << sentence;
        EXPECT_EQ(sentence.find("CB1"), std::string::npos) << sentence;
        EXPECT_EQ(sentence.find("2019"), std::string::npos) << sentence;
    }
}

TEST(Matching, PairsDecidedNotTheSameAreNotSuggestedAgain) {
    NotTheSame decided;
    const std::vector<MatchSubject> candidates = {subject("b", "Tamsin", "Harrow"), subject("c", "Tamsin", "Harow")};
    EXPECT_EQ(find_matches(subject("a", "Tamsin", "Harrow"), candidates, decided).size(), 2u);
    EXPECT_EQ(find_matches(subject("a", "Tamsin", "Harrow"), candidates, decided)[0].candidate.str(), "b");
    decided.add(PersonId("b"), PersonId("a"));
    const auto left = find_matches(subject("a", "Tamsin", "Harrow"), candidates, decided);
    ASSERT_EQ(left.size(), 1u);
    EXPECT_EQ(left[0].candidate.str(), "c");
}

TEST(MatchKeys, MeetForExchangedNamesAndExchangedDayAndMonth) {
    EXPECT_TRUE(share_a_key(subject("a", "Tamsin", "Harrow"), subject("b", "Harrow", "Tamsin", Birth::unknown())));
    EXPECT_TRUE(share_a_key(subject("a", "", ""), subject("b", "", "", Birth::exact(day(2019, 6, 4)))));
    EXPECT_FALSE(share_a_key(subject("a", "Tamsin", "Harrow"), subject("b", "Rowan", "Pike", Birth::unknown())));
}

TEST(Matching, FindsTheDuplicatesOfAPublishedDataSet) {
    const std::filesystem::path file =
        std::filesystem::path(HEARKEN_SOURCE_DIR) / "../shared/data/people-with-duplicates.csv";
    if (!std::filesystem::exists(file))
        GTEST_SKIP() << "SKIPPED: no people-with-duplicates.csv beside the repository, so matching was not measured";
    std::ifstream in(file);
    std::stringstream text;
    text << in.rdbuf();
    const CsvTable table = parse_csv(text.str()).value();
    ASSERT_EQ(table.rows.size(), 1000u);

    std::vector<MatchSubject> people;
    std::vector<std::string> clusters;
    for (const CsvRow& row : table.rows) {
        MatchSubject person = subject(row.fields[0], row.fields[1], row.fields[2],
                                      Birth::exact(date_from_text(row.fields[3]).value()));
        if (!tidy(row.fields[4]).empty()) person.places = {folded(row.fields[4])};
        if (!tidy(row.fields[5]).empty()) person.contact_points = {folded(row.fields[5])};
        people.push_back(std::move(person));
        clusters.push_back(row.fields[6]);
    }
    std::map<std::string, std::vector<size_t>> blocks;
    for (size_t i = 0; i < people.size(); ++i)
        for (const std::string& key : match_keys(people[i])) blocks[key].push_back(i);
    std::set<std::pair<size_t, size_t>> pairs;
    for (const auto& [key, members] : blocks)
        for (size_t i = 0; i < members.size(); ++i)
            for (size_t j = i + 1; j < members.size(); ++j) pairs.insert({members[i], members[j]});
    size_t truly_same = 0;
    for (size_t i = 0; i < people.size(); ++i)
        for (size_t j = i + 1; j < people.size(); ++j) truly_same += clusters[i] == clusters[j];

    std::map<MatchVerdict, size_t> judged, right;
    size_t blocked_right = 0;
    for (const auto& [i, j] : pairs) {
        const MatchVerdict v = verdict(people[i], people[j]);
        ++judged[v];
        right[v] += clusters[i] == clusters[j];
        blocked_right += clusters[i] == clusters[j];
    }
    const double precision = double(right[MatchVerdict::Same]) / double(judged[MatchVerdict::Same]);
    const double found = double(right[MatchVerdict::Same] + right[MatchVerdict::Possible]) / double(truly_same);
    std::cout << fmt::format(
        "matching: {} pairs compared of {}; blocking keeps {:.3f} of the true pairs; 'same' {} pairs, precision {:.4f}, "
        "recall {:.3f}; 'same' or 'possible' recall {:.3f}, 'possible' precision {:.3f}\n",
        pairs.size(), people.size() * (people.size() - 1) / 2, double(blocked_right) / double(truly_same),
        judged[MatchVerdict::Same], precision, double(right[MatchVerdict::Same]) / double(truly_same), found,
        double(right[MatchVerdict::Possible]) / double(judged[MatchVerdict::Possible]));
    EXPECT_GE(precision, 0.95);
    EXPECT_GE(found, 0.8);
    EXPECT_LT(pairs.size(), 50'000u) << "blocking must leave little to compare";
}

}  // namespace hearken::people
