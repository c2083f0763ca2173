// The administrator's pages, by group; add_admin_pages adds them all.
#pragma once
#include "casework/administration_reads.hpp"
#include "web/components/form_group.hpp"
#include "web/components/pagination.hpp"
#include "web/components/summary_list.hpp"
#include "web/pages/form_errors.hpp"
#include "web/pages/site.hpp"

namespace hearken::web {

void add_organisation_pages(Router& router, Site& site);
void add_user_pages(Router& router, Site& site);
void add_role_pages(Router& router, Site& site);
void add_school_year_pages(Router& router, Site& site);
void add_bank_holiday_pages(Router& router, Site& site);
void add_audit_pages(Router& router, Site& site);

/// A page of administration, with the way back and, after a refusal, the summary of what is wrong.
PageContent admin_content(std::string title, const std::string& back, std::string back_words, const Refusal* refusal = nullptr);
/// The refusal of what a form sent: shown on the form when it is about its fields, otherwise a page of its own.
bool belongs_on_form(const Refusal& refusal);

std::string field(const Visit& visit, std::string_view name);  ///< of the form, trimmed
Html hidden_field(std::string_view name, std::string_view value);
SummaryRow admin_row(std::string key, Content value);
/// A date in three boxes, filled from the fields `name`-day, -month and -year.
Html date_boxes(std::string name, std::string legend, std::string hint, const Fields& typed, const Refusal* refusal);
/// The date typed in those boxes as "2026-04-02"; empty when all are.
std::string date_typed(const Fields& typed, const std::string& name);
/// "Next page", or nothing.
Html next_page(const std::string& href);
/// "School" for "school".
std::string kind_title(const Visit& visit, const std::string& kind);

}  // namespace hearken::web
