#include "procedure/keywords.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>

namespace hearken::procedure {

// clang-format off
const std::vector<Noun>& language() {
    static const std::vector<Noun> nouns = {
        {"definition", "Definition", {"procedure", "overlay", "component", "version", "title", "summary", "manual", "area", "status", "subjects", "owner-kinds",
            "relations", "involvements", "aspects", "start", "forms", "stages", "strands", "anytime", "notices", "prohibitions", "flags", "versions", "milestones", "child-ends", "settings",
            "keep", "outcomes", "includes", "carries"}},
        {"overlay", "Overlays", {"joins", "adds-fields", "adds-tasks", "adds-gates", "adds-invitees"}},
        {"status", "Definition", {"local", "national", "under-review", "stub"}, true},
        {"subjects", "Subjects", {"kind", "at-least", "at-most", "unborn", "parts"}},
        {"subject kind", "Subjects", {"child", "adult", "place", "group", "organisation"}, true},
        {"start", "Start", {"role", "roles", "form", "relation", "urgent", "record-only", "due", "urgency", "before", "upon-news", "every", "while", "cover", "keep",
            "prompts", "guidance", "then", "instead", "owner-from", "gathers-until", "carries"}},
        {"instead", "Instead", {"when", "open", "carry", "says", "carries"}},
        {"form", "Form", {"id", "title", "hint", "per", "fields", "layout", "readers", "locks-on-signature", "carries"}},
        {"per", "Form", {"child"}, true},
        {"field", "Field", {"id", "label", "hint", "type", "required", "required-when", "when", "not-known", "not-known-label", "reason-if-not-known", "options",
            "code-list", "fields", "of-kind", "working-day", "happened", "max-length", "readers", "hidden-from", "unmask-when", "rows", "computed-from", "carries"}},
        {"rows", "Field", {"household-children", "named-organisations"}, true},
        {"field type", "Field", {"text", "long-text", "yes-no", "yes-no-not-known", "choice", "choices", "date", "approximate-date", "date-time", "number", "person",
            "people", "organisation", "address", "file", "body-map", "quotation", "signature", "group", "computed"}, true},
        {"field required", "Field", {"no", "yes", "to-close"}, true},
        {"option", "Option", {"id", "label", "hint", "exclusive", "asks", "more", "definition"}},
        {"asks", "Option", {"text"}, true},
        {"layout", "Layout", {"style", "sections", "check-answers"}},
        {"layout style", "Layout", {"one-page", "quick", "sections"}, true},
        {"section", "Section", {"id", "title", "hint", "fields", "when"}},
        {"strand", "Strand", {"id", "title", "relation", "starts-when", "case-waits", "stages"}},
        {"stage", "Stage", {"id", "title", "tasks", "gate", "next", "ends", "carries"}},
        {"stage gate", "Stage gate", {"leave-when"}},
        {"next", "Next", {"to", "when"}},
        {"task", "Task", {"id", "title", "hint", "role", "roles", "relation", "assign", "per", "required", "repeatable", "continues", "urgent", "final", "when", "upon", "form",
            "form-fields", "decision", "meeting", "exchange", "plan", "due", "urgency", "before", "upon-news", "every", "while", "cover", "keep", "needs", "blocks",
            "then", "tells", "prompts", "guidance", "shows", "carries"}},
        {"shows", "Shows", {"linked", "version", "title", "not-moved-since"}},
        {"assign", "Task", {"tray", "allocated", "initiator", "named"}, true},
        {"decision", "Decision", {"question", "criteria", "options", "reason-codes", "approved-by", "not-self", "approve-after-emergency", "agree", "advice-from",
            "others-decide", "by-meeting", "review-after", "table"}},
        {"decision option", "Decision option", {"id", "label", "hint", "needs-reason", "needs-approval", "when", "then", "carries"}},
        {"table row", "Table row", {"when", "suggests", "why"}},
        {"meeting", "Meeting", {"convened-by", "chair", "quorum", "quorum-setting", "quorum-counts-agencies", "invite", "agenda", "minutes-within", "minutes-approved-by-all", "series",
            "confidential-parts"}},
        {"invitee", "Invitee", {"who", "required", "may-send-information", "when"}},
        {"agenda item", "Agenda item", {"id", "title", "must-be-minuted"}},
        {"exchange", "Exchange", {"body", "answer-within", "chase-after", "partial-answers"}},
        {"plan", "Plan", {"outcomes-prompt", "review-every", "contingency"}},
        {"due", "`due`", {"id", "within", "setting", "of", "when", "strength", "status", "earlier-of", "later-of", "extension", "outside", "alerts", "source"}},
        {"strength", "`due`", {"must", "statutory", "target", "guide"}, true},
        {"due status", "`due`", {"local", "national"}, true},
        {"urgency", "`urgency`", {"id", "class", "of", "when", "outside", "alerts", "source"}},
        {"urgency class", "`urgency`", {"now", "today", "soon"}, true},
        {"before", "`before`", {"id", "event", "lead", "setting", "strength", "outside", "alerts", "source"}},
        {"upon-news", "`upon-news`", {"id", "event", "asks", "outside", "alerts", "source"}},
        {"every", "`every`", {"id", "period", "setting", "from", "of", "phases", "sets-next", "strength", "outside", "alerts", "source"}},
        {"every from", "`every`", {"completion", "schedule"}, true},
        {"while", "`while`", {"id", "state", "otherwise", "alerts", "source"}},
        {"cover", "`cover`", {"id", "service", "otherwise", "alerts", "source"}},
        {"keep", "`keep`", {"id", "for", "setting", "from", "earlier-of", "later-of", "then", "source"}},
        {"keep then", "`keep`", {"review", "dispose"}, true},
        {"limb", "Limb", {"within", "of"}},
        {"keep limb", "Limb", {"for", "from"}},
        {"phase", "Phase", {"period", "until"}},
        {"extension", "Extension", {"approved-by", "reasons"}},
        {"reasons", "Extension", {"required"}, true},
        {"anchor", "Anchors", {"opened", "received", "joined", "entered", "done", "decided", "approved", "answer", "held", "sent", "answered", "task opened", "flag",
            "set outside", "closed", "birth", "fact"}, true},
        {"gate", "Gate", {"id", "that", "otherwise", "strength", "bypass", "unless", "carries"}},
        {"gate strength", "Gate", {"block", "ask-why", "warn"}, true},
        {"bypass", "Bypass", {"by", "reasons"}},
        {"effect", "Effect", {"open", "enter", "start", "close", "end-child", "set", "flag", "end-flag", "prohibit", "lift", "responsible", "involve", "chronology",
            "tell", "reopen", "share", "how", "carry", "as", "shares", "basis", "what", "for-each", "to", "at", "from", "significant", "with", "when"}},
        {"how", "Effect", {"must", "offer"}, true},
        {"condition", "Condition", {"always", "all", "any", "not", "answer", "done", "decided", "approved", "exists", "fact", "age", "setting", "entered", "left",
            "responsible", "linked", "elsewhere", "children", "held", "quorate", "answered", "sent", "prohibited", "flag", "elapsed", "is", "in", "not-known", "at-least", "at-most", "under",
            "state", "period"}},
        {"exists", "Condition", {"chronology-entry", "note", "disclosure", "minutes", "file"}, true},
        {"linked state", "Condition", {"open", "closed", "any"}, true},
        {"children", "Condition", {"ended"}, true},
        {"prompt", "Prompt", {"id", "text", "kind", "when", "carries"}},
        {"prompt kind", "Prompt", {"shown", "attested"}, true},
        {"guidance", "Guidance", {"page", "when", "carries"}},
        {"guidance page", "Guidance page", {"title", "carries", "checked-on"}},
        {"carries", "Carries", {"enforced", "timed", "recorded", "attested", "shown"}},
        {"notice", "Notice", {"id", "text", "to", "upon", "when", "version", "needs-receipt", "escalate-after", "escalate-after-setting", "escalate-to", "silenced-by-prohibitions", "carries"}},
        {"prohibition", "Prohibition", {"id", "title", "says", "forbids", "reach", "set-by", "lifted-by", "review-after", "carries"}},
        {"reach", "Prohibition", {"person", "household", "family"}, true},
        {"flag", "Flag", {"id", "title", "readers", "review-after", "expires-after", "watches", "carries"}},
        {"version", "Version", {"id", "title", "form", "fields", "for-involvement", "plain-text", "carries"}},
        {"child ends", "Child ends", {"outcome", "when", "then", "carries"}},
        {"milestone", "Milestone", {"id", "title", "for", "of", "next"}},
        {"setting", "Setting", {"id", "title", "value", "set-by", "verified", "source", "changeable-by"}},
        {"set-by", "Setting", {"manual", "statute", "authority", "house"}, true},
        {"include", "Include", {"component", "as", "with"}},
        {"joins", "Joins", {"procedures", "when"}},
        {"added fields", "Added fields", {"form", "section", "title", "when", "fields"}},
        {"vocabulary", "Vocabulary", {"vocabulary", "roles", "organisation-kinds", "facts", "forbidden-acts", "code-lists", "services"}},
        {"role", "Role", {"id", "title", "at", "may-act-as", "reads-children", "records-only", "reads", "searches-index", "areas", "administers"}},
        {"reads", "Role", {"none", "own-recording", "involved", "team", "organisation"}, true},
        {"organisation kind", "Organisation kind", {"id", "title"}},
        {"fact", "Fact", {"id", "title", "values"}},
        {"forbidden act", "Forbidden act", {"id", "title"}},
        {"code list", "Code list", {"id", "options"}},
        {"service", "Service", {"id", "hours"}},
        {"carried in code", "Carried in code", {"carried-in-code"}},
        {"code rule", "Carried in code", {"id", "where", "carries"}},
        {"guide", "Guide", {"guide", "edition", "effective-from", "title", "summary", "source", "public", "notes", "code-list", "topics", "carries"}},
        {"guide topic", "Topic", {"id", "title", "summary", "says", "notes", "definitions", "groups", "carries"}},
        {"guide part", "Topic", {"heading", "lines"}},
        {"guide definition", "Definition of a word", {"id", "title", "lines", "source", "edition", "effective-from", "carries"}},
        {"guide group", "Group of a guide", {"id", "title", "hint", "asks", "entries", "carries"}},
        {"guide entry", "Entry of a guide", {"id", "label", "more", "ages", "link", "published", "review-by", "shown-with", "step", "carries"}},
        {"guide step", "Step", {"text", "urgent", "opens", "task"}},
    };
    return nouns;
}
// clang-format on

const Noun& noun(std::string_view name) {
    const auto& nouns = language();
    const auto found = std::find_if(nouns.begin(), nouns.end(), [&](const Noun& each) { return each.name == name; });
    if (found == nouns.end()) std::abort();  // the loader asks for a noun that the table does not have: our bug
    return *found;
}

namespace {

/// Levenshtein distance, on bytes: ids and keywords are ASCII.
size_t distance(const std::string& a, const std::string& b) {
    std::vector<size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), size_t{0});
    for (size_t i = 1; i <= a.size(); ++i) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b.size(); ++j) {
            const size_t above = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row.back();
}

}  // namespace

