// Guidance: short pages, shown where they apply and found here by their words.
#include <algorithm>

#include "calendar/moment_text.hpp"
#include "web/components/back_link.hpp"
#include "web/components/moj/search.hpp"
#include "web/manual/markdown.hpp"
#include "web/pages/contacts_parts.hpp"
#include "web/pages/guide_pages.hpp"
#include "web/pages/manual_pages.hpp"
#include "web/pages/page_parts.hpp"

namespace hearken::web {

namespace {

using procedure::GuidancePage;

std::string lower(std::string_view text) {
    std::string out(text);
    for (auto& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : lower(text) + " ") {
        if (c != ' ' && c != ',' && c != '\n' && c != '\t') word += c;
        else if (!word.empty()) words.push_back(std::exchange(word, {}));
    }
    return words;
}

bool has_all(const std::string& text, const std::vector<std::string>& words) {
    return std::all_of(words.begin(), words.end(), [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

/// The words around the first one found, cut at spaces; the beginning of the page when nothing was looked for.
std::string excerpt(const std::string& text, const std::vector<std::string>& words) {
    constexpr size_t kBefore = 60, kLength = 180;
    const auto found = words.empty() ? 0 : std::min(lower(text).find(words.front()), text.size());
    size_t start = found > kBefore && found < text.size() ? text.find(' ', found - kBefore) : 0;
    start = start == std::string::npos || start == 0 ? 0 : start + 1;
    if (start + kLength >= text.size()) return (start > 0 ? "… " : "") + text.substr(start);
    const auto end = text.rfind(' ', start + kLength);
    return (start > 0 ? "… " : "") + text.substr(start, end - start) + " …";
}

Html listed(const std::map<std::string, GuidancePage>& pages, const std::vector<std::string>& words) {
    Html out;
    for (const auto& [id, page] : pages) {
        const auto text = markdown_words(page.markdown);
        if (!has_all(lower(page.title + " " + text), words)) continue;
        out << "<li>\n<h2 class=\"govuk-heading-s govuk-!-margin-bottom-1\">"_html << link_to("/guidance/" + id, page.title) << "</h2>\n<p class=\"govuk-body\">"_html
            << excerpt(text, words) << "</p>\n</li>\n"_html;
    }
    if (out.empty()) return out;
    Html list;
    return list << "<ul class=\"govuk-list hearken-guidance\">\n"_html << out << "</ul>\n"_html;
}

Html search_box(const Visit& visit, const std::string& words) {
    Search box;
    box.action = "/guidance";
    box.csrf_token = visit.csrf();
    box.stacked = true;
    box.label = {.content = "Search the guidance", .classes = "govuk-label--s"};
    box.input.name = "words";
    box.input.id = "words";
    box.input.value = words;
    Html out;
    return out << search(box) << "\n"_html;
}

}  // namespace

Response guidance_pages(Visit& visit, Manual&) {
    const std::string typed(visit.request.form.fields.get("words"));
    const auto words = words_in(typed);
    PageContent content;
    content.title = words.empty() ? "Guidance" : "Guidance found";
    content.section = "procedures";
    content.main << heading("Guidance") << (words.empty() ? guides_listed(visit) : Html{}) << search_box(visit, typed);
    const auto pages = listed(visit.world().library.guidance(), words);
    if (!pages.empty()) content.main << pages;
    else if (words.empty()) content.main << paragraph("No guidance is loaded. Pages belong in the folder of procedures, under guidance.");
    else content.main << paragraph("No page has all of these words. Try one word, or the beginning of one.");
    if (!words.empty()) content.main << paragraph(link_to("/guidance", "Show all pages"));
    return render_page(visit, std::move(content));
}

Response guidance_page(Visit& visit, Manual&) {
    const auto& library = visit.world().library;
    const auto found = library.guidance().find(visit.params["page"]);
    if (found == library.guidance().end()) return render_refusal(visit, Refusal::of(RefusalCode::NotFound, "no-such-page", "There is no such page of guidance."));
    const auto& page = found->second;
    PageContent content;
    content.title = page.title;
    content.section = "procedures";
    content.before_main << back_link({.content = "All guidance", .href = "/guidance"});
    content.main << heading(page.title, "Guidance") << markdown(page.markdown);
    if (found->first == kWhoToRingNow) content.main << who_to_ring_panel(visit);
    if (const auto checked = calendar::parse_date(page.checked_on)) content.main << "<p class=\"govuk-hint\">Last checked on "_html << calendar::date_text(*checked) << ".</p>\n"_html;
    content.main << print_button();
    return render_page(visit, std::move(content));
}

}  // namespace hearken::web
