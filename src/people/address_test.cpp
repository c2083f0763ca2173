#include "people/address.hpp"

#include <gtest/gtest.h>

#include <type_traits>

#include "people/postcode.hpp"

namespace hearken::access {

/// Stands in for the class of this name in access, which alone decides who may see.
class AddressPermits {
public:
    static people::MaySeeProtectedAddress permit(const AddressId& id) { return people::MaySeeProtectedAddress(id); }
};

}  // namespace hearken::access

namespace hearken::people {
namespace {

constexpr Date day(int y, unsigned m, unsigned d) {
    return Date{std::chrono::year{y}, std::chrono::month{m}, std::chrono::day{d}};
}

const AddressText kMillLane{.lines = {" 4  Mill Lane ", "", "Aldbury"}, .postcode = "cb11aa"};

Protection refuge() {
    return {.kind = ProtectionKind::Refuge, .reason = "Fled violence", .teams_who_may_see = {TeamId("t1")}};
}

Address refuge_address() { return Address::make(AddressId("a1"), kMillLane, refuge()).value(); }

}  // namespace

TEST(Postcode, IsWrittenOneWay) {
    EXPECT_EQ(normalised_postcode("cb11aa"), "CB1 1AA");
    EXPECT_EQ(normalised_postcode(" SW1A  2 AA"), "SW1A 2AA");
    EXPECT_EQ(normalised_postcode("m1 1ae"), "M1 1AE");
    EXPECT_EQ(normalised_postcode("gir 0aa"), "GIR 0AA");
    for (const char* bad : {"", "CB1", "CB1 1A", "1CB 1AA", "CB1 1CA", "QB1 1AA", "CBB1 1AA", "CB111 1AA", "O1O 1AA1"})
        EXPECT_FALSE(normalised_postcode(bad)) << bad;
}

TEST(Address, IsTidied) {
    const auto address = Address::make(AddressId("a1"), kMillLane);
    ASSERT_TRUE(address);
    EXPECT_EQ(masked(*address).one_line(), "4 Mill Lane, Aldbury, CB1 1AA");
}

TEST(Address, RefusesWithEveryReason) {
    const auto address = Address::make(AddressId("a1"), {.lines = {}, .postcode = "nowhere", .uprn = "12x"},
                                       {.kind = ProtectionKind::Refuge});
    ASSERT_FALSE(address);
    std::vector<std::string> fields;
    for (const Reason& reason : address.error().reasons) fields.push_back(reason.field);
    EXPECT_EQ(fields, (std::vector<std::string>{"lines", "postcode", "uprn", "protection.reason", "protection.who"}));
}

TEST(ProtectedAddress, IsMaskedWithoutSayingWhatKindOfPlaceItIs) {
    const AddressView view = masked(refuge_address());
    EXPECT_TRUE(view.masked);
    EXPECT_EQ(view.text, AddressText{});
    EXPECT_EQ(view.one_line().find("Mill"), std::string::npos);
    EXPECT_EQ(view.one_line().find("efuge"), std::string::npos);
    EXPECT_EQ(refuge_address().open_text(), nullptr);
}

TEST(ProtectedAddress, IsShownToWhoeverAccessHasGivenAPermit) {
    const auto permit = access::AddressPermits::permit(AddressId("a1"));
    EXPECT_EQ(masked(refuge_address(), permit).one_line(), "4 Mill Lane, Aldbury, CB1 1AA");
}

TEST(ProtectedAddress, PermitCannotBeMadeElsewhere) {
    static_assert(!std::is_default_constructible_v<MaySeeProtectedAddress>);
    static_assert(!std::is_constructible_v<MaySeeProtectedAddress, AddressId>);
    static_assert(!std::is_aggregate_v<MaySeeProtectedAddress>);
}

TEST(ProtectedAddressDeathTest, PermitForAnotherAddressStopsTheProgram) {
    const auto permit = access::AddressPermits::permit(AddressId("another"));
    EXPECT_DEATH(masked(refuge_address(), permit), "");
}

TEST(ProtectedAddress, IsFoundInADocumentAboutToLeave) {
    const Address address = refuge_address();
    EXPECT_TRUE(address.is_mentioned_in("The family is now at 4, mill lane."));
    EXPECT_TRUE(address.is_mentioned_in("Send it to CB1\n1AA please"));
    EXPECT_FALSE(address.is_mentioned_in("14 Mill Lane, CB1 2AA"));
}

TEST(ProtectedAddress, ProtectionCanBePutOnLater) {
    const auto open = Address::make(AddressId("a1"), kMillLane);
    ASSERT_TRUE(open);
    EXPECT_TRUE(masked(*open->with_protection(refuge())).masked);
}

TEST(PersonAddress, CurrentOnesComeHomeFirstThenLatest) {
    const PersonId child("c");
    const std::vector<PersonAddress> all = {
        {child, AddressId("old"), AddressUse::Home, {day(2020, 1, 1), day(2024, 1, 1)}},
        {child, AddressId("aunt"), AddressUse::Temporary, {day(2026, 1, 1), {}}},
        {child, AddressId("mother"), AddressUse::Home, {day(2024, 1, 2), {}}},
        {child, AddressId("father"), AddressUse::Home, {day(2025, 1, 2), {}}},
        {PersonId("other"), AddressId("x"), AddressUse::Home, {}}};
    std::vector<std::string> ids;
    for (const PersonAddress& link : addresses_of(child, day(2026, 11, 22), all)) ids.push_back(link.address.str());
    EXPECT_EQ(ids, (std::vector<std::string>{"father", "mother", "aunt"}));
}

}  // namespace hearken::people
