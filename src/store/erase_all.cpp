#include "store/erase_all.hpp"

#include <regex>

#include "store/migrate.hpp"
#include "store/settings.hpp"
#include "store/sql.hpp"

namespace hearken::store {

void erase_demonstration(Database& database) {
    database.write([](Transaction& transaction) {
        if (schema_version(transaction) == 0) return;
        if (installation_value(transaction, "demonstration") != "yes") throw DatabaseFailure("this database is not a demonstration: nothing was erased");
        static const std::regex kCreated(R"(create (?:virtual )?table (\w+))");
        std::vector<std::string> tables{"schema_migration"};
        for (const Migration& migration : migrations())
            for (std::sregex_iterator found(migration.sql.begin(), migration.sql.end(), kCreated), end; found != end; ++found) tables.push_back((*found)[1]);
        const char* how = transaction.backend() == Backend::Postgresql ? " cascade" : "";
        // In the opposite order, so that a table goes before what it refers to.
        for (auto table = tables.rbegin(); table != tables.rend(); ++table) transaction.connection().run("drop table if exists " + *table + how);
    });
}

}  // namespace hearken::store
