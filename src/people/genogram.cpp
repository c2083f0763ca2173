#include "people/genogram.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace hearken::people {

namespace {

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n' || c == '\r') out += ' ';
        else if (static_cast<unsigned char>(c) >= 0x20) out += c;
    }
    return out + "\"";
}

/// Broken after about so many letters, so that a sign stays small; "\n" as Graphviz reads it.
std::string broken(const std::string& words, size_t width = 14) {
    std::string out, line;
    size_t start = 0;
    while (start < words.size()) {
        auto end = words.find(' ', start);
        if (end == std::string::npos) end = words.size();
        const std::string word = words.substr(start, end - start);
        if (!line.empty() && line.size() + word.size() + 1 > width) {
            out += line + "\n";
            line.clear();
        }
        line += (line.empty() ? "" : " ") + word;
        start = end + 1;
    }
    return out + line;
}

/// A label: its own line ends kept as Graphviz' "\n", everything else escaped.
std::string label(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '\n') out += "\\n";
        else if (c == '"' || c == '\\') (out += '\\') += c;
        else if (static_cast<unsigned char>(c) >= 0x20) out += c;
    }
    return out + "\"";
}

const char* shape_of(const GenogramPerson& person) {
    if (person.unborn) return "triangle";
    if (person.sex == Sex::Female) return "circle";
    return person.sex == Sex::Male ? "square" : "diamond";
}

bool has_ended(const Relationship& r, Date today) { return r.kind == RelationshipKind::FormerPartner || (r.period.until && *r.period.until < today); }
bool is_couple(RelationshipKind kind) { return kind == RelationshipKind::Partner || kind == RelationshipKind::FormerPartner; }
bool looks_after(RelationshipKind kind) {
    return kind == RelationshipKind::StepParent || kind == RelationshipKind::FosterCarer || kind == RelationshipKind::SpecialGuardian || kind == RelationshipKind::Carer;
}

using Pair = std::pair<PersonId, PersonId>;
Pair ordered(const PersonId& a, const PersonId& b) { return a < b ? Pair{a, b} : Pair{b, a}; }

/// The relationships as a family tree needs them, each once and the right way round.
struct Family {
    std::map<PersonId, std::set<PersonId>> parents_of;
    std::vector<Relationship> caring;      ///< person looks after `of`
    std::map<Pair, bool> couples;          ///< whether it has ended
    std::vector<Relationship> others;      ///< siblings and wider family, each pair once
};

Family family_of(const Genogram& genogram) {
    std::set<PersonId> drawn;
    for (const auto& person : genogram.people) drawn.insert(person.id);
    Family family;
    std::set<std::pair<Pair, bool>> seen;
    std::vector<Relationship> rest;
    for (auto r : genogram.relationships) {
        if (!drawn.contains(r.person) || !drawn.contains(r.of) || r.person == r.of) continue;
        if (is_parent(inverse(r.kind)) || looks_after(inverse(r.kind))) r = {r.of, inverse(r.kind), r.person, r.period, r.note};
        if (is_parent(r.kind)) family.parents_of[r.of].insert(r.person);
        else if (looks_after(r.kind)) family.caring.push_back(r);
        else if (is_couple(r.kind)) {
            const auto [at, added] = family.couples.emplace(ordered(r.person, r.of), has_ended(r, genogram.today));
            if (!added) at->second = at->second && has_ended(r, genogram.today);
        } else rest.push_back(r);
    }
    for (const auto& r : rest) {
        // Brothers and sisters who share a parent in the drawing hang from it already.
        const auto &one = family.parents_of[r.person], &other = family.parents_of[r.of];
        const bool shown = is_sibling(r.kind) && std::any_of(one.begin(), one.end(), [&](const auto& parent) { return other.contains(parent); });
        if (!shown && seen.emplace(ordered(r.person, r.of), is_sibling(r.kind)).second) family.others.push_back(r);
    }
    return family;
}

class Drawing {
public:
    explicit Drawing(const Genogram& genogram) : genogram_(genogram), family_(family_of(genogram)) {
        for (size_t i = 0; i < genogram.people.size(); ++i) node_.emplace(genogram.people[i].id, "p" + std::to_string(i));
    }

