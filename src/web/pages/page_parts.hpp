// Small pieces that many pages are made of.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "casework/views.hpp"
#include "web/components/table.hpp"
#include "web/html/html.hpp"

namespace hearken::web {

/// The page's one <h1>, with what it belongs to above it.
Html page_heading(const Content& words, std::string_view caption = {});
Html section_heading(std::string_view words, std::string_view id = {});
Html paragraph(const Content& content);
Html link_to(std::string_view address, const Content& words);
Html bullets(const std::vector<std::string>& lines);
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

/// How a clock stands: a tag, in colour and in words ("Overdue", "Due soon").
Html clock_tag(const casework::ClockView& clock);
/// The whole of it: tag, and when it is due in words.
Html clock_line(const casework::ClockView& clock);

/// "Maya Testwell, Tom Testwell and 2 others".
std::string names_of_subjects(const std::vector<casework::SubjectView>& subjects);

/// "/cases/CASE/tasks/TASK", with ?child= where the task is one child's.
std::string task_address(const CaseId& in_case, const std::string& task, const PersonId& subject);

/// "open" or "closed" with its outcome or stage, in words.
std::string state_in_words(const casework::CaseSummary& summary);

/// "front-door" to "Front door".
std::string words_of_id(std::string_view id);

}  // namespace hearken::web
