#include "store/visible.hpp"

#include <fmt/format.h>

#include "store/sql.hpp"

namespace hearken::store {

using access::CaseView;
using access::Reach;

namespace {

std::string has_part(const std::string& c, const std::string& involvement) {
    return fmt::format("exists (select 1 from case_involvement rule_i where rule_i.case_id = {}.id and rule_i.who = :rule_user and rule_i.involvement {})", c, involvement);
}

/// The same for one kind of part, asked once for the whole list and not of each case.
std::string is_among(const std::string& c, const char* involvement) {
    return fmt::format("{}.id in (select rule_w.case_id from case_involvement rule_w where rule_w.who = :rule_user and rule_w.involvement = '{}')", c, involvement);
}

std::string organisation_has(const std::string& c, const std::string& relation) {
    return fmt::format("exists (select 1 from case_organisation rule_o where rule_o.case_id = {}.id and rule_o.organisation_id = :rule_organisation and rule_o.relation {})", c, relation);
}

std::string areas_read(const std::string& c, const access::CaseRule& rule) {
    if (rule.areas.empty()) return c + ".area = ''";
    return fmt::format("({0}.area = '' or {0}.area in {1})", c, in_list("rule_area", rule.areas.size()));
}

/// access.cpp sees_fully, word for word.
std::string seen_fully(const std::string& c, const access::CaseRule& rule) {
    // What is cheap to know stands first: a county's list asks it of every case.
    std::string through;
    if (rule.reach == Reach::Team && !rule.team.empty() && !rule.organisation.empty())
        through += fmt::format("({0}.owner_id = :rule_organisation and {0}.team_id = :rule_team) or ", c);
    if (rule.reach == Reach::Organisation && !rule.organisation.empty())
        through += fmt::format("{}.owner_id = :rule_organisation or {} or ", c, organisation_has(c, "= 'shared-with'"));
    const std::string part = has_part(c, "<> 'excluded'");
    if (rule.organisation.empty()) through += part;
    else
        through += fmt::format("({} and ({}.owner_id = :rule_organisation or {} or not {}))", part, c, organisation_has(c, "= 'shared-with'"),
                               organisation_has(c, "not in ('owner', 'shared-with')"));
    return fmt::format("(({}.restricted = 0 and {} and ({})) or {})", c, areas_read(c, rule), through, is_among(c, "named-reader"));
}

/// access.cpp sees_as_party.
std::string seen_as_party(const std::string& c, const access::CaseRule& rule) {
    if (rule.organisation.empty()) return "1 = 0";
    const std::string party = fmt::format("{}.restricted = 0 and {}", c, organisation_has(c, "not in ('owner', 'shared-with')"));
    if (rule.reach == Reach::Organisation) return "(" + party + ")";
    return fmt::format("({} and {})", party, has_part(c, "<> 'excluded'"));
}

}  // namespace

Condition visible_cases(const access::CaseRule& rule, CaseView least, const std::string& alias) {
    if (rule.reach == Reach::None || rule.user.empty()) return {"(1 = 0)", {}};
    std::string seen;
    if (rule.reach != Reach::OwnRecording) {
        seen = seen_fully(alias, rule);
        if (least != CaseView::Full) seen += " or " + seen_as_party(alias, rule);
    }
    if (least == CaseView::Receipt) seen += (seen.empty() ? "" : " or ") + alias + ".opened_by = :rule_user";
    if (seen.empty()) return {"(1 = 0)", {}};

    Condition condition{fmt::format("(not {} and ({}))", is_among(alias, "excluded"), seen), {}};
    // Only what the text names is bound: the databases refuse a value that no name asks for.
    const auto bind = [&](const std::string& name, const std::string& value) {
        if (condition.text.find(":" + name) != std::string::npos) condition.values[name] = value;
    };
    bind("rule_user", rule.user.str());
    bind("rule_organisation", rule.organisation.str());
    bind("rule_team", rule.team.str());
    size_t i = 0;
    for (const std::string& area : rule.areas) bind("rule_area" + std::to_string(i++), area);
    return condition;
}

std::optional<access::CaseFacts> case_facts(Reading& reading, const CaseId& case_id) {
    const auto row = Sql(reading, "select id, owner_id, team_id, restricted, area, opened_by from case_file where id = :id").with("id", case_id).row();
    if (!row) return std::nullopt;
    access::CaseFacts facts;
    row->into(facts.id, facts.owner, facts.team, facts.restricted, facts.area, facts.opened_by);
    for (const Row& relation : Sql(reading, "select relation, organisation_id from case_organisation where case_id = :id").with("id", case_id).rows()) {
        if (relation.text(0) == "owner") continue;
        (relation.text(0) == "shared-with" ? facts.shared_with : facts.parties).insert(OrganisationId{relation.text(1)});
    }
    for (const Row& part : Sql(reading, "select involvement, who from case_involvement where case_id = :id").with("id", case_id).rows()) {
        const UserId who{part.text(1)};
        if (part.text(0) == "excluded") {
            facts.excluded.insert(who);
            continue;
        }
        if (part.text(0) == "named-reader") facts.named.insert(who);
        facts.involved.insert(who);
    }
    return facts;
}

CaseView view_of_case(Reading& reading, const access::CaseRule& rule, const CaseId& case_id) {
    const auto facts = case_facts(reading, case_id);
    return facts ? access::view_of(rule, *facts) : CaseView::None;
}

}  // namespace hearken::store
