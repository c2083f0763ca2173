#include "store/database.hpp"

#include <thread>

#include "store/on_both.hpp"

namespace hearken::store {

class Transactions : public OnBoth {
protected:
    void set(const std::string& name, const std::string& value) {
        database->write([&](Transaction& transaction) {
            Sql(transaction, "insert into installation (name, value) values (:name, :value) on conflict (name) do update set value = excluded.value")
                .with("name", name).with("value", value).run();
        });
    }
    long values() { return count("select count(*) from installation"); }
};
HEARKEN_ON_BOTH(Transactions);

TEST_P(Transactions, AreRolledBackWithoutACommitAndByARefusal) {
    {
        Transaction transaction = database->transaction();
        Sql(transaction, "insert into installation (name, value) values ('a', 'b')").run();
    }
    const Result<void> refused = database->write([&](Transaction& transaction) -> Result<void> {
        Sql(transaction, "insert into installation (name, value) values ('a', 'b')").run();
        return refuse(RefusalCode::Invalid, "no", "No.");
    });
    EXPECT_FALSE(refused);
    EXPECT_THROW(database->write([&](Transaction& transaction) {
        Sql(transaction, "insert into installation (name, value) values ('a', 'b')").run();
        throw std::runtime_error("the world failed");
    }),
                 std::runtime_error);
    EXPECT_EQ(values(), 0);
}

TEST_P(Transactions, AReadingSeesOneMoment) {
    set("a", "1");
    Reading reading = database->reading();
    EXPECT_EQ(Sql(reading, "select count(*) from installation").number(), 1);
    set("b", "2");
    EXPECT_EQ(Sql(reading, "select count(*) from installation").number(), 1);
    EXPECT_EQ(values(), 2);
}

TEST_P(Transactions, AReadingRefusesToWrite) {
    Reading reading = database->reading();
    EXPECT_THROW(Sql(reading, "insert into installation (name, value) values ('a', 'b')").run(), DatabaseFailure);
}

TEST_P(Transactions, ManyThreadsThatReadThenWriteLoseNothing) {
    set("n", "0");
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 25; ++i)
                database->write([&](Transaction& transaction) {
                    // PostgreSQL: the row is locked by the update itself.
                    Sql(transaction, "update installation set value = cast(cast(value as integer) + 1 as text) where name = 'n'").run();
                });
        });
    for (std::thread& thread : threads) thread.join();
    database->read([](Reading& reading) { EXPECT_EQ(Sql(reading, "select value from installation").row()->text(0), "100"); });
}

TEST_P(Transactions, TextGoesThroughAsItIs) {
    const std::string odd = "O'Brien \"Zoë\" :name 'x' -- \\ % 🙂\n";
    set("odd", odd);
    database->read([&](Reading& reading) { EXPECT_EQ(Sql(reading, "select value from installation where value = :v").with("v", odd).row()->text(0), odd); });
}

TEST_P(Transactions, ADuplicateIsSaidWithoutItsValues) {
    set("secret-name", "1");
    try {
        tamper("insert into installation (name, value) values ('secret-name', 'secret-value')");
        FAIL() << "a duplicate was kept";
    } catch (const AlreadyThere& failure) {
        EXPECT_EQ(std::string(failure.what()).find("secret"), std::string::npos) << failure.what();
    }
}

}  // namespace hearken::store
