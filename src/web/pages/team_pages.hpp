// The board of those who manage, and the lists behind it.
#pragma once
#include "casework/team_board.hpp"
#include "web/pages/page_parts.hpp"
#include "web/pages/site.hpp"

namespace hearken::web {

void add_team_pages(Router& router, Site& site);

/// What of the board is shown: the whole of it, or one list.
struct TeamShow {
    const char *word, *title;
    casework::TeamExport as_file;
};
const TeamShow& team_show_of(const Fields& asked);
casework::TeamQuery team_query_of(const Fields& asked);
/// Where that is, with everything else as chosen. No name is ever in it.
std::string team_address(std::string_view show, const casework::TeamQuery& query, bool as_file = false);

// The lists, each with what to say and do where it is empty.
Html team_overview(const casework::TeamBoard& board, const casework::TeamQuery& query);
Html team_list(const casework::TeamList<casework::TeamCaseLine>& list, const casework::TeamQuery& query);
Html team_list(const casework::TeamList<casework::TeamOverdueLine>& list, const casework::TeamQuery& query);
Html team_list(const casework::TeamList<casework::NotSeenLine>& list, const casework::TeamQuery& query);
Html team_list(const casework::TeamList<casework::SignatureLine>& list, const casework::TeamQuery& query);

}  // namespace hearken::web
