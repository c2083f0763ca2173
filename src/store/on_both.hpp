// For the tests of this module: each runs on a SQLite file of its own, and on a PostgreSQL schema of its own where
// HEARKEN_TEST_POSTGRES says where to make one (tools/with-postgres sets it).
#pragma once
#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "core/id_source.hpp"
#include "store/migrate.hpp"
#include "store/sql.hpp"

namespace hearken::store {

/// A place for one database, empty at first, removed at the end.
class Place {
public:
    explicit Place(bool postgresql) : name_("hearken_" + std::to_string(getpid()) + "_" + std::to_string(next()++)) {
        if (!postgresql) {
            directory_ = std::filesystem::temp_directory_path() / name_;
            std::filesystem::create_directories(directory_);
            address_ = "sqlite://" + path();
            return;
        }
        server_ = std::getenv("HEARKEN_TEST_POSTGRES");
        Database::open(server_)->write([&](Transaction& transaction) { transaction.connection().run("create schema " + name_); });
        address_ = server_ + (server_.find('?') == std::string::npos ? "?" : "&") + "options=-csearch_path%3D" + name_;
    }
    ~Place() {
        if (server_.empty())
            std::filesystem::remove_all(directory_);
        else
            Database::open(server_)->write([&](Transaction& transaction) { transaction.connection().run("drop schema " + name_ + " cascade"); });
    }
    Place(const Place&) = delete;
    const std::string& address() const { return address_; }
    std::string path() const { return (directory_ / "test.db").string(); }  ///< of the SQLite file

private:
    static std::atomic<int>& next() {
        static std::atomic<int> number{0};
        return number;
    }
    std::string name_, server_, address_;
    std::filesystem::path directory_;
};

class OnBoth : public testing::TestWithParam<const char*> {
protected:
    void SetUp() override {
        const bool postgresql = std::string(GetParam()) == "postgresql";
        if (postgresql && !std::getenv("HEARKEN_TEST_POSTGRES"))
            GTEST_SKIP() << "NOT RUN ON POSTGRESQL: HEARKEN_TEST_POSTGRES is not set. Run: tools/with-postgres <this test>";
        place = std::make_unique<Place>(postgresql);
        database = Database::open(place->address());
        migrate(*database, clock.now());
    }
    void TearDown() override {
        database.reset();
        place.reset();
    }
    /// One statement, behind the product's back.
    long tamper(const std::string& sql) {
        return database->write([&](Transaction& transaction) { return Sql(transaction, sql).run(); });
    }
    long count(const std::string& sql) {
        return database->read([&](Reading& reading) { return Sql(reading, sql).number(); });
    }
    bool on_sqlite() const { return database->backend() == Backend::Sqlite; }

    TestClock clock{*instant_from_iso("2026-11-23T09:00:00Z")};
    IdSource ids{clock, 7};
    std::unique_ptr<Place> place;
    std::unique_ptr<Database> database;
};

inline std::string backend_name(const testing::TestParamInfo<const char*>& info) { return info.param; }

}  // namespace hearken::store

/// Once for each fixture derived from OnBoth.
#define HEARKEN_ON_BOTH(fixture) INSTANTIATE_TEST_SUITE_P(, fixture, testing::Values("sqlite", "postgresql"), backend_name)
