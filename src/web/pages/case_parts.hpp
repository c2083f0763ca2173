// What several pages about one case show the same way: whom it is about, clocks, work waiting.
#pragma once
#include "casework/cases.hpp"
#include "web/components/task_list.hpp"
#include "web/pages/page_words.hpp"

namespace hearken::web {

std::string case_href(const CaseId& id, std::string_view page = {});
std::string file_href(const CaseId& id, const std::string& file);
std::string task_href(const CaseId& id, const std::string& task, const PersonId& subject, std::string_view page = {});

/// The bar with names, alerts and what it is; shown on every page about the case.
Html identity(const casework::CaseSummary& summary);

/// A colour, always with words: "Overdue", "Due soon", "In time, recorded late".
Tag clock_tag(const casework::ClockView& clock);
/// The clock that matters most, or null when there is none.
const casework::ClockView* worst_clock(const casework::TaskView& task);
const casework::ClockView* worst_clock(const std::vector<casework::ClockView>& clocks);
/// Every clock of a task, the one that matters most first, the others folded away: its words, its tag, and how it was counted.
Html clocks(const casework::TaskView& task);
/// For a line of a list: the clock that matters most, and the next limit that can still be kept.
Html short_clocks(const std::vector<casework::ClockView>& clocks);

/// What waits several times over for the same child (two visits to be written up) as one: the one that comes first.
std::vector<const casework::TaskView*> each_once(const std::vector<const casework::TaskView*>& tasks);

std::string title_of(const casework::TaskView& task);   ///< with the child's name where it is per child
bool is_open(const casework::TaskView& task);
Html work_list(const CaseId& id, const std::vector<const casework::TaskView*>& tasks, const std::string& id_prefix);
Html reasons_list(const std::vector<Reason>& reasons);

/// What was answered; "Not yet answered", "Withheld"; files as downloads of the case they stand in.
Html answer_cell(const CaseId& id, const casework::AnswerView& answer);
/// A card for each form, with what was answered in it; nothing where nothing was.
Html recorded_cards(const CaseId& id, const std::vector<casework::FormView>& forms);

/// What the case is about, folded: the form it began with. Open where there is nothing else to read (`open`).
Html what_it_is_about(const CaseId& id, const std::vector<casework::FormView>& asked, bool open);

/// A page of a case: back link to the case, identity bar above, page title without a child's name.
Response case_page(const Visit& visit, const casework::CaseSummary& summary, const std::string& title, const Html& inside, int status = 200, bool wide = false);

/// Does `command` and goes to `place` with the sentence to show; on a refusal gives it back for the page to show.
std::optional<Refusal> do_in_case(const Visit& visit, const CaseId& id, engine::Command command, const std::string& place, Response& done);

CaseId case_of(const Visit& visit);

// Each adds its routes.
void add_case_reading_pages(Router& router, Site& site);
void add_case_record_pages(Router& router, Site& site);     ///< notes, corrections, history, documents
void add_case_people_pages(Router& router, Site& site);     ///< who can see, restrict, break glass, add a child, prohibitions
void add_case_course_pages(Router& router, Site& site);     ///< close, reopen
void add_case_files(Router& router, Site& site);            ///< files on the record
void add_document_pages(Router& router, Site& site);
void add_case_documents(Router& router, Site& site);        ///< PDF for a named person, and those made
void add_task_pages(Router& router, Site& site);

}  // namespace hearken::web
