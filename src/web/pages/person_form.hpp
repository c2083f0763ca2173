// The form of a person's details: what is typed into it, and back. Used to start a record and to change one.
#pragma once
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "people/person.hpp"
#include "web/components/error_summary.hpp"
#include "web/html/html.hpp"
#include "web/server/named_values.hpp"

namespace hearken::web {

/// What was typed, read as far as it can be. `unreadable` are dates that no calendar has, and numbers that are none.
struct TypedPerson {
    people::PersonDetails details;
    std::vector<std::string> name_controls;  ///< the control each name was typed in: "name", "other-0" …
    std::vector<Reason> unreadable;
};
TypedPerson typed_person(const Fields& typed);

/// Everything wrong with it: what could not be read, and what Person::make refuses.
std::vector<Reason> faults_of(const TypedPerson& typed, people::Date today);

/// The fields of the form, as these details fill them in.
Fields fields_of_person(const people::PersonDetails& details);

/// Only the names of controls that the form has: nothing else that was sent is kept.
Fields person_fields_of(const Fields& posted);

/// All controls, with errors beside those they concern.
Html person_fields(const Fields& typed, const TypedPerson& read, const std::vector<Reason>& errors);
std::vector<ErrorSummaryItem> person_error_items(const TypedPerson& read, const std::vector<Reason>& errors);

/// (what it is, in words), in the order of the form; blank where nothing is recorded.
std::vector<std::pair<std::string, std::string>> person_in_words(const people::PersonDetails& details);

/// The control a reason concerns: "names.1.surname" to "other-0-surname".
std::string control_of(const TypedPerson& read, const std::string& field);

inline constexpr int kMostOtherNames = 12;

}  // namespace hearken::web
