// The register of disagreements between agencies, in figures, for those who run the partnership.
#include "casework/disagreement_register.hpp"
#include "web/components/button.hpp"
#include "web/components/inset_text.hpp"
#include "web/components/select.hpp"
#include "web/components/summary_list.hpp"
#include "web/components/table.hpp"
#include "web/pages/page_parts.hpp"
#include "web/pages/work_pages.hpp"

namespace hearken::web {

namespace {

using casework::CountLine;
using casework::DisagreementRegister;

std::string share_of(long part, long whole) { return std::to_string(part) + " of " + std::to_string(whole) + " (" + std::to_string((part * 100 + whole / 2) / whole) + "%)"; }
std::string days(long count) { return std::to_string(count) + (count == 1 ? " day" : " days"); }

Html figures(const DisagreementRegister& counted) {
    SummaryList list;
    const auto add = [&](const char* label, std::string value) { list.rows.push_back({.key = {.content = label}, .value = {.content = std::move(value)}}); };
    add("Raised", std::to_string(counted.raised));
    add("Urgent", share_of(counted.urgent, counted.raised));
    add("Open now", std::to_string(counted.open));
    if (counted.open) add("The oldest of them, open for", days(counted.oldest_open_days));
    add("Closed", std::to_string(counted.closed));
    if (counted.closed) {
        add("Days open, on average", days(counted.days_open_on_average));
        add("Days open, at most", days(counted.days_open_at_most));
        add("Decisions changed", share_of(counted.changed, counted.closed));
    }
    Html out;
    return out << summary_list(list) << "\n"_html;
}

Html counts_table(const char* title, const char* what, const std::vector<CountLine>& lines) {
    Table counts;
    counts.caption = title;
    counts.caption_classes = "govuk-table__caption--m";
    counts.first_cell_is_header = true;
    counts.head = {{.content = what}, {.content = "How many", .format = "numeric"}};
    for (const auto& line : lines) counts.rows.push_back({{.content = line.label}, {.content = line.count ? std::to_string(*line.count) : std::string("Too few to show"), .format = "numeric"}});
    Html out;
    if (!lines.empty()) out << table(counts) << "\n"_html;
    return out;
}

std::vector<CountLine> shown(const std::vector<std::pair<std::string, long>>& counts) {
    std::vector<CountLine> lines;
    for (const auto& [label, count] : counts) lines.push_back({label, count});
    return lines;
}

Html tables(const DisagreementRegister& counted) {
    Html out;
    out << counts_table("Stage at which it was settled", "Stage", shown(counted.by_stage_settled)) << counts_table("How it ended", "Result", shown(counted.by_result))
        << counts_table("Is whoever raised it satisfied?", "Answer", shown(counted.by_satisfied));
    if (counted.raised < casework::kLeastShown)
        return out << paragraph("Fewer than five disagreements were raised in this time. Agencies and themes are not counted apart, so that nothing points at one child. Choose a longer time to see them.");
    return out << counts_table("Raised by", "Kind of agency", counted.by_raising) << counts_table("Whose decision it was", "Kind of agency", counted.by_deciding)
               << counts_table("What it was about", "Theme", counted.by_theme) << counts_table("What there was to learn", "Theme", counted.by_learning);
}

Html choose_period(const Visit& visit, const DisagreementRegister& counted) {
    Select period{.name = "period", .label = {.content = "Raised in", .classes = "govuk-label--s"}, .value = counted.period.id};
    for (const auto& one : casework::register_periods(calendar::local_date_of(visit.world().clock.now()))) period.items.push_back({.text = one.title, .value = one.id});
    Html out;
    return out << "<form method=\"get\" action=\"/escalations\" class=\"hearken-no-print\">\n"_html << select(period) << "\n"_html
               << button({.content = "Show", .classes = "govuk-button--secondary"}) << "\n</form>\n"_html;
}

}  // namespace

Response disagreements_page(Visit& visit) {
    const auto read = casework::read_disagreement_register(visit.world(), visit.actor(), std::string(visit.request.query.get("period")));
    if (!read) return render_refusal(visit, read.error());
    PageContent content;
    content.title = "Disagreements between agencies";
    content.section = "work";
    content.main << heading("Disagreements between agencies", read->period.title) << choose_period(visit, *read);
    if (read->raised == 0) content.main << paragraph("No disagreement was raised in this time. Choose another.");
    else
        content.main << inset_text({.content = "Figures only, never a child’s name. They are for learning: a disagreement that was raised is good practice, not a fault."}) << "\n"_html
                     << print_button() << figures(*read) << tables(*read);
    content.main << paragraph(link_to("/guidance/professional-disagreements", "How disagreements are resolved"));
    return render_page(visit, std::move(content));
}

}  // namespace hearken::web
