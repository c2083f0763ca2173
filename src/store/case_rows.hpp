// The rows of one case in all read tables, as plain data: loaded, compared and written by one piece of code.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "core/id.hpp"
#include "store/database.hpp"

namespace hearken::store {

struct ReadTable {
    struct Column {
        const char* name;
        bool is_number = false;
    };
    const char* name;
    std::vector<Column> columns;  ///< the first is the case's id; key columns come first
    size_t key_columns;
    bool grows_only;  ///< chronology and disclosures: rows come from single events and never change
};

const std::vector<ReadTable>& read_tables();
const ReadTable& read_table(const std::string& name);

using RowValues = std::vector<std::string>;  ///< one for each column, numbers as digits

/// Of one case: table → key → row.
class CaseRows {
public:
    using Rows = std::map<RowValues, RowValues>;
    void put(const std::string& table, RowValues values);
    void remove(const std::string& table, const RowValues& key) { tables_[table].erase(key); }
    void clear(const std::string& table) { tables_[table].clear(); }
    /// Null where there is no such row.
    const RowValues* find(const std::string& table, const RowValues& key) const;
    const Rows& of(const std::string& table) const;

private:
    std::map<std::string, Rows> tables_;
};

/// What is in the database. Without `grown` the tables that only grow are left empty, which is quicker.
CaseRows load_case_rows(Reading& reading, const CaseId& case_id, bool grown);

/// Makes the database hold `after` where it held `before`.
void write_difference(Transaction& transaction, const CaseRows& before, const CaseRows& after);

/// What differs, in words that hold nothing of the record: (table, text).
std::vector<std::pair<std::string, std::string>> differences(const CaseRows& held, const CaseRows& should_be);

}  // namespace hearken::store
