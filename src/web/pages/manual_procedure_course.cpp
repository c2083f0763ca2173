// The course of a procedure in words: strands, stages, and the tasks of each with who does them, by when, what must
// come first, and what may be decided.
#include "procedure/describe.hpp"
#include "web/components/accordion.hpp"
#include "web/components/summary_list.hpp"
#include "web/components/tag.hpp"
#include "web/pages/manual_pages.hpp"
#include "web/pages/page_parts.hpp"

namespace hearken::web {

namespace {

using procedure::Definition;
using procedure::Gate;
using procedure::GateStrength;
using procedure::Library;
using procedure::Task;
using procedure::TimeRule;

std::string capitalised(std::string words) {
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

std::string sources_of(const std::vector<std::string>& source) {
    std::string words;
    for (const auto& id : source) words += (words.empty() ? "" : ", ") + id;
    return words;
}

Html clock(const TimeRule& rule, const Definition& definition) {
    Html out;
    out << capitalised(procedure::in_words(rule, definition));
    if (rule.status == "local") out << " "_html << tag({.content = "Local figure", .classes = "govuk-tag--grey"});
    if (!rule.source.empty()) out << "<br>\n<span class=\"govuk-hint\">Source: "_html << sources_of(rule.source) << "</span>"_html;
    return out;
}

Html list_of(const std::vector<Html>& items) {
    Html out;
    out << "<ul class=\"govuk-list\">\n"_html;
    for (const auto& item : items) out << "<li>"_html << item << "</li>\n"_html;
    return out << "</ul>\n"_html;
}

Html gate(const Gate& gate, const Definition& definition) {
    Html out;
    out << capitalised(procedure::in_words(gate.that, definition)) << ". "_html;
    if (gate.strength == GateStrength::AskWhy) out << "Without it, a reason is asked. "_html;
    if (gate.strength == GateStrength::Warn) out << "Without it, a warning is shown. "_html;
    if (!gate.otherwise.empty()) out << "<br>\n<span class=\"govuk-hint\">“"_html << gate.otherwise << "”</span>"_html;
    return out;
}

Html decision(const procedure::Decision& decision, const procedure::Vocabulary& vocabulary) {
    Html out;
    out << "<p class=\"govuk-body\">"_html << decision.question << "</p>\n<ul class=\"govuk-list govuk-list--bullet\">\n"_html;
    for (const auto& option : decision.options) {
        out << "<li>"_html << option.label;
        if (!option.hint.empty()) out << " <span class=\"govuk-hint\">"_html << option.hint << "</span>"_html;
        out << "</li>\n"_html;
    }
    out << "</ul>\n"_html;
    if (!decision.approved_by.empty())
        out << "<p class=\"govuk-body\">Signed by: "_html << role_titles(decision.approved_by, vocabulary) << (decision.not_self ? ", never by whoever decided" : "") << ".</p>\n"_html;
    return out;
}

SummaryRow row(const char* key, const Content& value) { return {.key = {.content = key}, .value = {.content = value}}; }

std::string who(const Task& task, const procedure::Vocabulary& vocabulary) {
    std::string words = task.roles.empty() ? "Nobody in particular" : role_titles(task.roles, vocabulary);
    if (task.relation != "owner") words += " (" + words_of_id(task.relation) + ")";
    return words;
}

std::string kind_of(const Task& task) {
    std::string words;
    const auto add = [&](const char* part) { words += (words.empty() ? "" : "; ") + std::string(part); };
    if (task.per_child) add("for each child");
    if (task.repeatable) add("any number of times");
    else if (!task.required) add("not always needed");
    if (task.urgent) add("urgent: nothing may hold it up");
    if (task.final_act) add("cannot be undone");
    return capitalised(words);
}

Html task_card(const Task& task, const Definition& definition, const Library& library) {
    SummaryList list;
    list.card = SummaryCard{.title = {.content = task.title, .heading_level = 4}};
    if (!task.hint.empty()) list.rows.push_back(row("What it is", task.hint));
    list.rows.push_back(row("Who", who(task, library.vocabulary())));
    if (const auto words = kind_of(task); !words.empty()) list.rows.push_back(row("How", words));
    if (!task.when.always()) list.rows.push_back(row("Only when", capitalised(procedure::in_words(task.when, definition))));
    if (task.upon) list.rows.push_back(row("Opens when", capitalised(procedure::in_words(*task.upon, definition))));
    std::vector<Html> clocks, gates, pages;
    for (const auto& rule : task.time) clocks.push_back(clock(rule, definition));
    for (const auto& need : task.needs) gates.push_back(gate(need, definition));
    for (const auto& guidance : task.guidance)
        if (const auto page = library.guidance().find(guidance.page); page != library.guidance().end()) pages.push_back(link_to("/guidance/" + page->first, page->second.title));
    if (!clocks.empty()) list.rows.push_back(row("By when", list_of(clocks)));
    if (!gates.empty()) list.rows.push_back(row("First", list_of(gates)));
    if (const auto* form = definition.form(task.form)) list.rows.push_back(row("Form", link_to("#form-" + form->id, form->title)));
    if (task.decision) list.rows.push_back(row("Decision", decision(*task.decision, library.vocabulary())));
    if (task.exchange) list.rows.push_back(row("Asks", task.exchange->body));
    if (!pages.empty()) list.rows.push_back(row("Guidance", list_of(pages)));
    return summary_list(list);
}

Html stage_words(const procedure::Stage& stage, const Definition& definition, const Library& library) {
    Html out;
    for (const auto& task : stage.tasks) out << task_card(task, definition, library) << "\n"_html;
    if (stage.tasks.empty()) out << paragraph("Nothing is done in this stage itself.");
    if (!stage.leave_when.empty()) {
        std::vector<Html> gates;
        for (const auto& need : stage.leave_when) gates.push_back(gate(need, definition));
        out << "<h4 class=\"govuk-heading-s\">Left when</h4>\n"_html << list_of(gates);
    }
    std::vector<Html> next;
    for (const auto& way : stage.next) {
        const auto* to = definition.stage(way.to);
        Html words;
        words << (to ? to->title : words_of_id(way.to));
        if (!way.when.always()) words << ", when "_html << procedure::in_words(way.when, definition);
        next.push_back(std::move(words));
    }
    if (!next.empty()) out << "<h4 class=\"govuk-heading-s\">Then</h4>\n"_html << list_of(next);
    for (const auto& outcome : definition.outcomes)
        if (outcome.id == stage.ends) out << paragraph("Ends as: " + outcome.label);
    return out;
}

}  // namespace

Html procedure_course(const Definition& definition, const Library& library) {
    Html out;
    out << smaller_heading("Stages, in words", "stages");
    for (const auto& strand : definition.strands) {
        if (definition.strands.size() > 1 || strand.id != "main") {
            out << "<h3 class=\"govuk-heading-s\">"_html << (strand.title.empty() ? definition.title : strand.title) << "</h3>\n"_html;
            if (!strand.starts_when.always() && !strand.starts_when.never()) out << paragraph("Begins when " + procedure::in_words(strand.starts_when, definition) + ".");
        }
        Accordion stages;
        stages.id = "stages-" + definition.id + "-" + strand.id;
        stages.heading_level = 3;
        for (const auto& stage : strand.stages) {
            const auto tasks = stage.tasks.size();
            stages.items.push_back({.heading = stage.title, .summary = std::to_string(tasks) + (tasks == 1 ? " task" : " tasks"), .content = stage_words(stage, definition, library)});
        }
        out << accordion(stages) << "\n"_html;
    }
    if (!definition.anytime.empty()) {
        Html tasks;
        for (const auto& task : definition.anytime) tasks << task_card(task, definition, library) << "\n"_html;
        Accordion anytime;
        anytime.id = "anytime-" + definition.id;
        anytime.heading_level = 3;
        anytime.items.push_back({.heading = "At any time", .summary = "What may be done in every stage", .content = tasks});
        out << accordion(anytime) << "\n"_html;
    }
    return out;
}

}  // namespace hearken::web
