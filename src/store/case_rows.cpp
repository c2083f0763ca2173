#include "store/case_rows.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "store/sql.hpp"

namespace hearken::store {

const std::vector<ReadTable>& read_tables() {
    static const std::vector<ReadTable> kTables = {
        {"case_file", {{"id"}, {"procedure"}, {"version"}, {"title"}, {"owner_id"}, {"team_id"}, {"stages"}, {"state"}, {"outcome"}, {"restricted", true},
                       {"opened_at"}, {"received_at"}, {"closed_at"}, {"opened_by"}, {"area"}, {"last_sequence", true}}, 1, false},
        {"case_subject", {{"case_id"}, {"person_id"}, {"kind"}, {"part"}, {"joined_at"}, {"outcome"}}, 2, false},
        {"case_organisation", {{"case_id"}, {"relation"}, {"organisation_id"}, {"state"}, {"opened_at"}}, 3, false},
        {"case_involvement", {{"case_id"}, {"involvement"}, {"who"}, {"since"}}, 3, false},
        {"case_task", {{"case_id"}, {"task"}, {"subject_id"}, {"occurrence", true}, {"title"}, {"roles"}, {"relation"}, {"organisation_id"}, {"status"},
                       {"assigned_to"}, {"urgent", true}, {"opened_at"}, {"done_at"}, {"recorded_at"}, {"done_by"}, {"due_at"}, {"amber_at"},
                       {"due_strength"}, {"outcome"}, {"work_order"}}, 4, false},
        {"case_tray", {{"case_id"}, {"task"}, {"subject_id"}, {"occurrence", true}, {"role"}, {"holder"}, {"organisation_id"}, {"work_order"}, {"due_at"}}, 6, false},
        {"case_clock", {{"case_id"}, {"task"}, {"subject_id"}, {"occurrence", true}, {"clock"}, {"strength"}, {"counted_from"}, {"counted_what"}, {"period"},
                        {"due_at"}, {"original_due_at"}, {"amber_at"}, {"reminder_at"}, {"estimated", true}, {"urgency", true}, {"outside", true},
                        {"explanation"}, {"met_at"}}, 5, false},
        {"child_seen", {{"case_id"}, {"person_id"}, {"to_be_seen", true}, {"owner_id"}, {"seen_at"}, {"seen_by"}, {"alone_at"}, {"alone_by"}, {"tried_at"}}, 2, false},
        {"prohibition_in_force", {{"case_id"}, {"prohibition"}, {"person_id"}, {"since"}}, 3, false},
        {"flag_in_force", {{"case_id"}, {"flag"}, {"person_id"}, {"since"}, {"until_date"}}, 3, false},
        {"case_link", {{"case_id"}, {"linked_id"}, {"kind"}}, 3, false},
        {"chronology_entry", {{"case_id"}, {"event_id"}, {"person_id"}, {"occurred_at"}, {"recorded_at"}, {"significant", true}, {"kind"}, {"text"},
                              {"source"}, {"organisation_id"}, {"user_id"}}, 2, true},
        {"disclosure", {{"case_id"}, {"event_id"}, {"shared_with"}, {"version"}, {"what"}, {"basis"}, {"why"}, {"shared_at"}, {"shared_by"}, {"organisation_id"},
                        {"outcome"}, {"person_id"}, {"recipient"}, {"purpose"}, {"consent"}, {"how"}}, 2, true},
    };
    return kTables;
}

const ReadTable& read_table(const std::string& name) {
    for (const ReadTable& table : read_tables())
        if (name == table.name) return table;
    throw std::logic_error("no read table " + name);
}

void CaseRows::put(const std::string& table, RowValues values) {
    const ReadTable& shape = read_table(table);
    if (values.size() != shape.columns.size()) throw std::logic_error("a row of another shape for " + table);
    RowValues key(values.begin(), values.begin() + static_cast<long>(shape.key_columns));
    tables_[table][std::move(key)] = std::move(values);
}

const RowValues* CaseRows::find(const std::string& table, const RowValues& key) const {
    const Rows& rows = of(table);
    const auto found = rows.find(key);
    return found == rows.end() ? nullptr : &found->second;
}

const CaseRows::Rows& CaseRows::of(const std::string& table) const {
    static const Rows kNone;
    const auto found = tables_.find(table);
    return found == tables_.end() ? kNone : found->second;
}

namespace {

std::string column_list(const ReadTable& table) {
    std::string list;
    for (const auto& column : table.columns) list += (list.empty() ? "" : ", ") + std::string(column.name);
    return list;
}

std::string key_condition(const ReadTable& table) {
    std::string condition;
    for (size_t i = 0; i < table.key_columns; ++i) condition += fmt::format("{}{} = :c{}", i ? " and " : "", table.columns[i].name, i);
    return condition;
}

void bind(Sql& sql, const ReadTable& table, const RowValues& values, size_t count) {
    for (size_t i = 0; i < count; ++i) {
        if (table.columns[i].is_number)
            sql.with("c" + std::to_string(i), std::stol(values[i]));
        else
            sql.with("c" + std::to_string(i), values[i]);
    }
}

void insert(Transaction& transaction, const ReadTable& table, const RowValues& values) {
    std::string places;
    for (size_t i = 0; i < values.size(); ++i) places += fmt::format("{}:c{}", i ? ", " : "", i);
    Sql sql(transaction, fmt::format("insert into {} ({}) values ({})", table.name, column_list(table), places));
    bind(sql, table, values, values.size());
    sql.run();
}

void update(Transaction& transaction, const ReadTable& table, const RowValues& values) {
    std::string sets;
    for (size_t i = table.key_columns; i < values.size(); ++i) sets += fmt::format("{}{} = :c{}", sets.empty() ? "" : ", ", table.columns[i].name, i);
    Sql sql(transaction, fmt::format("update {} set {} where {}", table.name, sets, key_condition(table)));
    bind(sql, table, values, values.size());
    sql.run();
}

void remove(Transaction& transaction, const ReadTable& table, const RowValues& key) {
    Sql sql(transaction, fmt::format("delete from {} where {}", table.name, key_condition(table)));
    bind(sql, table, key, key.size());
    sql.run();
}

/// Which row, by the parts of its key that are no person: task names, event ids.
std::string row_name(const ReadTable& table, const RowValues& key) {
    std::string name;
    for (size_t i = 1; i < key.size(); ++i)
        if (!key[i].empty()) name += fmt::format("{}{} {}", name.empty() ? "" : ", ", table.columns[i].name, key[i]);
    return name.empty() ? "the row" : name;
}

std::string changed_columns(const ReadTable& table, const RowValues& one, const RowValues& other) {
    std::string names;
    for (size_t i = 0; i < one.size(); ++i)
        if (one[i] != other[i]) names += (names.empty() ? "" : ", ") + std::string(table.columns[i].name);
    return names;
}

}  // namespace

CaseRows load_case_rows(Reading& reading, const CaseId& case_id, bool grown) {
    CaseRows rows;
    for (const ReadTable& table : read_tables()) {
        if (table.grows_only && !grown) continue;
        Sql sql(reading, fmt::format("select {} from {} where {} = :case_id", column_list(table), table.name, table.columns[0].name));
        for (const Row& row : sql.with("case_id", case_id).rows()) {
            RowValues values;
            for (size_t i = 0; i < row.size(); ++i) values.push_back(row.text(i));
            rows.put(table.name, std::move(values));
        }
    }
    return rows;
}

void write_difference(Transaction& transaction, const CaseRows& before, const CaseRows& after) {
    for (const ReadTable& table : read_tables()) {
        const auto &held = before.of(table.name), &wanted = after.of(table.name);
        for (const auto& [key, values] : held)
            if (!wanted.contains(key)) remove(transaction, table, key);
        for (const auto& [key, values] : wanted) {
            const auto found = held.find(key);
            if (found == held.end())
                insert(transaction, table, values);
            else if (found->second != values)
                update(transaction, table, values);
        }
    }
}

std::vector<std::pair<std::string, std::string>> differences(const CaseRows& held, const CaseRows& should_be) {
    std::vector<std::pair<std::string, std::string>> found;
    for (const ReadTable& table : read_tables()) {
        const auto &have = held.of(table.name), &want = should_be.of(table.name);
        for (const auto& [key, values] : have)
            if (!want.contains(key)) found.emplace_back(table.name, row_name(table, key) + ": does not follow from the events");
        for (const auto& [key, values] : want) {
            const auto other = have.find(key);
            if (other == have.end())
                found.emplace_back(table.name, row_name(table, key) + ": missing");
            else if (other->second != values)
                found.emplace_back(table.name, row_name(table, key) + ": " + changed_columns(table, other->second, values) + " differs from the events");
        }
    }
    return found;
}

}  // namespace hearken::store
