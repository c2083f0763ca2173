#include "calendar/urgency.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace hearken::calendar {

namespace {

struct Word {
    std::string_view word;
    Urgency urgency;
};

constexpr Word kWords[] = {
    {"now", Urgency::Now},
    {"immediate", Urgency::Now},
    {"immediately", Urgency::Now},
    {"at once", Urgency::Now},
    {"straight away", Urgency::Now},
    {"without delay", Urgency::Now},
    {"today", Urgency::Today},
    {"asap", Urgency::Today},
    {"as soon as possible", Urgency::Today},
    {"earliest opportunity", Urgency::Today},
    {"urgent", Urgency::Today},
    {"urgently", Urgency::Today},
    {"soon", Urgency::Soon},
    {"prompt", Urgency::Soon},
    {"promptly", Urgency::Soon},
    {"timely", Urgency::Soon},
    {"early", Urgency::Soon},
};

}  // namespace

Result<HouseAlert> urgency_alert(Urgency urgency, const Anchor& anchor, const BankHolidays& bank_holidays) {
    HouseAlert alert{urgency, anchor.at, anchor.at, anchor.date_only || anchor.estimated};
    switch (urgency) {
        case Urgency::Now:
            alert.at += std::chrono::hours{1};
            break;
        case Urgency::Today:
            alert.at = end_of_local_day(anchor.date());
            break;
        case Urgency::Soon: {
            const auto day = bank_holidays.working_day_after(anchor.date());
            if (!day) return refuse(day.error());
            alert.at = end_of_local_day(*day);
        }
    }
    return alert;
}

Result<Urgency> parse_urgency(std::string_view text, std::string field) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return c == '_' || c == '-' ? ' ' : static_cast<char>(std::tolower(c)); });
    for (const auto& [word, urgency] : kWords)
        if (lower == word) return urgency;
    return refuse(RefusalCode::Invalid, "urgency-not-understood",
                  fmt::format("'{}' is not an urgency. Write 'now' (immediately, without delay), 'today' (as soon as "
                              "possible, urgent) or 'soon' (promptly, timely).",
                              text),
                  std::move(field));
}

std::string_view urgency_text(Urgency urgency) {
    return urgency == Urgency::Now ? "now" : urgency == Urgency::Today ? "today" : "soon";
}

}  // namespace hearken::calendar
