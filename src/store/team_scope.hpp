// The scope of a team's board as SQL. Only .cpp files of this module include it.
#pragma once
#include <string>

#include "store/condition.hpp"
#include "store/team_board.hpp"

namespace hearken::store {

class ScopeSql {
public:
    explicit ScopeSql(const TeamScope& scope) : scope_(scope) {}

    /// " and …" about the open case `c`, owned by the organisation: whose it is.
    std::string cases() const {
        // A narrow scope is read from its own few cases: a range of the whole organisation's would be read to its end.
        const bool narrow = !scope_.team.empty() || !scope_.worker.empty();
        std::string text = std::string(" and c.owner_id") + (narrow ? " || ''" : "") + " = :scope_organisation and c.state = 'open'";
        if (!scope_.team.empty()) text += " and c.id in " + of_team();
        if (!scope_.worker.empty()) text += " and c.id in " + of_worker();
        return text;
    }
    /// The same about a task `t` at the organisation in any open case: what was given to somebody is theirs as well.
    std::string tasks() const {
        std::string text = " and c.state = 'open'";
        if (!scope_.team.empty())
            text += " and (c.id in " + of_team() + " or t.assigned_to in " + in_list("scope_member", scope_.members.size()) + " or (c.owner_id <> :scope_organisation and t.assigned_to = ''))";
        if (!scope_.worker.empty()) text += " and (t.assigned_to = :scope_worker or c.id in " + of_worker() + ")";
        return text;
    }
    /// About the whole-desk rows `y` of the tray of the organisation `:at`. A narrow scope is read case by case; otherwise a range by when it is due.
    std::string tray() const {
        if (scope_.team.empty() && scope_.worker.empty()) return "y.organisation_id = :at and y.role = '*'";
        const std::string whose = scope_.team.empty() ? of_worker() : of_team();
        const std::string given = scope_.team.empty() ? "y.holder = :scope_worker" : "y.holder in " + in_list("scope_member", scope_.members.size());
        std::string cases = "select g.id from case_file g where g.id in " + whose + " union select y.case_id from case_tray y where " + given;
        if (!scope_.team.empty()) cases += " union select o.case_id from case_organisation o where o.organisation_id = :scope_organisation and o.state = 'open' and o.relation < 'owner'"
                     " union select o.case_id from case_organisation o where o.organisation_id = :scope_organisation and o.state = 'open' and o.relation > 'owner'";
        return "y.case_id in (" + cases + ") and y.organisation_id || '' = :at and y.role = '*'";
    }
    /// "left join" that gives i.who, the worker.
    std::string worker_join() const { return " left join case_involvement i on i.case_id = c.id and i.involvement in " + parts(); }
    std::string nobody_has_it(const std::string& c) const { return "not exists (select 1 from case_involvement n where n.case_id = " + c + ".id and n.involvement in " + parts() + ")"; }
    std::string parts() const { return in_list("scope_part", scope_.worker_parts.size()); }

    /// Only what the text names is bound.
    void bind(Sql& sql, const std::string& text) const {
        const auto named = [&](const char* name) { return text.find(std::string(":") + name) != std::string::npos; };
        if (named("scope_organisation")) sql.with("scope_organisation", scope_.organisation);
        if (named("scope_team")) sql.with("scope_team", scope_.team);
        if (named("scope_worker")) sql.with("scope_worker", scope_.worker);
        if (named("scope_part")) bind_list(sql, "scope_part", scope_.worker_parts);
        if (named("scope_member")) bind_list(sql, "scope_member", scope_.members);
    }

private:
    std::string of_team() const {
        return "(select f.id from case_file f where f.team_id in (:scope_team, '') and f.state = 'open' and f.owner_id || '' = :scope_organisation and " + nobody_has_it("f") +
               " union select m.case_id from case_involvement m where m.who in " + in_list("scope_member", scope_.members.size()) + " and m.involvement in " + parts() + ")";
    }
    std::string of_worker() const { return "(select w.case_id from case_involvement w where w.who = :scope_worker and w.involvement in " + parts() + ")"; }

    const TeamScope& scope_;
};

/// A query of the board: its text, then everything that the text names.
inline Sql board_query(Reading& reading, const std::string& text, const ScopeSql& scope, const Condition& visible) {
    Sql sql(reading, text);
    scope.bind(sql, text);
    bind(sql, visible);
    return sql;
}

/// Adds what the slice and the order say; `longest` and `newest` are ways to sort, and the child's name is `name`.
inline std::string in_order(TeamOrder order, const std::string& longest, const std::string& newest, const std::string& child) {
    return " order by " + (order == TeamOrder::Newest ? newest : order == TeamOrder::Child ? child : longest) + " limit :most offset :skip";
}

/// The first child of a case by name: what a list by child is sorted by.
inline const std::string kFirstChild = "(select min(p.list_name) from case_subject cs join person p on p.id = cs.person_id where cs.case_id = c.id and cs.kind = 'child')";

}  // namespace hearken::store
