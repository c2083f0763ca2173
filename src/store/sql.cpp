#include "store/sql.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cstdio>

namespace hearken::store {

std::string date_text(std::chrono::year_month_day date) {
    return fmt::format("{:04}-{:02}-{:02}", int(date.year()), unsigned(date.month()), unsigned(date.day()));
}

std::chrono::year_month_day date_of_text(const std::string& text) {
    int year = 0;
    unsigned month = 0, day = 0;
    if (text.size() != 10 || std::sscanf(text.c_str(), "%4d-%2u-%2u", &year, &month, &day) != 3)
        throw DatabaseDamaged("a date in the database is not a date");
    return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
}

std::string joined(const std::set<std::string>& words) { return fmt::format("{}", fmt::join(words, " ")); }

std::set<std::string> split_words(const std::string& text) {
    std::set<std::string> words;
    size_t from = 0;
    while (from < text.size()) {
        const size_t until = std::min(text.find(' ', from), text.size());
        if (until > from) words.insert(text.substr(from, until - from));
        from = until + 1;
    }
    return words;
}

const std::string& Row::text(size_t column) const {
    const auto& value = columns_.at(column);
    if (!value) throw DatabaseDamaged("a column that always has a value has none");
    return *value;
}

long Row::number(size_t column) const {
    const std::string& digits = text(column);
    long value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) throw DatabaseDamaged("a number in the database is not a number");
    return value;
}

void Row::read(size_t column, Instant& member) const {
    const auto instant = instant_from_iso(text(column));
    if (!instant) throw DatabaseDamaged("a time in the database is not a time");
    member = *instant;
}

Sql& Sql::with(const std::string& name, std::string value) {
    values_.push_back({name, std::move(value), 0, false, soci::i_ok});
    return *this;
}

Sql& Sql::with(const std::string& name, long long value) {
    values_.push_back({name, {}, value, true, soci::i_ok});
    return *this;
}

Sql& Sql::with_null(const std::string& name) {
    values_.push_back({name, {}, 0, false, soci::i_null});
    return *this;
}

namespace {

bool word_at(const std::string& text, size_t at, std::string_view word) {
    const auto is_word = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; };
    return text.compare(at, word.size(), word) == 0 && (at == 0 || !is_word(text[at - 1])) &&
           (at + word.size() == text.size() || !is_word(text[at + word.size()]));
}

/// How many columns a statement gives: the commas, outside brackets and quotes, of its select list or of what it
/// returns. SOCI must be told where each column goes before the statement has run.
size_t columns_of(const std::string& text) {
    size_t columns = 0;
    int depth = 0;
    bool counting = false, quoted = false;
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\'') quoted = !quoted;
        if (quoted) continue;
        if (text[i] == '(') ++depth;
        if (text[i] == ')') --depth;
        if (depth != 0) continue;
        if (!counting && (word_at(text, i, "select") || word_at(text, i, "returning"))) {
            // "insert … select … returning": what is returned counts.
            counting = true;
            columns = 1;
        } else if (counting && word_at(text, i, "from")) {
            counting = false;
            if (text.find(" returning ", i) == std::string::npos) return columns;
        } else if (counting && text[i] == ',') {
            ++columns;
        }
    }
    return columns;
}

}  // namespace

template <class Take>
void Sql::fetch(Take take) {
    try {
        soci::statement statement(connection_.session());
        for (Value& value : values_) {
            if (value.is_number)
                statement.exchange(soci::use(value.number, value.indicator, value.name));
            else
                statement.exchange(soci::use(value.text, value.indicator, value.name));
        }
        const size_t count = columns_of(text_);
        std::vector<std::string> texts(count);
        std::vector<soci::indicator> indicators(count, soci::i_ok);
        for (size_t i = 0; i < count; ++i) statement.exchange(soci::into(texts[i], indicators[i]));
        statement.alloc();
        statement.prepare(text_, soci::details::st_one_time_query);
        statement.define_and_bind();
        for (bool got = statement.execute(true); got; got = statement.fetch()) {
            std::vector<std::optional<std::string>> columns(count);
            for (size_t i = 0; i < count; ++i)
                if (indicators[i] == soci::i_ok) columns[i] = std::move(texts[i]);
            if (!take(Row(std::move(columns)))) break;
        }
    } catch (...) {
        rethrow_translated(&connection_);
    }
}

std::vector<Row> Sql::rows() {
    std::vector<Row> rows;
    fetch([&](Row row) {
        rows.push_back(std::move(row));
        return true;
    });
    return rows;
}

std::optional<Row> Sql::row() {
    std::optional<Row> first;
    fetch([&](Row row) {
        first = std::move(row);
        return false;
    });
    return first;
}

long Sql::number() {
    const auto first = row();
    if (!first) throw DatabaseFailure("a statement that gives a number gave nothing");
    return first->number(0);
}

long Sql::run() {
    try {
        soci::statement statement(connection_.session());
        for (Value& value : values_) {
            if (value.is_number)
                statement.exchange(soci::use(value.number, value.indicator, value.name));
            else
                statement.exchange(soci::use(value.text, value.indicator, value.name));
        }
        statement.alloc();
        statement.prepare(text_, soci::details::st_one_time_query);
        statement.define_and_bind();
        statement.execute(true);
        return static_cast<long>(statement.get_affected_rows());
    } catch (...) {
        rethrow_translated(&connection_);
    }
}

std::string in_list(const std::string& name, size_t count) {
    if (count == 0) return "(null)";
    std::string list = "(";
    for (size_t i = 0; i < count; ++i) list += fmt::format("{}:{}{}", i ? ", " : "", name, i);
    return list + ")";
}

std::string like_anywhere(const std::string& words) {
    std::string pattern = "%";
    for (char c : words) {
        if (c == '%' || c == '_' || c == '!') pattern += '!';
        pattern += c;
    }
    return pattern + "%";
}

}  // namespace hearken::store