    std::string source() {
        out_ = "digraph genogram {\n  graph [bgcolor=transparent, rankdir=TB, newrank=true, nodesep=0.5, ranksep=0.6, fontname=\"Arial\", fontsize=11];\n"
               "  node [fontname=\"Arial\", fontsize=11, margin=0.06, color=\"#0b0c0c\"];\n  edge [arrowhead=none, fontname=\"Arial\", fontsize=10, color=\"#505a5f\"];\n";
        for (const auto& person : genogram_.people) add_person(person);
        for (size_t i = 0; i < genogram_.households.size(); ++i) add_household(i);
        for (const auto& [child, parents] : family_.parents_of) {
            if (parents.empty()) continue;
            const auto from = parents.size() == 1 ? node_.at(*parents.begin()) : couple(parents);
            out_ += "  " + from + " -> " + node_.at(child) + ";\n";
        }
        for (const auto& [pair, ended] : family_.couples) couple({pair.first, pair.second});
        for (const auto& r : family_.caring)
            out_ += "  " + node_.at(r.person) + " -> " + node_.at(r.of) + " [style=dotted, label=" + quoted(label_of(r.kind)) + "];\n";
        for (const auto& r : family_.others)
            out_ += "  " + node_.at(r.person) + " -> " + node_.at(r.of) + " [style=dotted, constraint=" + (is_sibling(r.kind) ? "false" : "true") + ", label=" + quoted(label_of(r.kind)) + "];\n";
        return out_ + "}\n";
    }

private:
    void add_person(const GenogramPerson& person) {
        std::string words = person.died ? "✕\n" : "";
        words += broken(person.name);
        if (!person.about.empty()) words += "\n" + broken(person.about, 18);
        out_ += "  " + node_.at(person.id) + " [shape=" + shape_of(person) + ", label=" + label(words) + (person.is_the_child ? ", peripheries=2, penwidth=2" : "") + "];\n";
    }

    /// Graphviz draws somebody inside one outline; who lives in two households is told of in words.
    void add_household(size_t number) {
        std::string members;
        for (const auto& member : genogram_.households[number].members)
            if (const auto node = node_.find(member); node != node_.end() && housed_.insert(member).second) members += " " + node->second + ";";
        if (members.empty()) return;
        out_ += "  subgraph cluster_" + std::to_string(number) + " { label=" + quoted(genogram_.households[number].name) + "; style=\"dashed,rounded\"; color=\"#1d70b8\"; fontcolor=\"#1d70b8\";" +
                members + " }\n";
    }

    /// The point between parents, made when first asked for.
    std::string couple(const std::set<PersonId>& people) {
        const auto found = couples_.find(people);
        if (found != couples_.end()) return found->second;
        const std::string point = "c" + std::to_string(couples_.size());
        couples_[people] = point;
        out_ += "  " + point + " [shape=point, width=0.06];\n  { rank=same; " + point + ";";
        for (const auto& person : people) out_ += " " + node_.at(person) + ";";
        out_ += " }\n";
        bool ended = false;
        if (people.size() == 2)
            if (const auto known = family_.couples.find(ordered(*people.begin(), *people.rbegin())); known != family_.couples.end()) ended = known->second;
        const char* style = ended ? " [style=dashed]" : "";
        bool first = true;
        for (const auto& person : people) {
            out_ += first ? "  " + node_.at(person) + " -> " + point + style + ";\n" : "  " + point + " -> " + node_.at(person) + style + ";\n";
            first = false;
        }
        return point;
    }

    const Genogram& genogram_;
    Family family_;
    std::map<PersonId, std::string> node_;
    std::map<std::set<PersonId>, std::string> couples_;
    std::set<PersonId> housed_;
    std::string out_;
};

}  // namespace

std::string dot_of(const Genogram& genogram) { return Drawing(genogram).source(); }

std::vector<std::string> in_words(const Genogram& genogram) {
    std::map<PersonId, std::string> names;
    for (const auto& person : genogram.people) names[person.id] = person.name;
    std::vector<std::string> lines;
    for (const auto& person : genogram.people) {
        std::string line = person.name + (person.about.empty() ? "" : ", " + person.about);
        if (person.unborn) line += ", not yet born";
        std::string ties;
        for (const auto& r : genogram.relationships) {
            if (r.person != person.id || !names.contains(r.of)) continue;
            std::string tie(label_of(r.kind));
            if (!tie.empty() && tie[0] >= 'A' && tie[0] <= 'Z') tie[0] = static_cast<char>(tie[0] - 'A' + 'a');
            ties += (ties.empty() ? "" : "; ") + tie + " of " + names[r.of] + (r.period.until && *r.period.until < genogram.today ? " (ended)" : "");
        }
        lines.push_back(line + (ties.empty() ? "" : ": " + ties) + ".");
    }
    for (const auto& household : genogram.households) {
        std::string members;
        for (const auto& member : household.members)
            if (names.contains(member)) members += (members.empty() ? "" : ", ") + names[member];
        if (!members.empty()) lines.push_back(household.name + ": " + members + ".");
    }
    return lines;
}

}  // namespace hearken::people
