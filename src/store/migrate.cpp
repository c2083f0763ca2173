#include "store/migrate.hpp"

#include <fmt/format.h>

#include <charconv>
#include <regex>

#include "store/migration_texts.hpp"
#include "store/sql.hpp"

namespace hearken::store {

namespace {

/// The statements of a migration: each ends with ";" at the end of a line. SOCI on SQLite would silently run only the
/// first of several.
std::vector<std::string> statements_of(const std::string& sql) {
    std::vector<std::string> statements;
    std::string statement;
    size_t from = 0;
    while (from < sql.size()) {
        const size_t until = std::min(sql.find('\n', from), sql.size());
        std::string line = sql.substr(from, until - from);
        from = until + 1;
        if (const size_t comment = line.find("--"); comment != std::string::npos) line.resize(comment);
        while (!line.empty() && line.back() == ' ') line.pop_back();
        if (line.empty()) continue;
        const bool ends = line.back() == ';';
        if (ends) line.pop_back();
        statement += line + "\n";
        if (ends) statements.push_back(std::exchange(statement, {}));
    }
    return statements;
}

/// The only place where the two databases get different words. PostgreSQL sorts text by the server's language unless
/// told otherwise; ours must sort by byte, as SQLite does and as ids and times need. Sequences outgrow 32 bits.
std::string for_backend(const std::string& statement, Backend backend) {
    if (backend == Backend::Sqlite || !statement.starts_with("create table")) return statement;
    static const std::regex kText(R"((\w+) text\b)"), kInteger(R"((\w+) integer\b)");
    return std::regex_replace(std::regex_replace(statement, kText, "$1 text collate \"C\""), kInteger, "$1 bigint");
}

bool table_exists(Reading& reading, const std::string& table) {
    const char* sql = reading.backend() == Backend::Sqlite
                          ? "select count(*) from sqlite_master where type = 'table' and name = :name"
                          : "select count(*) from pg_catalog.pg_class where relkind = 'r' and relname = :name and pg_table_is_visible(oid)";
    return Sql(reading, sql).with("name", table).number() > 0;
}

}  // namespace

const std::vector<Migration>& migrations() {
    static const std::vector<Migration> kMigrations = [] {
        std::vector<Migration> all;
        for (const auto& [file, sql] : migration_texts()) {
            int version = 0;
            std::from_chars(file.data(), file.data() + 4, version);
            all.push_back({version, std::string(file.substr(5)), std::string(sql)});
        }
        return all;
    }();
    return kMigrations;
}

int schema_version(Reading& reading) {
    if (!table_exists(reading, "schema_migration")) return 0;
    return static_cast<int>(Sql(reading, "select coalesce(max(version), 0) from schema_migration").number());
}

std::vector<int> migrate(Database& database, Instant now) {
    return database.write([&](Transaction& transaction) {
        Connection& connection = transaction.connection();
        // Two servers that start at once: the second waits here (SQLite: at "begin immediate").
        if (transaction.backend() == Backend::Postgresql) connection.run("select pg_advisory_xact_lock(4327536)");
        const int held = schema_version(transaction);
        const int known = migrations().back().version;
        if (held > known)
            throw DatabaseFailure(fmt::format("the database is of a newer version ({}) than this program knows ({}): use the newer program", held, known));
        if (held == 0) connection.run(for_backend("create table schema_migration (version integer primary key, name text not null, run_at text not null)", transaction.backend()));
        std::vector<int> run;
        for (const Migration& migration : migrations()) {
            if (migration.version <= held) continue;
            for (const std::string& statement : statements_of(migration.sql)) connection.run(for_backend(statement, transaction.backend()));
            Sql(transaction, "insert into schema_migration (version, name, run_at) values (:version, :name, :run_at)")
                .with("version", migration.version).with("name", migration.name).with("run_at", now).run();
            run.push_back(migration.version);
        }
        return run;
    });
}

bool needs_migration(Database& database) {
    return database.read([](Reading& reading) { return schema_version(reading) != migrations().back().version; });
}

}  // namespace hearken::store
