#include "calendar/bank_holidays_import.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "calendar/moment_text.hpp"

namespace hearken::calendar {

namespace {

constexpr const char* kDivision = "england-and-wales";

std::string text_member(const nlohmann::json& event, const char* name) {
    const auto found = event.find(name);
    return found != event.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

/// GOV.UK writes a typographic apostrophe; the product a plain one, so that names compare.
std::string with_plain_apostrophes(std::string name) {
    static constexpr std::string_view kTypographic = "\xE2\x80\x99";
    for (size_t at = name.find(kTypographic); at != std::string::npos; at = name.find(kTypographic, at))
        name.replace(at, kTypographic.size(), "'");
    return name;
}

}  // namespace

Result<BankHolidays> bank_holidays_from_govuk_json(std::string_view text) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (json.is_discarded())
        return refuse(RefusalCode::Invalid, "not-json",
                      "This file is not JSON. Download https://www.gov.uk/bank-holidays.json again and import that.",
                      "file");
    const auto division = json.is_object() ? json.find(kDivision) : json.end();
    if (division == json.end() || !division->is_object() || !division->contains("events") ||
        !division->at("events").is_array())
        return refuse(RefusalCode::Invalid, "no-division",
                      fmt::format("This file has no list of events for '{}'. Download "
                                  "https://www.gov.uk/bank-holidays.json and import that.",
                                  kDivision),
                      "file");
    Refusal refusal;
    std::vector<BankHoliday> holidays;
    size_t number = 0;
    for (const auto& event : division->at("events")) {
        const std::string field = fmt::format("events[{}]", number++);
        if (!event.is_object()) {
            refusal.reasons.push_back(
                {"event-not-understood", "This entry is not an event with a title and a date.", field});
            continue;
        }
        std::string title = with_plain_apostrophes(text_member(event, "title"));
        if (title.empty())
            refusal.reasons.push_back({"title-missing", "This event has no title. Add its name.", field + ".title"});
        auto date = parse_date(text_member(event, "date"), field + ".date");
        if (!date)
            refusal.reasons.insert(refusal.reasons.end(), date.error().reasons.begin(), date.error().reasons.end());
        else
            holidays.push_back({*date, std::move(title), text_member(event, "notes") == "Substitute day"});
    }
    auto table = BankHolidays::of(std::move(holidays));
    if (refusal.reasons.empty()) return table;
    if (!table)
        refusal.reasons.insert(refusal.reasons.end(), table.error().reasons.begin(), table.error().reasons.end());
    return refuse(std::move(refusal));
}

}  // namespace hearken::calendar
