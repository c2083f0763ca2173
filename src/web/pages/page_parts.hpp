// Pieces of the pages of work, people and the manual, beside page_words.hpp and case_parts.hpp.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "casework/views.hpp"
#include "web/html/html.hpp"
#include "web/pages/case_parts.hpp"
#include "web/pages/page_words.hpp"

namespace hearken::web {

/// A button that prints; nothing where there is no script.
Html print_button();

/// A table whose rows are read as blocks on a narrow screen, with the column's heading before each cell. The first cell
/// of a row is its heading.
struct StackedTable {
    std::string caption;
    std::vector<std::string> head;
    std::vector<std::vector<Content>> rows;
};
Html stacked_table(const StackedTable& options);

/// "Next page", found by where this one ended; nothing when there is no more.
Html next_page_link(std::string_view address_before_cursor, const std::string& next);

/// "Maya Testwell, Tom Testwell and 2 others".
std::string names_of_subjects(const std::vector<casework::SubjectView>& subjects);

/// "open" or "closed" with its outcome or stage, in words.
std::string state_in_words(const casework::CaseSummary& summary);

/// "front-door" to "Front door".
std::string words_of_id(std::string_view id);

}  // namespace hearken::web
