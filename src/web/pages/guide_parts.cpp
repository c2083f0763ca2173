// Pieces of the pages of a guide.
#include <algorithm>

#include "calendar/moment_text.hpp"
#include "web/components/inset_text.hpp"
#include "web/components/tag.hpp"
#include "web/components/warning_text.hpp"
#include "web/pages/guide_pages.hpp"
#include "web/pages/page_words.hpp"

namespace hearken::web {

using procedure::GuideEntry;
using procedure::GuideGroup;
using procedure::GuideTopic;

namespace {

std::string date_in_words(const std::string& iso) {
    const auto date = calendar::parse_date(iso);
    return date ? calendar::date_text(*date) : iso;
}

Html lines(const std::vector<std::string>& all) {
    Html out;
    if (all.size() == 1) return paragraph(all.front());
    return out << bullets(all);
}

Html label_of(const GuideEntry& entry) {
    Html out;
    if (entry.link.empty()) return out << entry.label;
    out << "<a class=\"govuk-link\" rel=\"noreferrer\""_html;
    out.href(entry.link) << ">"_html << entry.label << "</a>"_html;
    return out;
}

Html step(const GuideEntry& entry) {
    if (entry.step.text.empty()) return {};
    return entry.step.urgent ? warning_text({.content = entry.step.text}) : inset_text({.content = entry.step.text});
}

Html review(const GuideEntry& entry, const std::string& today) {
    Html out;
    if (entry.review_by.empty()) return out;
    if (entry.review_by < today) return out << " "_html << tag({.content = "Review was due " + date_in_words(entry.review_by), .classes = "govuk-tag--yellow"});
    return out << " <span class=\"govuk-hint govuk-!-margin-bottom-0\">To be looked at again by "_html << date_in_words(entry.review_by) << ".</span>"_html;
}

Html entry_read(const GuideEntry& entry, const std::string& today) {
    Html out;
    out << "<li"_html;
    out.attr("id", entry.id) << ">"_html << label_of(entry);
    if (!entry.published.empty()) out << ", "_html << entry.published;
    if (!entry.ages.empty()) out << " <strong>("_html << entry.ages << ")</strong>"_html;
    if (!entry.more.empty()) out << "<br><span class=\"govuk-hint govuk-!-margin-bottom-0\">"_html << entry.more << "</span>"_html;
    return out << review(entry, today) << step(entry) << "</li>\n"_html;
}

}  // namespace

Html edition_line(const procedure::Guide& guide) {
    Html out;
    out << "<p class=\"govuk-hint\">Edition "_html << guide.edition << ", in force since "_html << date_in_words(guide.effective_from) << "."_html;
    if (!guide.source.empty()) out << " "_html << guide.source << "."_html;
    return out << "</p>\n"_html;
}

Html guide_topic_words(const GuideTopic& topic) {
    Html out;
    if (!topic.notes.empty()) {
        Html notes;
        for (const auto& note : topic.notes) notes << "<p class=\"govuk-body\">"_html << note << "</p>\n"_html;
        out << inset_text({.content = notes});
    }
    for (const auto& part : topic.says) {
        if (!part.heading.empty()) out << "<h3 class=\"govuk-heading-s\">"_html << part.heading << "</h3>\n"_html;
        out << lines(part.lines);
    }
    for (const auto& definition : topic.definitions) {
        out << "<h3 class=\"govuk-heading-s\""_html;
        out.attr("id", definition.id) << ">"_html << definition.title << "</h3>\n"_html << lines(definition.lines) << "<p class=\"govuk-hint\">"_html << definition.source;
        if (!definition.edition.empty()) out << ", "_html << definition.edition;
        if (!definition.effective_from.empty()) out << "; in force since "_html << date_in_words(definition.effective_from);
        out << ".</p>\n"_html;
    }
    return out;
}

Html guide_group(const Visit& visit, const GuideGroup& group) {
    const auto today = calendar::iso_date(calendar::local_date_of(visit.world().clock.now()));
    Html out;
    out << "<h3 class=\"govuk-heading-s\""_html;
    out.attr("id", group.id) << ">"_html << group.title << "</h3>\n"_html;
    if (!group.hint.empty()) out << paragraph(group.hint);
    out << "<ul class=\"govuk-list govuk-list--bullet govuk-list--spaced\">\n"_html;
    for (const auto& entry : group.entries) out << entry_read(entry, today);
    return out << "</ul>\n"_html;
}

Html documents_beside(const Visit& visit, const GuideTopic& topic) {
    const auto today = calendar::iso_date(calendar::local_date_of(visit.world().clock.now()));
    const auto here = [&](const std::string& id) {
        const auto same = [&](const auto& each) { return each.id == id; };
        return id == topic.id || std::any_of(topic.groups.begin(), topic.groups.end(), same) || std::any_of(topic.definitions.begin(), topic.definitions.end(), same);
    };
    Html found;
    for (const auto& [id, editions] : visit.world().library.guides())
        for (const auto& other : editions.front().topics)
            for (const auto& group : other.groups)
                for (const auto& entry : group.entries)
                    if (std::any_of(entry.shown_with.begin(), entry.shown_with.end(), here)) found << entry_read(entry, today);
    Html out;
    if (found.empty()) return out;
    return out << smaller_heading("Documents to consult") << "<ul class=\"govuk-list govuk-list--bullet govuk-list--spaced\">\n"_html << found << "</ul>\n"_html;
}

}  // namespace hearken::web
