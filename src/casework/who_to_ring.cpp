#include "casework/who_to_ring.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <tuple>

#include "calendar/moment_text.hpp"
#include "calendar/service_hours.hpp"
#include "store/organisations.hpp"

namespace hearken::casework {

using calendar::ServiceHours;
using store::DirectoryEntry;

namespace {

constexpr char kDangerNow[] = "danger-now", kOutOfHours[] = "out-of-hours", kHelpline[] = "helpline";
constexpr int kMonthsUntilChecked = 6, kOldest = 25, kDaysEitherWay = 366;

/// When a service that is open closes: at the end of the opening, unless the next begins at that moment, as at midnight.
std::optional<Instant> closes_at(const ServiceHours& hours, Instant at, const calendar::BankHolidays& holidays) {
    constexpr auto kStep = std::chrono::minutes{15};
    auto next = std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::floor<std::chrono::duration<long, std::ratio<900>>>(at)) + kStep;
    for (const auto end = at + std::chrono::hours{7 * 24}; next < end; next += kStep)
        if (!hours.is_open(next, holidays)) return next;
    return std::nullopt;
}

std::string day_and_time(Instant when, Instant at) {
    const auto time = calendar::time_text(calendar::local_time_of(when));
    const auto date = calendar::local_date_of(when);
    return date == calendar::local_date_of(at) ? time : time + " on " + calendar::weekday_day_text(date);
}

std::string label_in(const procedure::Vocabulary& vocabulary, const char* list, const std::string& code) {
    if (const auto options = vocabulary.code_lists.find(list); options != vocabulary.code_lists.end())
        for (const auto& option : options->second)
            if (option.id == code) return option.label;
    return code;
}

bool serves(const DirectoryEntry& entry, const RingQuery& query) {
    if (query.public_only && !entry.is_public) return false;
    if (!query.area.empty() && !entry.areas.empty() && !entry.areas.contains(query.area)) return false;
    if (!query.worry.empty() && !entry.worries.empty() && !entry.worries.contains(query.worry)) return false;
    if (query.age && ((entry.age_from && *query.age < *entry.age_from) || (entry.age_to && *query.age > *entry.age_to))) return false;
    return true;
}

std::string reasons_in_words(const ToRing& line, const RingQuery& query, const procedure::Vocabulary& vocabulary, Instant at) {
    std::string why;
    if (line.open)
        why = line.until ? "Open until " + day_and_time(*line.until, at) + "." : "Always open.";
    else
        why = line.until ? "Closed. Opens at " + day_and_time(*line.until, at) + "." : "Closed.";
    if (line.hours_assumed) why += " Its hours have not been told to us: Monday to Friday, 9am to 5pm, is assumed.";
    if (line.open && line.entry.kind == kOutOfHours) why += " It answers when the front door is closed.";
    if (!query.area.empty() && line.entry.areas.contains(query.area)) why += " For " + label_in(vocabulary, "local-authorities", query.area) + ".";
    if (!query.worry.empty() && line.entry.worries.contains(query.worry)) why += " Takes this kind of worry.";
    return why;
}

ToRing line_for(const DirectoryEntry& entry, const RingQuery& query, const procedure::Vocabulary& vocabulary, const calendar::BankHolidays& holidays, Instant at, Instant now) {
    const auto parsed = ServiceHours::parse(entry.hours);
    const auto& hours = parsed && !entry.hours.empty() ? *parsed : ServiceHours::unknown();
    ToRing line;
    line.entry = entry;
    line.hours_assumed = hours.assumed();
    line.open = hours.is_open(at, holidays);
    line.until = line.open ? closes_at(hours, at, holidays) : hours.next_opening(at, holidays);
    line.needs_checking = needs_checking(entry, now);
    line.why = reasons_in_words(line, query, vocabulary, at);
    return line;
}

/// Open before closed; a service for this worry before one for any; helplines after those who act; then as the directory
/// prefers; one for this area before one for all.
auto order_of(const ToRing& line, const RingQuery& query) {
    const bool names_worry = !query.worry.empty() && line.entry.worries.contains(query.worry);
    const bool names_area = !query.area.empty() && line.entry.areas.contains(query.area);
    return std::make_tuple(!line.open, line.entry.kind == kHelpline, !query.worry.empty() && !names_worry, line.entry.preference, !names_area, line.entry.name, line.entry.id);
}

}  // namespace

