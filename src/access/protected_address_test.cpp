// A refuge's address: only those expressly named.
#include <gtest/gtest.h>

#include "access/a_case.hpp"
#include "access/address_permits.hpp"

namespace hearken::access {
namespace {

people::Address an_address(people::Protection protection) {
    return people::Address::restored(AddressId{"address"}, {{"4 Mill Lane"}, "", ""}, std::move(protection));
}
const people::Protection kRefuge{people::ProtectionKind::Refuge, "refuge", {UserId{"robin"}}, {TeamId{"placements"}}, {}};

}  // namespace

TEST(ProtectedAddress, IsReadByThoseNamedAndByNobodySenior) {
    EXPECT_FALSE(AddressPermits::permit(AnActor(Reach::Organisation), an_address(kRefuge)));
    EXPECT_TRUE(AddressPermits::permit(AnActor(Reach::Organisation).in_team("placements"), an_address(kRefuge)));
    EXPECT_FALSE(may_read_address(AnActor(Reach::Organisation), true, {UserId{"robin"}}));
}
TEST(ProtectedAddress, IsNotReadInARoleThatOnlyRecords) {
    EXPECT_FALSE(AddressPermits::permit(AnActor(Reach::OwnRecording).in_team("placements"), an_address(kRefuge)));
}
TEST(ProtectedAddress, AnOpenOneIsReadWithThePerson) {
    EXPECT_TRUE(AddressPermits::permit(AnActor(Reach::Involved), an_address({})));
    EXPECT_TRUE(may_read_address(AnActor(Reach::Involved), false, {}));
}

}  // namespace hearken::access
