// The board on which a school's safeguarding lead sorts concerns: the most urgent first, in the order in which a person would
// take them up. Never a score.
#pragma once
#include "casework/cases.hpp"

namespace hearken::casework {

enum class TriageColumn { New, Weighing, WaitingForOthers, ReadyToClose };

struct TriageLine {
    CaseId in_case;
    std::vector<SubjectView> children;
    std::string worry;                      ///< the first words of what happened
    std::vector<std::string> categories;    ///< as whoever recorded it sorted it, in words
    bool danger_now = false;
    std::string told;                       ///< whether the lead was told in person
    std::string recorded_by;
    Instant recorded_at;
    std::string waiting;                    ///< "2 hours 5 minutes": unopened, or since it was opened
    TriageColumn column = TriageColumn::New;
    std::vector<std::string> next_steps;    ///< open tasks, the first due first
    std::optional<Instant> next_due;
    std::vector<std::string> earlier;       ///< "2 earlier: A concern about a child", as far as access allows
    struct Sibling { PersonId person; std::string name; bool may_open = false; };
    std::vector<Sibling> siblings;
    std::string looked_at;                  ///< "Devi Madeup, 10:05am": a colleague has had it before their eyes
    std::string given_to;
    std::string covering_for;               ///< given to somebody who is away
    bool mine = false;
    bool restricted = false;
};
enum class TriageSort { Urgent, Newest, Child };
enum class TriageShow { All, Mine, Unopened, Weighing, Waiting, Closing };
struct TriageQuery {
    TriageShow show = TriageShow::All;
    TriageSort sort = TriageSort::Urgent;
    std::string words;                      ///< of a child's name or of the worry; comes by POST, never in an address
};
struct TriageBoard {
    std::vector<TriageLine> lines;          ///< those asked for, sorted
    std::map<TriageColumn, int> counts;     ///< of all, before the filter
    int mine = 0;
    std::vector<TriageLine> in_danger;  ///< a child was said to be in danger, and it is not ready to close; whatever is shown
    bool more = false;                      ///< there are more than the board shows
};

/// For the safeguarding lead and deputies of a school. The same WHERE as every list; five queries however long it is.
Result<TriageBoard> read_triage(World& world, const access::Actor& actor, const TriageQuery& query);
/// Whether this actor's home leads to the board.
bool has_triage(const World& world, const access::Actor& actor);

/// Everything around the children of a case that this reader may know of: for the page of weighing.
struct AroundChild {
    PersonId child;
    std::string name;
    struct Person { PersonId person; std::string name, relationship, age; bool may_open = false, same_household = false; };
    std::vector<Person> people;
    std::vector<CaseSummary> earlier;       ///< of the reader's own organisation, with outcome
    std::vector<CaseSummary> elsewhere;     ///< of others, as far as they may know of them
};
Result<std::vector<AroundChild>> read_around(World& world, const access::Actor& actor, const CaseId& in_case);

/// "25 minutes", "2 hours 5 minutes", "3 days".
std::string waiting_words(std::chrono::seconds waited);

}  // namespace hearken::casework
