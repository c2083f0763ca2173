#include "procedure/coverage.hpp"

#include <algorithm>
#include <set>

#include "procedure/keywords.hpp"
#include "procedure/walk.hpp"

namespace hearken::procedure {

namespace {

using Places = std::map<std::string, std::vector<CarriedBy>>;  ///< by duty

void add(Places& places, const Carries& carries, const CarriedBy& where) {
    for (const std::string& duty : carries.duties) {
        CarriedBy by = where;
        by.how = carries.how;
        by.timed = where.timed || carries.how == Carried::Timed;
        places[duty].push_back(std::move(by));
    }
}

void add_definition(Places& places, const Definition& definition) {
    Visitor visitor;
    visitor.carries = [&](Carries& carries, const Carrier& carrier) {
        add(places, carries,
            {carries.how, definition.id, carrier.path, definition.file, carrier.line, carrier.has_clock});
    };
    walk(definition, visitor);
}

void count(CoverageTotals& totals, const DutyCoverage& duty) {
    ++totals.duties;
    if (duty.carried.empty()) ++totals.uncovered;
    std::set<Carried> ways;
    for (const CarriedBy& by : duty.carried) ways.insert(by.how);
    for (const Carried how : ways) ++totals.by_how[how];
}

std::string totals_text(const CoverageTotals& totals) {
    std::string text = std::to_string(totals.duties) + " duties: ";
    for (const Carried how :
         {Carried::Enforced, Carried::Timed, Carried::Recorded, Carried::Attested, Carried::Shown}) {
        const auto found = totals.by_how.find(how);
        text += std::string(carried_word(how)) + " " +
                std::to_string(found == totals.by_how.end() ? 0 : found->second) + ", ";
    }
    return text + "uncovered " + std::to_string(totals.uncovered);
}

std::string quoted(const std::string& text) {
    std::string json = "\"";
    for (const unsigned char c : text) {
        if (c == '"' || c == '\\')
            json += '\\', json += static_cast<char>(c);
        else if (c == '\n')
            json += "\\n";
        else if (c < 0x20)
            json += ' ';
        else
            json += static_cast<char>(c);
    }
    return json + "\"";
}

std::string totals_json(const CoverageTotals& totals) {
    std::string json = "\"duties\": " + std::to_string(totals.duties);
    for (const Carried how :
         {Carried::Enforced, Carried::Timed, Carried::Recorded, Carried::Attested, Carried::Shown}) {
        const auto found = totals.by_how.find(how);
        json += ", " + quoted(std::string(carried_word(how))) + ": " +
                std::to_string(found == totals.by_how.end() ? 0 : found->second);
    }
    return json + ", \"uncovered\": " + std::to_string(totals.uncovered);
}

std::string duty_json(const DutyCoverage& duty) {
    std::string json = "{\"id\": " + quoted(duty.duty->id) + ", \"text\": " + quoted(duty.duty->text) +
                       ", \"deadline\": " + quoted(duty.duty->deadline) + ", \"carried\": [";
    for (size_t i = 0; i < duty.carried.size(); ++i) {
        const CarriedBy& by = duty.carried[i];
        json += std::string(i ? ", " : "") + "{\"how\": " + quoted(std::string(carried_word(by.how))) +
                ", \"definition\": " + quoted(by.definition) + ", \"path\": " + quoted(by.path) + "}";
    }
    return json + "]}";
}

std::vector<const DutyCoverage*> of_procedure(const Coverage& coverage, const std::string& procedure) {
    std::vector<const DutyCoverage*> duties;
    for (const DutyCoverage& duty : coverage.duties)
        if (duty.duty->procedure == procedure) duties.push_back(&duty);
    return duties;
}

}  // namespace

std::string_view carried_word(Carried how) { return noun("carries").words[static_cast<size_t>(how)]; }

Coverage coverage(const Library& library) {
    Places places;
    for (const auto& definition : library.all()) add_definition(places, *definition);
    for (const auto& definition : library.overlays()) add_definition(places, *definition);
    for (const auto& [id, page] : library.guidance())
        for (const Carries& carries : page.carries)
            add(places, carries, {carries.how, "guidance", id, "guidance/" + id + ".md", 1, false});
    for (const CodeRule& rule : library.carried_in_code())
        for (const Carries& carries : rule.carries)
            add(places, carries, {carries.how, "code", rule.where, "carried-in-code.yaml", rule.line, false});
    for (const auto& [id, editions] : library.guides())
        each_carries(editions.front(), [&, guide = id](const Carries& carries, const std::string& path, int line) {
            add(places, carries, {carries.how, "guide", guide + "/" + path, editions.front().file, line, false});
        });
    Coverage all;
    for (const auto& [id, duty] : library.duties()) {
        DutyCoverage covered{&duty, {}};
        if (const auto found = places.find(id); found != places.end()) covered.carried = found->second;
        count(all.totals, covered);
        count(all.by_procedure[duty.procedure], covered);
        all.duties.push_back(std::move(covered));
    }
    return all;
}

std::string coverage_text(const Coverage& coverage, const std::string& only, bool details) {
    std::string text;
    for (const auto& [procedure, totals] : coverage.by_procedure) {
        if (!only.empty() && procedure != only) continue;
        text += procedure + ": " + totals_text(totals) + "\n";
        if (!details) continue;
        for (const DutyCoverage* duty : of_procedure(coverage, procedure)) {
            text += "  " + duty->duty->id + (duty->carried.empty() ? "  uncovered" : "") + "\n";
            for (const CarriedBy& by : duty->carried)
                text += "      " + std::string(carried_word(by.how)) + "  " + by.definition + ": " + by.path + "\n";
        }
    }
    if (only.empty()) text += "all: " + totals_text(coverage.totals) + "\n";
    return text;
}

std::string coverage_json(const Coverage& coverage, const std::string& only) {
    std::string json = "{\"totals\": {" + totals_json(coverage.totals) + "}, \"procedures\": [";
    bool first = true;
    for (const auto& [procedure, totals] : coverage.by_procedure) {
        if (!only.empty() && procedure != only) continue;
        json += std::string(first ? "" : ",") + "\n{\"id\": " + quoted(procedure) + ", \"totals\": {" +
                totals_json(totals) + "}, \"duties\": [";
        first = false;
        const auto duties = of_procedure(coverage, procedure);
        for (size_t i = 0; i < duties.size(); ++i) json += std::string(i ? ",\n  " : "\n  ") + duty_json(*duties[i]);
        json += "]}";
    }
    return json + "\n]}\n";
}

}  // namespace hearken::procedure
