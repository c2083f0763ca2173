#include "web/pages/printed.hpp"

#include "calendar/moment_text.hpp"
#include "web/pages/small_form.hpp"

namespace hearken::web {

using casework::DocumentForSomebody;

namespace {

constexpr Literal kStyle = R"css(
@page { size: A4; margin: 24mm 16mm 26mm; @top-left { content: element(running-title); width: 60%; vertical-align: bottom; padding-bottom: 4mm }
  @top-right { content: "OFFICIAL-SENSITIVE"; font: bold 9pt "DejaVu Sans", sans-serif; vertical-align: bottom; padding-bottom: 4mm }
  @bottom-left { content: element(made-for); width: 78%; vertical-align: top; padding-top: 4mm; border-top: 0.5pt solid #505a5f }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 9pt "DejaVu Sans", sans-serif; vertical-align: top; padding-top: 4mm; border-top: 0.5pt solid #505a5f } }
body { font: 10.5pt/1.4 "Noto Sans", "DejaVu Sans", "Droid Sans Fallback", Symbola, sans-serif; color: #0b0c0c; overflow-wrap: anywhere }
.running-title { position: running(running-title); font: 9pt "Noto Sans", "DejaVu Sans", sans-serif }
.made-for { position: running(made-for); font: 9pt/1.3 "Noto Sans", "DejaVu Sans", "Droid Sans Fallback", sans-serif }
h1 { font-size: 20pt; line-height: 1.15; margin: 0 0 4mm } h2 { font-size: 14pt; margin: 7mm 0 2mm; break-after: avoid }
table { width: 100%; border-collapse: collapse; margin: 0 0 5mm } th, td { text-align: left; vertical-align: top; padding: 1.6mm 3mm 1.6mm 0; border-bottom: 0.5pt solid #b1b4b6 }
thead { display: table-header-group } tr { break-inside: auto } th { font-weight: bold } .facts th { width: 32% } .chronology td:first-child { width: 21% } .chronology td:last-child { width: 25% }
p { margin: 0 0 2mm; white-space: pre-wrap } .small { font-size: 9pt; color: #383f43 }
)css"_html;

/// As typed, in whichever direction it is written.
Html words(std::string_view text) {
    Html out;
    return out << "<p dir=\"auto\">"_html << text << "</p>\n"_html;
}

void row(Html& out, std::string_view head, const Html& cell) { out << "<tr><th scope=\"row\">"_html << head << "</th><td>"_html << cell << "</td></tr>\n"_html; }

std::string made_for_words(const DocumentForSomebody& d) {
    return "Made for " + d.made_for.name + (d.made_for.organisation.empty() ? "" : ", " + d.made_for.organisation) + " on " + calendar::moment_text(d.made_at) + " by " + d.made_by + ".";
}

Html cell_of(const casework::AnswerView& answer) {
    Html out;
    for (const auto& line : answer.lines) out << words(line);
    for (const auto& columns : answer.rows) {
        std::string all;
        for (const auto& [column, value] : columns)
            if (!value.empty()) all += (all.empty() ? "" : "; ") + column + ": " + value;
        out << words(all);
    }
    for (const auto& [id, name] : answer.files) out << words("File: " + name);
    return out;
}

Html answers_table(const std::vector<casework::AnswerView>& answers) {
    Html out;
    if (answers.empty()) return out;
    out << "<table class=\"facts\"><tbody>\n"_html;
    for (const auto& answer : answers) row(out, answer.label, cell_of(answer));
    return out << "</tbody></table>\n"_html;
}

Html facts_of(const DocumentForSomebody& d) {
    Html out;
    out << "<table class=\"facts\"><tbody>\n"_html;
    const auto fact = [&](const char* label, const std::string& text) {
        if (!text.empty()) row(out, label, words(text));
    };
    std::string about;
    for (const auto& name : d.about) about += (about.empty() ? "" : ", ") + name;
    fact("About", about);
    fact("Made for", d.made_for.name + (d.made_for.organisation.empty() ? "" : ", " + d.made_for.organisation));
    fact("What for", d.made_for.purpose);
    fact("Made by", d.made_by + ", " + calendar::moment_text(d.made_at));
    if (!d.reference.empty()) fact("Reference", d.reference + ", version " + d.version + ", revision " + std::to_string(d.revision));
    if (d.withheld > 0) fact("Left out", std::to_string(d.withheld) + (d.withheld == 1 ? " part was" : " parts were") + " left out because whoever this is made for may not be told.");
    return out << "</tbody></table>\n"_html;
}

Html entries_table(const DocumentForSomebody& d) {
    Html out;
    out << "<table class=\"chronology\"><thead><tr><th scope=\"col\">When it happened</th><th scope=\"col\">What happened, and what it meant for the child</th>"
           "<th scope=\"col\">Agency and source</th></tr></thead><tbody>\n"_html;
    for (const auto& entry : d.entries) {
        out << "<tr><td>"_html << words(entry.when.empty() ? calendar::moment_text(entry.occurred_at) : entry.when);
        if (d.about.size() > 1 && !entry.about.empty()) out << words(entry.about);
        out << "</td><td>"_html;
        if (entry.significant) out << "<p><strong>Significant</strong></p>\n"_html;
        out << words(entry.text.empty() ? entry.kind : entry.text);
        for (const auto& correction : entry.corrections) out << words("Corrected: " + correction);
        for (const auto& [impact, by] : entry.impacts) out << words("Impact on the child: " + impact + (by.empty() ? "" : " (" + by + ")"));
        out << "</td><td>"_html << words(entry.organisation);
        if (!entry.source.empty()) out << words("Source: " + entry.source);
        out << "<p class=\"small\">Recorded "_html << calendar::moment_text(entry.recorded_at) << " by "_html << entry.by << "</p></td></tr>\n"_html;
    }
    return out << "</tbody></table>\n"_html;
}

}  // namespace

Html printed_body(const DocumentForSomebody& d) {
    Html out = facts_of(d);
    for (const auto& text : d.paragraphs) out << words(text);
    out << answers_table(d.answers);
    for (const auto& part : d.parts) {
        out << "<h2>"_html << part.title << "</h2>\n"_html;
        if (!part.caption.empty()) out << "<p class=\"small\">"_html << part.caption << "</p>\n"_html;
        out << answers_table(part.answers);
        if (part.lines.empty()) continue;
        out << "<table class=\"facts\"><tbody>\n"_html;
        for (const auto& [head, text] : part.lines) row(out, head, words(text));
        out << "</tbody></table>\n"_html;
    }
    if (!d.entries.empty()) {
        if (!d.parts.empty()) out << "<h2>Everything that happened</h2>\n"_html;
        out << entries_table(d);
    }
    if (d.paragraphs.empty() && d.answers.empty() && d.parts.empty() && d.entries.empty()) out << words("Nothing that this reader may see has been recorded yet.");
    return out;
}

std::string printed_page(const DocumentForSomebody& d) {
    Html out;
    // The title goes into the file's own description, which anybody may read: never a name.
    out << "<!doctype html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>"_html << (d.parts.empty() ? d.title : std::string("Record")) << "</title><style>"_html << kStyle
        << "</style></head><body>\n<div class=\"running-title\">"_html << d.title << "</div>\n<div class=\"made-for\" dir=\"auto\">"_html << made_for_words(d) << "</div>\n<h1>"_html << d.title
        << "</h1>\n"_html << printed_body(d) << "</body></html>\n"_html;
    return std::move(out).str();
}

Html recipient_fields(const Fields& typed, const Refusal* refused) {
    SmallForm form(typed, refused);
    form.text("made-for", "For whom is it made?", "Their name or post. It stands on every page.").text("made-for-organisation", "Their organisation (if they have one)")
        .area("purpose", "What do they need it for?", "This is kept in the disclosure log.", 3);
    return form.html();
}

casework::Recipient recipient_typed(const Fields& typed) {
    return {std::string(typed.get("made-for")), std::string(typed.get("made-for-organisation")), std::string(typed.get("purpose"))};
}

}  // namespace hearken::web
