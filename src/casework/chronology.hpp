// The chronology of a child: significant events of every source, apart from activity; what people add to it by hand; and
// letting another organisation read one's own entries. Each decides access first and leaves an audit line.
#pragma once
#include "casework/cases.hpp"
#include "people/dates.hpp"

namespace hearken::casework {

struct ChronologyQuery {
    std::string words, kind;          ///< kind: of a case event, or a category of what is entered by hand
    bool significant_only = false;
    std::optional<Instant> from, until;
    std::string after;
    OrganisationId agency;            ///< empty: every agency whose entries this reader may see
    bool with_siblings = false;       ///< brothers and sisters whose records this reader may open, in one chronology
    bool newest_first = true;
    int page_size = 100;
};
struct ChronologyPage : Page<ChronologyEntry> {
    std::vector<std::pair<PersonId, std::string>> children;               ///< whose it is: the child first
    std::vector<std::pair<OrganisationId, std::string>> agencies;         ///< those with entries on this page, for the filter
    bool has_siblings = false;        ///< there are some whose record this reader may open
};
Result<ChronologyPage> read_chronology(World& world, const access::Actor& actor, const PersonId& person, const ChronologyQuery& query);

/// (code, label) of what people enter by hand.
const std::vector<std::pair<std::string, std::string>>& life_event_categories();

struct NewLifeEvent {
    std::optional<people::Date> happened_on, until_on;
    std::string exactness = "day";    ///< day | about | month | year
    std::string category, what, impact, source;
    bool significant = true;
    bool imported = false;            ///< taken over from an older record
};
/// Fields of refusals: happened_on, until_on, exactness, category, what, source.
Result<EventId> add_life_event(World& world, const access::Actor& actor, const PersonId& person, const NewLifeEvent& event, const Once& once = {});

struct LifeEventToCorrect { PersonId person; NewLifeEvent event; };
Result<LifeEventToCorrect> read_life_event(World& world, const access::Actor& actor, const PersonId& person, const EventId& event);
/// Only by the organisation that entered it. The old words stay in the database, and why they were replaced on the new ones.
Result<EventId> correct_life_event(World& world, const access::Actor& actor, const PersonId& person, const EventId& event, const NewLifeEvent& corrected, const std::string& why);

/// What an event meant for the child, beside any entry that this reader can see in this child's chronology.
Result<void> add_impact(World& world, const access::Actor& actor, const PersonId& person, const EventId& entry, const std::string& impact);

// ---- Letting another organisation read one's own entries

struct ShareChronology {
    OrganisationId with;
    std::string basis, why;
    std::vector<EventId> entries;
};
/// Exactly these entries, all of them the actor's organisation's own, from no restricted or walled case. Refused where one
/// holds a protected address or somebody who was promised not to be named (M4.information-sharing-golden-rules).
Result<void> share_chronology(World& world, const access::Actor& actor, const PersonId& person, const ShareChronology& share);
Result<void> end_chronology_share(World& world, const access::Actor& actor, const PersonId& person, const std::string& share, const std::string& why);

struct ChronologyShareView {
    std::string id, from, with, basis, why, by;
    Instant shared_at;
    std::optional<Instant> ended_at;
    std::string ended_why;
    long entries = 0;
    bool ours = false;                ///< may be ended by this reader
};
struct ChronologySharing {
    std::string name;
    std::vector<ChronologyEntry> entries;                                 ///< that may be shared by this reader
    std::vector<ChronologyShareView> shares;                              ///< from or with this reader's organisation
    std::vector<std::pair<OrganisationId, std::string>> organisations;    ///< with whom
};
Result<ChronologySharing> read_chronology_sharing(World& world, const access::Actor& actor, const PersonId& person);

}  // namespace hearken::casework