bool needs_checking(const DirectoryEntry& entry, Instant now) {
    return !entry.checked_on || calendar::plus_months(*entry.checked_on, kMonthsUntilChecked) < calendar::local_date_of(now);
}

WhoToRing who_to_ring(const std::vector<DirectoryEntry>& entries, const procedure::Vocabulary& vocabulary, const calendar::BankHolidays& holidays, const RingQuery& query, Instant now) {
    WhoToRing answer{query.at.value_or(now), query.worry == kDangerNow, {}, {}};
    for (const auto& entry : entries)
        if (!entry.retired_at && serves(entry, query)) answer.others.push_back(line_for(entry, query, vocabulary, holidays, answer.at, now));
    std::sort(answer.others.begin(), answer.others.end(), [&](const ToRing& a, const ToRing& b) { return order_of(a, query) < order_of(b, query); });
    if (!answer.others.empty() && answer.others.front().open) {
        answer.first.push_back(std::move(answer.others.front()));
        answer.others.erase(answer.others.begin());
    }
    return answer;
}

WhoToRing who_to_ring(World& world, const RingQuery& query) {
    const auto entries = world.database.read([](store::Reading& reading) { return store::directory_entries(reading); });
    return who_to_ring(entries, world.library.vocabulary(), *world.bank_holidays(), query, world.clock.now());
}

Result<RingQuery> ring_query_of(const World& world, const RingWords& words) {
    Refusal refusal;
    RingQuery query;
    const auto code = [&](const std::string& asked, const char* list, const char* field) {
        if (asked.empty() || label_in(world.library.vocabulary(), list, asked) != asked) return asked;
        refusal.reasons.push_back({"unknown", std::string("Choose the ") + field + " from those offered.", field});
        return std::string{};
    };
    const auto number = [&](const std::string& text, int most, const char* said, const char* field) -> std::optional<int> {
        if (text.empty()) return std::nullopt;
        int value = -1;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error == std::errc{} && end == text.data() + text.size() && value >= 0 && value <= most) return value;
        refusal.reasons.push_back({"number", said, field});
        return std::nullopt;
    };
    query.area = code(words.area, "local-authorities", "area");
    query.worry = code(words.worry, "directory-worries", "worry");
    query.age = number(words.age, kOldest, "Enter the age in whole years, from 0 to 25, or leave it empty.", "age");
    const auto hour = number(words.hour, 23, "Choose the hour from 0 to 23.", "hour");
    const auto now = world.clock.now();
    auto date = calendar::local_date_of(now);
    if (!words.day.empty()) {
        const auto day = calendar::parse_date(words.day, "day");
        if (!day) refusal.reasons.insert(refusal.reasons.end(), day.error().reasons.begin(), day.error().reasons.end());
        else if (std::abs(calendar::days_between(date, *day)) > kDaysEitherWay) refusal.reasons.push_back({"range", "Choose a day within a year of today.", "day"});
        else date = *day;
    }
    if (!refusal.reasons.empty()) return refuse(std::move(refusal));
    if (hour || !words.day.empty()) query.at = calendar::instant_of(date, hour ? calendar::LocalTime{std::chrono::hours{*hour}} : calendar::local_time_of(now));
    return query;
}

std::string area_of(World& world, const OrganisationId& organisation) {
    if (organisation.empty()) return {};
    const auto held = world.database.read([&](store::Reading& reading) { return store::find_organisation(reading, organisation); });
    return held ? held->area : std::string{};
}

}  // namespace hearken::casework
