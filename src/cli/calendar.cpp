// hearken calendar: answers any clock a definition can state, and takes in new bank holidays.
#include <nlohmann/json.hpp>

#include "calendar/moment_text.hpp"
#include "calendar/stated_clock.hpp"
#include "casework/administration.hpp"
#include "cli/app.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "store/calendars.hpp"
#include "store/migrate.hpp"
#include "store/organisations.hpp"

namespace hearken::cli {

namespace {

nlohmann::json as_json(const calendar::ClockAnswer& answer) {
    nlohmann::json json{{"at", to_iso(answer.at)}, {"explanation", answer.lines}};
    if (!answer.due) return json;
    json["date"] = calendar::iso_date(answer.due->date);
    json["skipped"] = nlohmann::json::array();
    for (const auto& day : answer.due->skipped) json["skipped"].push_back({{"date", calendar::iso_date(day.date)}, {"reason", day.reason}});
    return json;
}

ExitCode answer(const CalendarDueOptions& options, const calendar::Calendars& calendars) {
    const auto answered = calendar::answer_clock({options.from, options.within, options.before}, calendars);
    if (!answered) return tell_refusal(answered.error());
    if (options.json) say(as_json(*answered).dump(2));
    else for (const auto& line : answered->lines) say(line);
    return ExitCode::Ok;
}

/// The product's own table, with what was imported into the database where there is one: the command works without.
calendar::BankHolidays bank_holidays_held(const Config& config) {
    const auto& own = calendar::BankHolidays::england_and_wales();
    if (!database_exists(config)) return own;
    const auto database = store::Database::open(config.database);
    const auto imported = database->read([](store::Reading& reading) {
        return store::schema_version(reading) == 0 ? std::vector<calendar::BankHoliday>{} : store::imported_bank_holidays(reading);
    });
    if (imported.empty()) return own;
    const auto table = calendar::BankHolidays::of(imported);
    if (!table) return own;
    const auto merged = calendar::merge(own, *table);
    return merged ? merged->table : own;
}

}  // namespace

ExitCode calendar_due(const Config& config, const CalendarDueOptions& options) {
    if (options.school.empty()) {
        const auto holidays = bank_holidays_held(config);
        return answer(options, {holidays});
    }
    // A school's own terms are in the database; so are imported bank holidays.
    const SystemClock clock;
    auto app = App::open(config, clock, App::Migrate::Never);
    if (!app) return tell_refusal(app.error());
    const auto school = (*app)->database().read([&](store::Reading& reading) -> Result<calendar::SchoolCalendar> {
        const auto found = store::find_organisation_by_urn(reading, options.school);
        if (!found) return refuse(RefusalCode::NotFound, "no-such-school", "No school here has the URN " + options.school + ".", "school");
        auto held = store::school_calendar_of(reading, found->id);
        if (held.terms.empty()) return refuse(RefusalCode::NotFound, "no-terms", found->name + " has no term dates yet. Enter them under Administration, School calendars.", "school");
        return calendar::SchoolCalendar::of(std::move(held.terms), std::move(held.closures));
    });
    if (!school) return tell_refusal(school.error());
    const auto holidays = (*app)->world().bank_holidays();
    return answer(options, {*holidays, &*school, nullptr});
}

ExitCode calendar_import_bank_holidays(const Config& config, const std::string& file) {
    const auto text = read_file(file);
    if (!text) {
        tell("hearken: " + file + " cannot be read. Fetch the list from https://www.gov.uk/bank-holidays.json and give the file's name, or - for standard input.");
        return ExitCode::Refused;
    }
    const SystemClock clock;
    auto app = App::open(config, clock, App::Migrate::Never);
    if (!app) return tell_refusal(app.error());
    const auto imported = casework::import_bank_holidays((*app)->world(), administrator_at_the_console(), *text);
    if (!imported) return tell_refusal(imported.error());
    for (const auto& change : imported->changes) say(change);
    say(imported->changes.empty() ? "The list says nothing new." : std::to_string(imported->clocks_recomputed) + " running clocks were counted again; each says so in its case.");
    if (const auto warning = (*app)->world().bank_holidays()->warning(calendar::local_date_of(clock.now()))) tell("Warning: " + *warning);
    return ExitCode::Ok;
}

}  // namespace hearken::cli
