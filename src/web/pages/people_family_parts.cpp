#include "web/pages/people_family_parts.hpp"

#include "web/components/moj/alert.hpp"
#include "web/components/tag.hpp"
#include "web/pages/page_parts.hpp"
#include "web/server/http_text.hpp"

namespace hearken::web {

namespace {

using casework::FamilyPage;

Html act(const std::string& href, const char* words, const std::string& about) {
    Html out;
    out << "<a class=\"govuk-link\""_html;
    out.href(href) << ">"_html << words << "<span class=\"govuk-visually-hidden\">: "_html << about << "</span></a>"_html;
    return out;
}

std::string day(const std::optional<people::Date>& date) { return date ? people::to_iso(*date) : std::string(); }

Html ties(const FamilyPage& family, const std::string& here) {
    if (family.ties.empty()) return paragraph("Nobody is recorded yet. Ask who lives with the child, who else looks after them, and who holds parental responsibility.");
    StackedTable table;
    table.head = {"Name", "What they are", "When", "Change"};
    for (const auto& tie : family.ties) {
        Html words, change;
        words << tie.words;
        if (!tie.note.empty()) words << "<br>\n<span class=\"govuk-hint\">"_html << tie.note << "</span>"_html;
        const auto& r = tie.relationship;
        if (tie.current)
            change = act(here + "/relationship/end?who=" + r.person.str() + "&of=" + r.of.str() + "&kind=" + std::string(people::code_of(r.kind)) + "&from=" + day(r.period.from), "It ended", tie.name);
        else change << "Ended"_html;
        table.rows.push_back({tie.name, words, tie.dates.empty() ? "Not said" : tie.dates, change});
    }
    return stacked_table(table);
}

Html responsibilities(const FamilyPage& family) {
    if (family.responsibilities.empty()) return paragraph("Nothing is recorded. A child’s birth mother has it; of everybody else it must be asked.");
    StackedTable table;
    table.head = {"Who", "Holds it", "Through", "What was seen"};
    for (const auto& held : family.responsibilities) table.rows.push_back({held.holder, held.held + (held.dates.empty() ? "" : ", " + held.dates), held.basis.empty() ? "Not said" : held.basis, held.evidence.empty() ? "Nothing" : held.evidence});
    return stacked_table(table);
}

Html addresses(const FamilyPage& family, const std::string& here) {
    if (family.addresses.empty()) return paragraph("No address is recorded.");
    StackedTable table;
    table.head = {"What it is", "Address", "When", "Change"};
    for (const auto& lives : family.addresses) {
        Html address, change;
        address << lives.address;
        if (!lives.protection.empty()) address << " "_html << tag({.content = "Secret: " + lives.protection, .classes = "govuk-tag--red"});
        if (lives.current)
            change = act(here + "/address/end?address=" + lives.lives.address.str() + "&use=" + std::string(people::code_of(lives.lives.use)) + "&from=" + day(lives.lives.period.from), "No longer there", lives.words);
        else change << "Ended"_html;
        table.rows.push_back({lives.words, address, lives.dates.empty() ? "Not said" : lives.dates, change});
    }
    return stacked_table(table);
}

Html households(const FamilyPage& family, const std::string& here) {
    Html out;
    if (family.households.empty()) return paragraph("It is not recorded with whom the child lives.");
    for (const auto& home : family.households) {
        StackedTable table;
        table.caption = home.title;
        table.head = {"Name", "When", "Change"};
        for (const auto& [id, name, dates, current] : home.members) {
            Html change;
            if (current) change = act(here + "/household/leave?household=" + home.id.str() + "&member=" + id.str(), "Left", name);
            else change << "Left"_html;
            table.rows.push_back({name, dates.empty() ? "Not said" : dates, change});
        }
        out << stacked_table(table);
    }
    return out;
}

}  // namespace

Html family_body(const FamilyPage& family, const std::string& here, const std::string& record) {
    Html out = heading("Family and household", family.child.name + ", " + family.child.age);
    for (const auto& words : family.conflicts) out << alert({.variant = AlertVariant::Warning, .title = "Does not fit", .content = words, .disable_auto_focus = true}) << "\n"_html;
    out << "<p class=\"govuk-body\">"_html << link_to(record + "/map", "See the people map");
    if (family.unborn) out << " &nbsp; "_html << link_to(here + "/birth", "Record the birth");
    out << "</p>\n"_html;
    out << smaller_heading("People around", "around") << ties(family, here) << paragraph(link_to(here + "/relationship", "Add somebody around this child"));
    out << smaller_heading("Parental responsibility", "responsibility") << responsibilities(family);
    out << smaller_heading("Addresses", "addresses") << addresses(family, here) << paragraph(link_to(here + "/address", "Add an address"));
    return out << smaller_heading("Who lives with the child", "households") << households(family, here) << paragraph(link_to(here + "/household", "Add somebody to a household"));
}

}  // namespace hearken::web
