#include "store/connection.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

namespace hearken::store {

namespace {

const soci::backend_factory& factory_of(Backend backend) {
    if (backend == Backend::Sqlite) return *soci::factory_sqlite3();
    return *soci::factory_postgresql();
}

/// The first line only: PostgreSQL's DETAIL and SOCI's context hold values, which may be personal data.
std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

bool contains(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

[[noreturn]] void translate(const soci::sqlite3_soci_error& error, Connection* connection) {
    const std::string text = first_line(error.get_error_message());
    switch (error.result() & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED: throw Contention(text);
        case SQLITE_CONSTRAINT:
            if (contains(text, "UNIQUE constraint") || contains(text, "PRIMARY KEY")) throw AlreadyThere(text);
            if (contains(text, "FOREIGN KEY")) throw NothingToReferTo(text);
            throw DatabaseFailure(text);
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            if (connection) connection->mark_broken();
            throw DatabaseDamaged(text);
        case SQLITE_FULL:
        case SQLITE_IOERR:
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN:
            if (connection) connection->mark_broken();
            throw DatabaseUnavailable(text);
        default: throw DatabaseFailure(text);
    }
}

[[noreturn]] void translate(const soci::postgresql_soci_error& error, Connection* connection) {
    const std::string text = first_line(error.get_error_message());
    const std::string state = error.sqlstate();
    const std::string group = state.substr(0, 2);
    if (state == "40001" || state == "40P01" || state == "55P03") throw Contention(text);
    if (state == "23505") throw AlreadyThere(text);
    if (state == "23503") throw NothingToReferTo(text);
    if (group == "XX") throw DatabaseDamaged(text);
    if (group == "08" || group == "57" || group == "53" || error.get_error_category() == soci::soci_error::connection_error) {
        if (connection) connection->mark_broken();
        throw DatabaseUnavailable(text);
    }
    throw DatabaseFailure(text);
}

}  // namespace

void rethrow_translated(Connection* connection) {
    try {
        throw;
    } catch (const DatabaseFailure&) {
        throw;
    } catch (const soci::sqlite3_soci_error& error) {
        translate(error, connection);
    } catch (const soci::postgresql_soci_error& error) {
        translate(error, connection);
    } catch (const soci::soci_error& error) {
        // SOCI reports a lost PostgreSQL connection ("Cannot ... connection") without a state.
        const std::string text = first_line(error.get_error_message());
        if (error.get_error_category() == soci::soci_error::connection_error || contains(text, "connect")) {
            if (connection) connection->mark_broken();
            throw DatabaseUnavailable(text);
        }
        throw DatabaseFailure(text);
    }
}

Connection::Connection(Backend backend, const std::string& address, bool writing) : backend_(backend) {
    try {
        if (backend == Backend::Sqlite) {
            session_.open(factory_of(backend), "dbname=\"" + address + "\" timeout=20");
            run("pragma busy_timeout = 20000");
            run("pragma journal_mode = wal");
            run("pragma synchronous = full");
            run("pragma foreign_keys = on");
            run("pragma temp_store = memory");
            run("pragma cache_size = -32768");
            if (!writing) run("pragma query_only = on");
        } else {
            session_.open(factory_of(backend), address);
            run("set client_min_messages = warning");
            run("set time zone 'UTC'");
            run("set lock_timeout = '20s'");
            if (!writing) run("set default_transaction_read_only = on");
        }
    } catch (...) {
        rethrow_translated(nullptr);
    }
}

void Connection::run(const std::string& sql) {
    try {
        session_ << sql;
    } catch (...) {
        rethrow_translated(this);
    }
}

}  // namespace hearken::store
