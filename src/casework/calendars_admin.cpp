// School years and bank holidays.
#include "calendar/bank_holidays_import.hpp"
#include "calendar/due.hpp"
#include "calendar/moment_text.hpp"
#include "casework/administration.hpp"
#include "casework/audit_trail.hpp"
#include "casework/recount_clocks.hpp"
#include "store/calendars.hpp"
#include "store/organisations.hpp"

namespace hearken::casework {

namespace {

constexpr auto kAction = access::Action::AdministerCalendars;

struct ParsedYear {
    std::vector<calendar::Term> terms;
    std::vector<calendar::Closure> closures;
};

Result<ParsedYear> parse(const SchoolYear& year) {
    ParsedYear parsed;
    Refusal refusal;
    const auto date = [&](const std::string& text, const std::string& field) -> calendar::LocalDate {
        const auto read = calendar::parse_date(text, field);
        if (read) return *read;
        refusal.reasons.insert(refusal.reasons.end(), read.error().reasons.begin(), read.error().reasons.end());
        return {};
    };
    for (size_t i = 0; i < year.terms.size(); ++i) {
        const std::string field = "term-" + std::to_string(i + 1);
        parsed.terms.push_back({year.terms[i].name, {date(year.terms[i].starts, field + "-starts"), date(year.terms[i].ends, field + "-ends")}});
    }
    for (size_t i = 0; i < year.closures.size(); ++i) {
        const auto day = date(year.closures[i].date, "closure-" + std::to_string(i + 1));
        parsed.closures.push_back({{day, day}, year.closures[i].reason});
    }
    if (!refusal.reasons.empty()) return refuse(std::move(refusal));
    if (auto whole = calendar::SchoolCalendar::of(parsed.terms, parsed.closures); !whole) return refuse(whole.error());
    return parsed;
}

}  // namespace

Result<SchoolYear> read_school_year(World& world, const access::Actor& actor, const OrganisationId& school) {
    if (auto may = allowed(world, actor, kAction); !may) return refuse(may.error());
    const auto held = world.database.read([&](store::Reading& reading) { return store::school_calendar_of(reading, school); });
    SchoolYear year;
    for (const auto& term : held.terms) year.terms.push_back({term.name, calendar::iso_date(term.dates.from), calendar::iso_date(term.dates.until)});
    for (const auto& closure : held.closures)
        for (auto day = closure.dates.from; day <= closure.dates.until; day = calendar::plus_days(day, 1)) year.closures.push_back({calendar::iso_date(day), closure.reason});
    return year;
}

Result<void> save_school_year(World& world, const access::Actor& actor, const OrganisationId& school, const SchoolYear& year) {
    if (auto may = allowed(world, actor, kAction); !may) return may;
    auto parsed = parse(year);
    if (!parsed) return refuse(parsed.error());
    return world.database.write([&](store::Transaction& transaction) -> Result<void> {
        if (!store::find_organisation(transaction, school)) return refuse(RefusalCode::NotFound, "no-such-organisation", "Choose the school from the list.");
        store::keep_school_calendar(transaction, school, parsed->terms, parsed->closures);
        auto line = audit_line(world, actor, kAction);
        line.detail = "school-year:" + school.str();
        store::append_audit(transaction, std::move(line));
        return {};
    });
}

Result<HolidaysImported> import_bank_holidays(World& world, const access::Actor& actor, const std::string& json) {
    if (auto may = allowed(world, actor, kAction); !may) return refuse(may.error());
    const auto newer = calendar::bank_holidays_from_govuk_json(json);
    if (!newer) return refuse(newer.error());
    const auto merged = calendar::merge(*world.bank_holidays(), *newer);
    if (!merged) return refuse(merged.error());
    HolidaysImported imported;
    for (const auto& change : merged->changes) imported.changes.push_back(calendar::change_text(change));
    world.database.write([&](store::Transaction& transaction) {
        store::keep_bank_holidays(transaction, merged->table.all(), world.clock.now());
        auto line = audit_line(world, actor, kAction);
        line.detail = "bank-holidays";
        store::append_audit(transaction, std::move(line));
    });
    world.replace_bank_holidays(std::make_shared<const calendar::BankHolidays>(merged->table));
    if (!imported.changes.empty()) imported.clocks_recomputed = recount_open_clocks(world, "A bank holiday was declared or withdrawn.");
    return imported;
}

}  // namespace hearken::casework
