// What every part of the team's board begins with: whose work, and the names in it. Internal to casework.
#pragma once
#include <set>

#include "casework/team_board.hpp"
#include "store/team_board.hpp"

namespace hearken::casework {

inline constexpr auto kTeamAction = access::Action::ReadOwnWork;  // and only where has_team_board
inline constexpr int kTeamPage = 50;

class TeamReader {
public:
    TeamReader(World& world, store::Reading& reading, const access::Actor& actor, const TeamQuery& query, int page_size = kTeamPage);

    TeamFrame frame;
    store::TeamScope scope;
    access::CaseRule rule;
    store::Slice slice;
    Instant now;

    Instant not_seen_since() const;
    store::TeamOrder order() const;
    /// Procedures that name a worker, so that a case without one waits for somebody.
    std::set<std::string> with_worker() const;
    std::string title_of(const std::string& procedure) const;
    std::string title_of(const store::CaseFile& file) const;
    std::string area_of(const std::string& procedure) const;
    std::string stage_of(const store::CaseFile& file) const;
    std::string role_title(const std::string& role) const;

    /// Looks up, at once, everybody whose name a list will show.
    void know_users(const std::set<UserId>& users);
    void know_children(const std::vector<CaseId>& cases, const std::vector<PersonId>& more = {});
    std::string user(const UserId& id) const;
    std::string job_title(const UserId& id) const;
    SubjectView child(const PersonId& id) const;
    /// The one it is about, or every child of the case.
    std::vector<SubjectView> children_of(const CaseId& id, const PersonId& about = {}) const;

    std::string ago(Instant then) const;  ///< "12 days"
    template <class Line> TeamList<Line> list(long total) const {
        TeamList<Line> made;
        made.frame = frame;
        made.total = total;
        made.page_size = slice.most;
        made.page = slice.skip / slice.most + 1;
        made.pages = static_cast<int>((total + slice.most - 1) / slice.most);
        return made;
    }

    World& world;
    store::Reading& reading;
    const access::Actor& actor;
    const TeamQuery& query;

private:
    void choose_team();
    void choose_not_seen();
    std::map<UserId, std::pair<std::string, std::string>> users_;
    std::map<PersonId, SubjectView> people_;
    std::map<CaseId, std::vector<PersonId>> children_;
};

/// The reader is let in, or the refusal is on the audit trail.
Result<void> may_look(World& world, const access::Actor& actor);
/// Team manager, or above one: by the vocabulary, never by rank.
bool manages(const World& world, const std::string& role);

std::string kind_title(const std::string& kind);
int kind_rank(const std::string& kind);

}  // namespace hearken::casework
