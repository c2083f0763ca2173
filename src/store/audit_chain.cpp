#include "store/audit_chain.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "store/chain.hpp"
#include "store/sql.hpp"

namespace hearken::store {

const char kAuditColumns[] =
    "sequence, at, user_id, role, organisation_id, session_ref, action, outcome, case_id, detail, reasons, request_id";

std::string audit_hash(const AuditLine& line, const std::string& previous_hash) {
    Digest digest;
    digest.add(line.sequence).add(to_iso(line.at)).add(line.user.str()).add(line.role).add(line.organisation.str())
        .add(line.session_ref).add(line.action).add(line.outcome).add(line.case_id.str()).add(line.detail).add(line.reasons)
        .add(line.request_id).add(static_cast<long>(line.persons.size()));
    for (const PersonId& person : line.persons) digest.add(person.str());
    return digest.add(previous_hash).hex();
}

namespace {

constexpr size_t kRowsAtOnce = 16;  ///< in one statement: fewer journeys, few enough names

struct Chained {
    const AuditLine* line;
    std::string previous, hash;
};

void insert_lines(Transaction& transaction, const std::vector<Chained>& lines) {
    for (size_t from = 0; from < lines.size(); from += kRowsAtOnce) {
        const size_t until = std::min(lines.size(), from + kRowsAtOnce);
        std::string sql = fmt::format("insert into audit_line ({}, previous_hash, hash) values ", kAuditColumns);
        for (size_t i = from; i < until; ++i)
            sql += fmt::format("{1}(:seq{0}, :at{0}, :user{0}, :role{0}, :org{0}, :ref{0}, :action{0}, :outcome{0}, :case{0}, :detail{0}, :reasons{0}, :request{0}, :previous{0}, :hash{0})",
                               i, i == from ? "" : ", ");
        Sql statement(transaction, sql);
        for (size_t i = from; i < until; ++i) {
            const AuditLine& line = *lines[i].line;
            const std::string n = std::to_string(i);
            statement.with("seq" + n, line.sequence).with("at" + n, line.at).with("user" + n, line.user).with("role" + n, line.role)
                .with("org" + n, line.organisation).with("ref" + n, line.session_ref).with("action" + n, line.action)
                .with("outcome" + n, line.outcome).with("case" + n, line.case_id).with("detail" + n, line.detail)
                .with("reasons" + n, line.reasons).with("request" + n, line.request_id).with("previous" + n, lines[i].previous)
                .with("hash" + n, lines[i].hash);
        }
        statement.run();
    }
}

void insert_persons(Transaction& transaction, const std::vector<Chained>& lines) {
    std::vector<std::pair<long, const PersonId*>> rows;
    for (const Chained& chained : lines)
        for (const PersonId& person : chained.line->persons) rows.emplace_back(chained.line->sequence, &person);
    for (size_t from = 0; from < rows.size(); from += 4 * kRowsAtOnce) {
        const size_t until = std::min(rows.size(), from + 4 * kRowsAtOnce);
        std::string sql = "insert into audit_person (sequence, person_id) values ";
        for (size_t i = from; i < until; ++i) sql += fmt::format("{}(:seq{}, :person{})", i == from ? "" : ", ", i, i);
        Sql statement(transaction, sql);
        for (size_t i = from; i < until; ++i)
            statement.with("seq" + std::to_string(i), rows[i].first).with("person" + std::to_string(i), *rows[i].second);
        statement.run();
    }
}

}  // namespace

void chain_audit_lines(Transaction& transaction, std::vector<AuditLine>& lines) {
    if (lines.empty()) return;
    const bool sqlite = transaction.backend() == Backend::Sqlite;  // "begin immediate" has locked it already
    long sequence = 0;
    std::string hash;
    const auto head = Sql(transaction, std::string("select sequence, hash from audit_head where one = 1") + (sqlite ? "" : " for update")).row();
    if (!head) throw DatabaseDamaged("the head of the audit chain is missing: run hearken audit verify");
    head->into(sequence, hash);

    std::vector<Chained> chained;
    for (AuditLine& line : lines) {
        line.sequence = ++sequence;
        std::sort(line.persons.begin(), line.persons.end());
        line.persons.erase(std::unique(line.persons.begin(), line.persons.end()), line.persons.end());
        std::string previous = std::exchange(hash, audit_hash(line, hash));
        chained.push_back({&line, std::move(previous), hash});
    }
    insert_lines(transaction, chained);
    insert_persons(transaction, chained);
    Sql(transaction, "update audit_head set sequence = :sequence, hash = :hash where one = 1").with("sequence", sequence).with("hash", hash).run();
}

}  // namespace hearken::store
