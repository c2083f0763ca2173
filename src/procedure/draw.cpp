#include "procedure/draw.hpp"

#include <algorithm>
#include <vector>

#include "procedure/describe.hpp"

namespace hearken::procedure {

namespace {

/// A DOT quoted string; `\l` ends a line to the left.
std::string quoted(const std::string& text) {
    std::string safe = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') safe += '\\';
        if (c == '\n')
            safe += "\\l";
        else
            safe += c;
    }
    return safe + "\"";
}

/// HTML-like labels allow a bold title; text in them is escaped as XML.
std::string escaped(const std::string& text) {
    std::string safe;
    for (const char c : text) {
        if (c == '&')
            safe += "&amp;";
        else if (c == '<')
            safe += "&lt;";
        else if (c == '>')
            safe += "&gt;";
        else if (c == '"')
            safe += "&quot;";
        else
            safe += c == '\n' ? ' ' : c;
    }
    return safe;
}

/// Broken into lines that fit a box.
std::vector<std::string> wrapped(const std::string& text, size_t width = 46) {
    std::vector<std::string> lines;
    std::string line, word;
    const auto flush_word = [&] {
        if (word.empty()) return;
        if (!line.empty() && line.size() + 1 + word.size() > width) lines.push_back(std::move(line)), line.clear();
        line += (line.empty() ? "" : " ") + word;
        word.clear();
    };
    for (const char c : text) {
        if (c == ' ' || c == '\n')
            flush_word();
        else
            word += c;
    }
    flush_word();
    if (!line.empty()) lines.push_back(std::move(line));
    return lines;
}

std::string row(const std::string& text, const std::string& before, const std::string& font) {
    std::string cell;
    bool first = true;
    for (const std::string& line : wrapped(text)) {
        cell += (first ? before : "   ") + escaped(line) + "<br align=\"left\"/>";
        first = false;
    }
    const std::string open = font.empty() ? "" : "<font " + font + ">", close = font.empty() ? "" : "</font>";
    return "<tr><td align=\"left\" balign=\"left\">" + open + cell + close + "</td></tr>";
}

std::string act_word(const Task& task) {
    if (task.decision) return "decision";
    if (task.meeting) return "meeting";
    if (task.exchange) return "exchange";
    if (task.plan) return "plan";
    if (!task.form.empty()) return "form";
    return "task";
}

std::string roles(const std::vector<std::string>& all) {
    std::string text;
    for (const std::string& role : all) text += (text.empty() ? "" : " or ") + role;
    std::replace(text.begin(), text.end(), '-', ' ');
    return text;
}

std::string task_line(const Task& task) {
    std::string text = task.title;
    if (!task.roles.empty())
        text += " [" + roles(task.roles) + (task.relation == "owner" ? "" : ", " + task.relation) + "]";
    if (task.urgent) text += " URGENT";
    if (task.decision && !task.decision->approved_by.empty()) text += " signed by " + roles(task.decision->approved_by);
    return text;
}

std::string task_rows(const Task& task, const Definition& definition) {
    std::string rows = row(task_line(task), (task.required && !task.repeatable ? "• " : "◦ "), "");
    for (const TimeRule& rule : task.time)
        rows += row(in_words(rule, definition), "   time: ", "point-size=\"9\" color=\"#1d70b8\"");
    for (const Gate& gate : task.needs) rows += row(gate.otherwise, "   needs: ", "point-size=\"9\" color=\"#942514\"");
    return rows;
}

std::string node(const std::string& id, const std::string& title, const std::string& rows, const std::string& colour) {
    return "    " + quoted(id) +
           " [label=<<table border=\"0\" cellborder=\"0\" cellspacing=\"2\"><tr><td align=\"left\"><b>" +
           escaped(title) + "</b></td></tr>" + rows + "</table>>, fillcolor=\"" + colour + "\"];\n";
}

std::string stage_node(const Stage& stage, const Definition& definition) {
    std::string rows;
    for (const Task& task : stage.tasks) rows += task_rows(task, definition);
    for (const Gate& gate : stage.leave_when)
        rows += row(gate.otherwise, "to leave: ", "point-size=\"9\" color=\"#942514\"");
    return node("stage " + stage.id, stage.title, rows, "#ffffff");
}

std::string edge(const std::string& from, const std::string& to, const std::string& label,
                 const std::string& style = {}) {
    std::string words;
    for (const std::string& line : wrapped(label, 30)) words += (words.empty() ? "" : "\n") + line;
    std::string text = "  " + quoted(from) + " -> " + quoted(to) + " [label=" + quoted(words);
    return text + (style.empty() ? "" : ", style=" + style) + "];\n";
}

void effect_edges(const Task& task, const std::string& from, std::string& edges) {
    const auto follow = [&](const std::vector<Effect>& effects, const std::string& label) {
        for (const Effect& effect : effects)
            if (effect.kind == Effect::Kind::EnterStage) edges += edge(from, "stage " + effect.name, label, "dashed");
    };
    follow(task.then, task.title);
    if (!task.decision) return;
    for (const DecisionOption& option : task.decision->options) follow(option.then, option.label);
}

std::string outcome_label(const std::string& id, const Definition& definition) {
    for (const Option& outcome : definition.outcomes)
        if (outcome.id == id) return outcome.label;
    return id == "ended" ? "This course ends" : id;
}

void outline_gates(const std::vector<Gate>& gates, const std::string& indent, const std::string& title,
                   const Definition& definition, std::string& text) {
    for (const Gate& gate : gates) {
        const std::string strength = gate.strength == GateStrength::Block    ? ""
                                     : gate.strength == GateStrength::AskWhy ? " (otherwise asks why)"
                                                                             : " (otherwise warns)";
        text += indent + title + in_words(gate.that, definition) + strength + ". " + gate.otherwise + "\n";
    }
}

void outline_task(const Task& task, const std::string& indent, const Definition& definition, std::string& text) {
    text += indent + "- " + task_line(task) + " (" + act_word(task) + (task.per_child ? ", for each child" : "") +
            (task.repeatable ? ", any number of times"
             : task.required ? ""
                             : ", not required") +
            ")\n";
    const std::string deeper = indent + "    ";
    if (!task.when.always()) text += deeper + "When " + in_words(task.when, definition) + ".\n";
    if (task.upon) text += deeper + "Opens when " + in_words(*task.upon, definition) + ".\n";
    for (const TimeRule& rule : task.time) text += deeper + "Time: " + in_words(rule, definition) + ".\n";
    outline_gates(task.needs, deeper, "Needs: ", definition, text);
    for (const Task::Shows& shown : task.shows) text += deeper + "Shows: " + (shown.title.empty() ? shown.linked : shown.title) + "\n";
    if (!task.decision) return;
    text += deeper + "Question: " + task.decision->question + "\n";
    for (const DecisionOption& option : task.decision->options) text += deeper + "  Option: " + option.label + "\n";
}

}  // namespace

