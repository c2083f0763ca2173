#include <fmt/format.h>

#include "store/case_chain.hpp"
#include "store/erasure.hpp"
#include "store/sql.hpp"
#include "store/verify_parts.hpp"

namespace hearken::store {

namespace {

constexpr int kCasesAtOnce = 200;

struct Head {
    std::string case_id;
    long sequence = 0;
    std::string hash;
};

struct Read {
    ChainedEvent event;
    std::string hash;
    std::optional<std::string> salt, payload, remaining_digest;
};

std::vector<Read> events_of(Reading& reading, const std::string& case_id) {
    std::vector<Read> events;
    for (const Row& row : Sql(reading,
                              "select e.case_id, e.sequence, e.id, e.kind, e.occurred_at, e.recorded_at, e.user_id, e.organisation_id, e.role, e.on_behalf_of, "
                              "e.payload_digest, e.previous_hash, e.hash, p.salt, p.payload, x.remaining_digest from case_event e "
                              "left join event_payload p on p.event_id = e.id left join erasure x on x.event_id = e.id "
                              "where e.case_id = :case_id order by e.sequence").with("case_id", case_id).rows()) {
        Read& read = events.emplace_back();
        ChainedEvent& e = read.event;
        row.into(e.case_id, e.sequence, e.id, e.kind, e.occurred_at, e.recorded_at, e.user, e.organisation, e.role, e.on_behalf_of, e.payload_digest,
                 e.previous_hash, read.hash, read.salt, read.payload, read.remaining_digest);
    }
    return events;
}

/// What was said is what was kept; or, after an erasure, what remains is what the audit line of the erasure says.
std::string fault_of_payload(Reading& reading, const Read& read) {
    if (!read.payload || !read.salt) return "what it says is missing";
    const std::string digest = payload_digest(*read.salt, *read.payload);
    if (!read.remaining_digest) return digest == read.event.payload_digest ? "" : "what it says was changed";
    if (digest != *read.remaining_digest) return "what remains of it after its erasure was changed";
    const long lines = Sql(reading, "select count(*) from audit_line where case_id = :case_id and detail = :detail")
                           .with("case_id", read.event.case_id).with("detail", erasure_detail(read.event.id, digest)).number();
    return lines > 0 ? "" : "it is marked as lawfully erased, but no audit line says so";
}

void verify_case(Reading& reading, const Head& head, VerifyReport& report) {
    long sequence = 0;
    std::string hash;
    const auto found = [&](long at, const std::string& text) {
        report.findings.push_back({Finding::Where::CaseEvents, head.case_id, fmt::format("event {}: {}", at, text)});
    };
    for (const Read& read : events_of(reading, head.case_id)) {
        const long at = read.event.sequence;
        if (at != sequence + 1)
            found(at, fmt::format("{} event(s) before it are missing", at - sequence - 1));
        else if (read.event.previous_hash != hash)
            found(at, "it does not follow the one before it: events were changed, exchanged or added");
        if (event_hash(read.event) != read.hash) found(at, "who, when, kind or place in the case was changed");
        if (const std::string fault = fault_of_payload(reading, read); !fault.empty()) found(at, fault);
        sequence = at;
        hash = read.hash;
        ++report.events;
        if (read.remaining_digest) ++report.erased;
    }
    if (sequence < head.sequence) found(sequence + 1, fmt::format("the last {} event(s) are missing", head.sequence - sequence));
    if (sequence > head.sequence) found(head.sequence + 1, fmt::format("{} event(s) were added behind the head", sequence - head.sequence));
    if (sequence == head.sequence && hash != head.hash) found(sequence, "it is not the event that the case's head names");
    ++report.cases;
}

std::vector<Head> heads_after(Reading& reading, const std::string& after) {
    std::vector<Head> heads;
    for (const Row& row : Sql(reading, "select case_id, sequence, hash from case_head where case_id > :after order by case_id limit :most")
                              .with("after", after).with("most", kCasesAtOnce).rows()) {
        Head& head = heads.emplace_back();
        row.into(head.case_id, head.sequence, head.hash);
    }
    return heads;
}

void find_strays(Reading& reading, VerifyReport& report) {
    for (const Row& row : Sql(reading, "select distinct e.case_id from case_event e where not exists (select 1 from case_head h where h.case_id = e.case_id)").rows())
        report.findings.push_back({Finding::Where::CaseEvents, row.text(0), "this case has events but no head: its head was removed, or the events were added"});
    for (const Row& row : Sql(reading, "select p.event_id from event_payload p where not exists (select 1 from case_event e where e.id = p.event_id)").rows())
        report.findings.push_back({Finding::Where::CaseEvents, row.text(0), "what an event says is there, but not the event"});
    for (const Row& row : Sql(reading, "select x.event_id from erasure x where not exists (select 1 from case_event e where e.id = x.event_id)").rows())
        report.findings.push_back({Finding::Where::CaseEvents, row.text(0), "an event that was lawfully erased is missing altogether"});
    // A whole case taken away, head and all: whatever the audit saw happen in it must still be there.
    for (const Row& row : Sql(reading, "select distinct a.case_id from audit_line a where a.case_id <> '' and a.outcome in ('done', 'seen') "
                                       "and not exists (select 1 from case_head h where h.case_id = a.case_id)").rows())
        report.findings.push_back({Finding::Where::CaseEvents, row.text(0), "the audit tells of this case, but it is missing altogether"});
}

}  // namespace

void verify_cases(Database& database, VerifyReport& report, const Walked& walked) {
    std::string after;
    for (;;) {
        const auto heads = database.read([&](Reading& reading) {
            auto some = heads_after(reading, after);
            for (const Head& head : some) verify_case(reading, head, report);
            return some;
        });
        if (heads.empty()) break;
        after = heads.back().case_id;
        walked(report.events);
    }
    database.read([&](Reading& reading) { find_strays(reading, report); });
}

}  // namespace hearken::store