std::string nearest(const std::string& written, const std::vector<std::string>& words) {
    if (written.empty() || written.size() > 80) return {};
    std::string best;
    size_t best_distance = std::max<size_t>(2, written.size() / 3) + 1;
    for (const std::string& word : words) {
        const bool part = written.size() >= 4 && word.size() >= 4 &&
                          (word.find(written) != std::string::npos || written.find(word) != std::string::npos);
        const size_t away = part ? 1 : distance(written, word);
        if (away < best_distance && away < word.size()) best = word, best_distance = away;
    }
    return best;
}

std::string did_you_mean(const std::string& written, const std::vector<std::string>& words) {
    const std::string near = nearest(written, words);
    return near.empty() ? "" : "; did you mean `" + near + "`?";
}

std::string id_from_label(const std::string& label) {
    std::string id;
    bool gap = false;
    for (const unsigned char c : label) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
        if (letter) {
            if (gap && !id.empty()) id += '-';
            gap = false;
            id += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : static_cast<char>(c);
        } else if (c != '\'' && c < 0x80) {
            gap = true;  // an apostrophe of either kind is left out instead
        }
    }
    return id;
}

bool is_id(const std::string& text) {
    if (text.empty() || text.size() > 120 || text.front() == '-' || text.back() == '-') return false;
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '-' ? text[i - 1] == '-' : !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) return false;
    }
    return true;
}

}  // namespace hearken::procedure
