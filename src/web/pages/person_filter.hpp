// A list about one person that is filtered by words and days, sent as a post: what somebody looks for never stands in an
// address. Shared by the chronology and the disclosure log.
#pragma once
#include <optional>

#include "web/pages/page_parts.hpp"

namespace hearken::web {

/// What was asked, as typed: fills the form again and is carried on to further rows.
struct PersonFilter {
    Fields fields;
    std::vector<Reason> errors;
    bool any = false;  ///< something was asked

    PersonFilter(const Visit& visit, std::initializer_list<const char*> names);
    /// The beginning or the end of a day as typed; a day that does not exist becomes an error that names it.
    std::optional<Instant> day(const char* name, const char* what, bool end_of_day);
};

/// The two boxes "from" and "until", with their errors.
Html day_boxes(const PersonFilter& filter);

struct FilteredList {
    std::string title, here;   ///< here: the page's own address
    std::string heading;       ///< above the title: whose it is
    PersonId person;
    Html above;                ///< between the heading and the filter
    Html options, results;     ///< results are left out while something typed is wrong
};
Response render_filtered(Visit& visit, const PersonFilter& filter, FilteredList list);

}  // namespace hearken::web
