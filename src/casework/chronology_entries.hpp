// Entries of a chronology as this reader may see them, with names, words for when, and impacts. Internal to casework.
#pragma once
#include "casework/names.hpp"
#include "casework/views.hpp"
#include "people/dates.hpp"
#include "store/chronology.hpp"
#include "store/joined_records.hpp"

namespace hearken::casework {

/// Impacts are shown to the organisation that wrote them, with the entries of its own that it lets others read, and to
/// whoever sees the whole case.
std::vector<ChronologyEntry> entry_views(World& world, store::Reading& reading, Names& names, const access::Actor& actor, const std::vector<store::ChronologyEntry>& entries);

/// "2 April 2026", "About 2 April 2026", "April 2026", "2026"; "… until …".
std::string happened_in_words(const std::string& exactness, people::Date happened_on, const std::optional<people::Date>& until_on);

access::PersonView person_view(World& world, store::Reading& reading, const access::Actor& actor, const PersonId& person);
Refusal no_such_person();

/// Brothers and sisters whose records this reader may open whole.
std::vector<PersonId> siblings_open_to(World& world, store::Reading& reading, const access::Actor& actor, const PersonId& child);

}  // namespace hearken::casework
