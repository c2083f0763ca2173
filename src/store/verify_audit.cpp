#include <fmt/format.h>

#include "store/audit_chain.hpp"
#include "store/sql.hpp"
#include "store/verify_parts.hpp"

namespace hearken::store {

namespace {

constexpr long kLinesAtOnce = 2000;

struct Walk {
    long sequence = 0;
    std::string hash;
};

struct Read {
    AuditLine line;
    std::string previous_hash, hash;
};

std::vector<Read> lines_after(Reading& reading, long sequence) {
    std::vector<Read> lines;
    for (const Row& row : Sql(reading, fmt::format("select {}, previous_hash, hash from audit_line where sequence > :after order by sequence limit :most", kAuditColumns))
                              .with("after", sequence).with("most", kLinesAtOnce).rows()) {
        Read& read = lines.emplace_back();
        AuditLine& l = read.line;
        row.into(l.sequence, l.at, l.user, l.role, l.organisation, l.session_ref, l.action, l.outcome, l.case_id, l.detail, l.reasons, l.request_id,
                 read.previous_hash, read.hash);
    }
    if (lines.empty()) return lines;
    size_t at = 0;
    for (const Row& row : Sql(reading, "select sequence, person_id from audit_person where sequence > :after and sequence <= :last order by sequence, person_id")
                              .with("after", sequence).with("last", lines.back().line.sequence).rows()) {
        while (at < lines.size() && lines[at].line.sequence < row.number(0)) ++at;
        if (at < lines.size() && lines[at].line.sequence == row.number(0)) lines[at].line.persons.emplace_back(row.text(1));
    }
    return lines;
}

void check(const Read& read, Walk& walk, VerifyReport& report) {
    const auto found = [&](std::string text) { report.findings.push_back({Finding::Where::Audit, std::to_string(read.line.sequence), std::move(text)}); };
    if (read.line.sequence != walk.sequence + 1)
        found(fmt::format("{} audit line(s) before this one are missing", read.line.sequence - walk.sequence - 1));
    else if (read.previous_hash != walk.hash)
        found("this audit line does not follow the one before it: lines were changed, exchanged or added");
    if (audit_hash(read.line, read.previous_hash) != read.hash) found("this audit line, or the list of people in it, was changed");
    walk = {read.line.sequence, read.hash};
    ++report.audit_lines;
}

}  // namespace

void verify_audit(Database& database, VerifyReport& report, const Walked& walked) {
    // The head is read first: lines that are written while this walks are after it and are left for next time.
    Walk head;
    const bool has_head = database.read([&](Reading& reading) {
        const auto row = Sql(reading, "select sequence, hash from audit_head where one = 1").row();
        if (row) row->into(head.sequence, head.hash);
        return row.has_value();
    });
    if (!has_head) report.findings.push_back({Finding::Where::Audit, "head", "the head of the audit chain is missing"});
    report.audit_head = head.hash;

    Walk walk;
    std::string hash_at_head;
    for (;;) {
        const auto lines = database.read([&](Reading& reading) { return lines_after(reading, walk.sequence); });
        if (lines.empty()) break;
        for (const Read& read : lines) {
            check(read, walk, report);
            if (read.line.sequence == head.sequence) hash_at_head = read.hash;
        }
        walked(report.audit_lines);
    }
    if (has_head && walk.sequence < head.sequence)
        report.findings.push_back({Finding::Where::Audit, std::to_string(walk.sequence + 1), fmt::format("the last {} audit line(s) are missing", head.sequence - walk.sequence)});
    else if (has_head && hash_at_head != head.hash)
        report.findings.push_back({Finding::Where::Audit, "head", "the head of the audit chain is not the hash of its line"});

    const long strays = database.read([](Reading& reading) {
        return Sql(reading, "select count(*) from audit_person p where not exists (select 1 from audit_line a where a.sequence = p.sequence)").number();
    });
    if (strays > 0) report.findings.push_back({Finding::Where::Audit, "persons", fmt::format("{} entries name people in audit lines that are not there", strays)});
}

}  // namespace hearken::store
