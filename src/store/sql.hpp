// One SQL statement with named, typed values, run on one connection. Only .cpp files of this module include it.
//   for (const Row& row : Sql(reading, "select id, name from team where organisation_id = :organisation")
//                             .with("organisation", organisation).rows())
//       row.into(team.id, team.name);
// Every column of the schema is text or a whole number; both are fetched as text, because SOCI's own row types differ
// between SQLite and PostgreSQL. A null is an empty optional, an empty Id, or refused.
#pragma once
#include <chrono>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/id.hpp"
#include "core/instant.hpp"
#include "store/connection.hpp"

namespace hearken::store {

/// "2026-04-02".
std::string date_text(std::chrono::year_month_day date);
std::chrono::year_month_day date_of_text(const std::string& text);

/// What is held between commas or spaces in one column ("dsl deputy-dsl").
std::string joined(const std::set<std::string>& words);
std::set<std::string> split_words(const std::string& text);

class Row {
public:
    explicit Row(std::vector<std::optional<std::string>> columns) : columns_(std::move(columns)) {}

    /// Reads all columns, in order.
    template <class... Members>
    void into(Members&... members) const {
        size_t column = 0;
        (read(column++, members), ...);
    }
    const std::string& text(size_t column) const;
    long number(size_t column) const;
    bool is_null(size_t column) const { return !columns_.at(column); }
    size_t size() const { return columns_.size(); }

private:
    void read(size_t column, std::string& member) const { member = text(column); }
    void read(size_t column, long& member) const { member = number(column); }
    void read(size_t column, int& member) const { member = static_cast<int>(number(column)); }
    void read(size_t column, bool& member) const { member = number(column) != 0; }
    void read(size_t column, Instant& member) const;
    void read(size_t column, std::chrono::year_month_day& member) const { member = date_of_text(text(column)); }
    template <class Tag>
    void read(size_t column, Id<Tag>& member) const { member = Id<Tag>{is_null(column) ? std::string{} : text(column)}; }
    /// Null and the empty text are both "none": read tables use the latter so that keys have no nulls.
    template <class T>
    void read(size_t column, std::optional<T>& member) const {
        if (is_null(column) || text(column).empty()) {
            member.reset();
            return;
        }
        T value{};
        read(column, value);
        member = value;
    }

    std::vector<std::optional<std::string>> columns_;
};

class Sql {
public:
    Sql(Reading& reading, std::string text) : connection_(reading.connection()), text_(std::move(text)) {}
    Sql(Connection& connection, std::string text) : connection_(connection), text_(std::move(text)) {}

    Sql& with(const std::string& name, std::string value);
    Sql& with(const std::string& name, std::string_view value) { return with(name, std::string(value)); }
    Sql& with(const std::string& name, const char* value) { return with(name, std::string(value)); }
    Sql& with(const std::string& name, long long value);
    Sql& with(const std::string& name, long value) { return with(name, static_cast<long long>(value)); }
    Sql& with(const std::string& name, int value) { return with(name, static_cast<long long>(value)); }
    Sql& with(const std::string& name, bool value) { return with(name, static_cast<long long>(value ? 1 : 0)); }
    Sql& with(const std::string& name, Instant value) { return with(name, to_iso(value)); }
    Sql& with(const std::string& name, std::chrono::year_month_day value) { return with(name, date_text(value)); }
    template <class Tag>
    Sql& with(const std::string& name, const Id<Tag>& value) { return with(name, value.str()); }
    template <class T>
    Sql& with(const std::string& name, const std::optional<T>& value) { return value ? with(name, *value) : with_null(name); }
    Sql& with_null(const std::string& name);
    /// An empty id as null: where the column refers to another table.
    template <class Tag>
    Sql& with_reference(const std::string& name, const Id<Tag>& value) { return value.empty() ? with_null(name) : with(name, value); }

    std::vector<Row> rows();
    /// The first row, if there is one.
    std::optional<Row> row();
    /// How many rows were inserted, updated or deleted.
    long run();
    /// The one number that the statement gives ("select count(*) …").
    long number();

private:
    struct Value {
        std::string name, text;
        long long number = 0;
        bool is_number = false;
        soci::indicator indicator = soci::i_ok;
    };
    template <class Take>
    void fetch(Take take);

    Connection& connection_;
    std::string text_;
    std::deque<Value> values_;  ///< addresses stay: SOCI keeps them until the statement has run
};

/// "(:who0, :who1)" for `count` values; no values gives "(null)", which holds for nothing.
std::string in_list(const std::string& name, size_t count);
template <class Values>
void bind_list(Sql& sql, const std::string& name, const Values& values) {
    size_t i = 0;
    for (const auto& value : values) sql.with(name + std::to_string(i++), value);
}

/// "%words%" for LIKE … ESCAPE '!', with its own signs made literal.
std::string like_anywhere(const std::string& words);

}  // namespace hearken::store
