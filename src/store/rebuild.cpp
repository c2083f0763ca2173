#include "store/rebuild.hpp"

#include <fmt/format.h>

#include "store/case_events.hpp"
#include "store/project.hpp"
#include "store/sql.hpp"

namespace hearken::store {

namespace {

constexpr int kCasesAtOnce = 200;

std::vector<CaseId> next_cases(Reading& reading, const std::string& after) {
    std::vector<CaseId> cases;
    for (const Row& row : Sql(reading, "select case_id from case_head where case_id > :after and sequence > 0 order by case_id limit :most")
                              .with("after", after).with("most", kCasesAtOnce).rows())
        cases.emplace_back(row.text(0));
    return cases;
}

struct Recreated {
    CaseRows rows;
    long events = 0;
    std::string failure;
};

Recreated recreate(Reading& reading, const CaseId& case_id, const DefinitionOf& definition_of) {
    Recreated recreated;
    try {
        const auto events = load_events(reading, case_id);
        recreated.events = static_cast<long>(events.size());
        const engine::CaseState state = engine::fold(events);
        const CaseDefinition definition = definition_of(state);
        if (!definition.definition) {
            recreated.failure = fmt::format("no definition of {} version {} is held, so it cannot be recreated", state.procedure, state.version);
            return recreated;
        }
        project(recreated.rows, case_id, definition, events, state);
    } catch (const DatabaseDamaged& damage) {
        recreated.failure = damage.what();
    }
    return recreated;
}

void compare_case(Reading& reading, const CaseId& case_id, const Recreated& recreated, RebuildReport& report) {
    ++report.cases;
    report.events += recreated.events;
    if (!recreated.failure.empty()) {
        report.differences.push_back({case_id, "case_event", recreated.failure});
        return;
    }
    for (auto& [table, text] : differences(load_case_rows(reading, case_id, true), recreated.rows))
        report.differences.push_back({case_id, table, text});
}

/// Rows of cases that have no events at all: somebody added them.
void find_orphans(Database& database, RebuildMode mode, RebuildReport& report) {
    for (const ReadTable& table : read_tables()) {
        const char* id = table.columns[0].name;
        const std::string without = fmt::format("not exists (select 1 from case_head h where h.case_id = {}.{} and h.sequence > 0)", table.name, id);
        const auto rows = database.read([&](Reading& reading) {
            return Sql(reading, fmt::format("select distinct {} from {} where {}", id, table.name, without)).rows();
        });
        for (const Row& row : rows) report.differences.push_back({CaseId{row.text(0)}, table.name, "rows of a case that has no events"});
        if (!rows.empty() && mode == RebuildMode::Replace)
            database.write([&](Transaction& transaction) { Sql(transaction, fmt::format("delete from {} where {}", table.name, without)).run(); });
    }
}

}  // namespace

RebuildReport rebuild(Database& database, RebuildMode mode, const DefinitionOf& definition_of, const RebuildProgress& progress) {
    RebuildReport report;
    const long in_all = database.read([](Reading& reading) { return Sql(reading, "select count(*) from case_head where sequence > 0").number(); });
    std::string after;
    for (;;) {
        std::vector<CaseId> differing;
        const auto cases = database.read([&](Reading& reading) {
            auto next = next_cases(reading, after);
            for (const CaseId& case_id : next) {
                const size_t so_far = report.differences.size();
                compare_case(reading, case_id, recreate(reading, case_id, definition_of), report);
                if (report.differences.size() > so_far) differing.push_back(case_id);
            }
            return next;
        });
        if (cases.empty()) break;
        after = cases.back().str();
        if (mode == RebuildMode::Replace)
            for (const CaseId& case_id : differing)
                database.write([&](Transaction& transaction) { rebuild_case(transaction, case_id, definition_of); });
        if (progress) progress(report.cases, in_all);
    }
    find_orphans(database, mode, report);
    return report;
}

void rebuild_case(Transaction& transaction, const CaseId& case_id, const DefinitionOf& definition_of) {
    // The head is locked first, so that nobody appends between reading the events and writing the rows.
    if (transaction.backend() == Backend::Postgresql)
        Sql(transaction, "select sequence from case_head where case_id = :case_id for update").with("case_id", case_id).row();
    const Recreated recreated = recreate(transaction, case_id, definition_of);
    if (recreated.failure.empty()) write_difference(transaction, load_case_rows(transaction, case_id, true), recreated.rows);
}

}  // namespace hearken::store
