#include "store/responsibilities.hpp"

#include "store/on_both.hpp"

namespace hearken::store {

class Responsibilities : public OnBoth {};
HEARKEN_ON_BOTH(Responsibilities);

TEST_P(Responsibilities, AreAcceptedOnceByEachPersonForEachEdition) {
    const UserId kit{"kit"}, robin{"robin"};
    const auto accepted = [&](const UserId& user, const char* edition) {
        return database->read([&](Reading& reading) { return responsibilities_accepted(reading, user, edition); });
    };
    EXPECT_FALSE(accepted(kit, "2020-12-08"));
    const Instant first = clock.now();
    database->write([&](Transaction& transaction) { accept_responsibilities(transaction, kit, "2020-12-08", first); });
    clock.set(first + std::chrono::hours{1});
    database->write([&](Transaction& transaction) { accept_responsibilities(transaction, kit, "2020-12-08", clock.now()); });
    EXPECT_EQ(accepted(kit, "2020-12-08"), first) << "the first time stands";
    EXPECT_FALSE(accepted(kit, "2027-01-01"));
    EXPECT_FALSE(accepted(robin, "2020-12-08"));
}

}  // namespace hearken::store
