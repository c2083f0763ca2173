// Dates and times as they are typed into boxes, and as answers hold them. What cannot be read is kept as typed, in a
// shape that the engine refuses and that comes back into the same boxes.
#pragma once
#include <string>
#include <string_view>

namespace hearken::web {

struct TypedDate {
    std::string day, month, year;
    bool empty() const { return day.empty() && month.empty() && year.empty(); }
    bool operator==(const TypedDate&) const = default;
};
/// "2026-04-02" → 2, 4, 2026.
TypedDate typed_date(std::string_view answer);
/// The other way; month names are understood. With `approximate` the day, or day and month, may be left out.
std::string date_answer(const TypedDate& typed, bool approximate = false);

struct TypedMoment {
    TypedDate date;
    std::string time;
    bool operator==(const TypedMoment&) const = default;
};
/// "2026-04-02T15:50:00Z" → 2, 4, 2026 and "16:50".
TypedMoment typed_moment(std::string_view answer);
/// The other way: "16:50", "16.50", "4:50pm", "9am", "midday" are understood.
std::string moment_answer(const TypedMoment& typed);

}  // namespace hearken::web
