// A chronology as a table: when it happened and when it was recorded are both told, for they differ.
#pragma once
#include <string>
#include <vector>

#include "casework/views.hpp"
#include "web/html/html.hpp"

namespace hearken::web {

struct ChronologyTable {
    std::string act_at = {};  ///< where entries are added to: "/people/ID/chronology/entries"; empty: only to read
    bool names = false;       ///< of several children: whom each entry is about
};
Html chronology_table(const std::vector<casework::ChronologyEntry>& entries, const ChronologyTable& options = {});

}  // namespace hearken::web
