#include "store/migrate.hpp"

#include <thread>

#include "store/on_both.hpp"

namespace hearken::store {

class Migrations : public OnBoth {};
HEARKEN_ON_BOTH(Migrations);

TEST_P(Migrations, RunOnceAndThenHaveNothingToDo) {
    EXPECT_TRUE(migrate(*database, clock.now()).empty());
    EXPECT_FALSE(needs_migration(*database));
    EXPECT_EQ(count("select count(*) from schema_migration"), static_cast<long>(migrations().size()));
}

TEST_P(Migrations, RefuseADatabaseNewerThanTheProgram) {
    tamper("insert into schema_migration (version, name, run_at) values (9999, 'from the future', '2030-01-01T00:00:00Z')");
    EXPECT_THROW(migrate(*database, clock.now()), DatabaseFailure);
}

TEST_P(Migrations, TwoServersStartingAtOnceRunThemOnce) {
    Place empty(!on_sqlite());
    std::atomic<int> run{0};
    const auto start = [&] { run += static_cast<int>(migrate(*Database::open(empty.address()), clock.now()).size()); };
    std::thread one(start), other(start);
    one.join();
    other.join();
    EXPECT_EQ(run, static_cast<int>(migrations().size()));
}

TEST_P(Migrations, ForeignKeysAreHeldAndTextSortsByByte) {
    EXPECT_THROW(tamper("insert into team (id, organisation_id, name) values ('t', 'nowhere', 'A team')"), NothingToReferTo);
    for (const char* name : {"b", "A", "B", "a"})
        tamper(std::string("insert into organisation (id, kind, name) values ('") + name + "', 'school', '" + name + "')");
    std::string order;
    database->read([&](Reading& reading) {
        for (const Row& row : Sql(reading, "select name from organisation order by name").rows()) order += row.text(0);
    });
    EXPECT_EQ(order, "ABab");
}

TEST(Database, SaysInWordsWhyItCannotBeOpened) {
    EXPECT_THROW(Database::open("mysql://somewhere"), DatabaseUnavailable);
    EXPECT_THROW(Database::open("sqlite:///no/such/directory/file.db"), DatabaseUnavailable);
    EXPECT_THROW(Database::open("postgresql://nobody:secret@/none?host=/no/such/socket"), DatabaseUnavailable);
    try {
        Database::open("postgresql://nobody:secret@/none?host=/no/such/socket");
    } catch (const DatabaseUnavailable& failure) {
        EXPECT_EQ(std::string(failure.what()).find("secret"), std::string::npos) << failure.what();
    }
}

}  // namespace hearken::store