std::string draw(const Definition& definition) {
    std::string nodes, edges;
    if (!definition.anytime.empty()) {
        std::string rows;
        for (const Task& task : definition.anytime) {
            rows += task_rows(task, definition);
            effect_edges(task, "anytime", edges);
        }
        nodes += node("anytime", "At any time", rows, "#f3f2f1");
    }
    for (const Strand& strand : definition.strands) {
        if (strand.stages.empty()) continue;
        const std::string title = (strand.title.empty() ? definition.title : strand.title) +
                                  (strand.relation == "owner" ? "" : " (" + strand.relation + ")");
        nodes += "  subgraph " + quoted("cluster " + strand.id) + " {\n    label=" + quoted(title) + ";\n";
        const std::string start = "start " + strand.id;
        nodes += "    " + quoted(start) + " [shape=circle, label=\"\", width=0.2, fillcolor=\"#0b0c0c\"];\n";
        if (strand.id == "main")
            for (const auto& instead : definition.start.instead) {
                const std::string other = "instead " + instead.open;
                nodes += "    " + quoted(other) + " [style=\"dashed\", label=" + quoted("Instead: " + instead.open) + "];\n";
                edges += edge(start, other, in_words(instead.when, definition), "dashed");
            }
        edges +=
            edge(start, "stage " + strand.stages.front().id,
                 strand.id == "main" || strand.starts_when.never() ? "" : in_words(strand.starts_when, definition));
        for (const Stage& stage : strand.stages) {
            nodes += stage_node(stage, definition);
            for (const Stage::Next& next : stage.next)
                edges += edge("stage " + stage.id, "stage " + next.to, in_words(next.when, definition));
            for (const Task& task : stage.tasks) effect_edges(task, "stage " + stage.id, edges);
            if (stage.ends.empty()) continue;
            const std::string end = "end " + strand.id + " " + stage.ends;
            nodes += "    " + quoted(end) + " [peripheries=2, label=" + quoted(outcome_label(stage.ends, definition)) +
                     "];\n";
            edges += edge("stage " + stage.id, end, "");
        }
        nodes += "  }\n";
    }
    return "digraph " + quoted(definition.id) +
           " {\n  graph [rankdir=TB, fontname=\"Arial\", tooltip=" + quoted(definition.title) +
           "];\n  node [shape=box, style=\"rounded,filled\", fillcolor=\"#ffffff\", fontname=\"Arial\", fontsize=11];\n"
           "  edge [fontname=\"Arial\", fontsize=9];\n" +
           nodes + edges + "}\n";
}

std::string outline(const Definition& definition) {
    std::string text = definition.title + " (" + definition.id + ", version " + definition.version + ")\n";
    if (!definition.start.roles.empty()) text += "Opened by " + roles(definition.start.roles) + ".\n";
    for (const auto& instead : definition.start.instead)
        text += "Instead " + instead.open + " opens for those of whom " + in_words(instead.when, definition) + ". " + instead.says + "\n";
    for (const TimeRule& rule : definition.start.time) text += "Time: " + in_words(rule, definition) + ".\n";
    for (const Strand& strand : definition.strands) {
        if (definition.strands.size() > 1) {
            text += "Strand: " + (strand.title.empty() ? strand.id : strand.title) + " [" + strand.relation + "]";
            if (strand.id != "main" && !strand.starts_when.never())
                text += ", begins when " + in_words(strand.starts_when, definition);
            text += "\n";
        }
        for (const Stage& stage : strand.stages) {
            text += "  Stage: " + stage.title + "\n";
            for (const Task& task : stage.tasks) outline_task(task, "    ", definition, text);
            outline_gates(stage.leave_when, "    ", "To leave: ", definition, text);
            for (const Stage::Next& next : stage.next) {
                const Stage* to = definition.stage(next.to);
                text += "    Then: " + (to ? to->title : next.to) +
                        (next.when.always() ? "" : ", when " + in_words(next.when, definition)) + "\n";
            }
            if (!stage.ends.empty()) text += "    Ends: " + outcome_label(stage.ends, definition) + "\n";
        }
    }
    if (!definition.anytime.empty()) text += "At any time\n";
    for (const Task& task : definition.anytime) outline_task(task, "  ", definition, text);
    for (const TimeRule& rule : definition.keep) text += "Retention: " + in_words(rule, definition) + ".\n";
    return text;
}

}  // namespace hearken::procedure
