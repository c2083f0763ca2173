// The SQL of the access rule held to the rule itself, over random cases and actors.
#include "store/visible.hpp"

#include <random>

#include "store/condition.hpp"
#include "store/on_both.hpp"

namespace hearken::store {

using access::Actor;
using access::CaseView;
using access::Reach;

class Visible : public OnBoth {
protected:
    static constexpr int kCases = 1500, kActors = 60;
    std::mt19937 random{20261122};

    bool chance(int in) { return random() % static_cast<unsigned>(in) == 0; }
    std::string one_of(const std::string& letter, int many) { return letter + std::to_string(random() % static_cast<unsigned>(many)); }

    void insert(Transaction& transaction, const std::string& table, const std::vector<std::string>& values) {
        std::string sql = "insert into " + table + " values (";
        for (size_t i = 0; i < values.size(); ++i) sql += (i ? ", '" : "'") + values[i] + "'";
        Sql(transaction, sql + ")").run();
    }

    void make_cases() {
        database->write([&](Transaction& transaction) {
            for (int n = 0; n < kCases; ++n) {
                const std::string id = "case" + std::to_string(n), owner = one_of("org", 3);
                const std::string at = "2026-11-2" + std::to_string(n % 10) + "T09:00:00Z";
                insert(transaction, "case_file", {id, "p", "1", "t", owner, chance(2) ? one_of("team", 2) : "", "", "open", "", chance(4) ? "1" : "0", at, at, "",
                                                  one_of("user", 4), chance(4) ? one_of("area", 2) : "", "1"});
                insert(transaction, "case_organisation", {id, "owner", owner, "open", at});
                if (chance(3)) insert(transaction, "case_organisation", {id, "referrer", one_of("org", 3), "open", at});
                if (chance(3)) insert(transaction, "case_organisation", {id, "shared-with", one_of("org", 3), "open", at});
                if (chance(5)) insert(transaction, "case_organisation", {id, "sent-version", one_of("org", 3), "open", at});
                if (chance(2)) insert(transaction, "case_involvement", {id, "allocated-worker", one_of("user", 4), at});
                if (chance(6)) insert(transaction, "case_involvement", {id, "named-reader", one_of("user", 4), at});
                if (chance(6)) insert(transaction, "case_involvement", {id, "excluded", one_of("user", 4), at});
            }
        });
    }

    Actor an_actor() {
        Actor actor;
        actor.user = UserId{chance(20) ? "" : one_of("user", 4)};
        actor.organisation = OrganisationId{chance(20) ? "" : one_of("org", 3)};
        if (chance(2)) actor.team = TeamId{one_of("team", 2)};
        if (chance(2)) actor.areas.insert(one_of("area", 2));
        actor.reach = static_cast<Reach>(random() % 5);
        return actor;
    }

    std::set<std::string> listed(Reading& reading, const access::CaseRule& rule, CaseView least) {
        const Condition visible = visible_cases(rule, least);
        Sql sql(reading, "select c.id from case_file c where " + visible.text);
        bind(sql, visible);
        std::set<std::string> ids;
        for (const Row& row : sql.rows()) ids.insert(row.text(0));
        return ids;
    }
};
HEARKEN_ON_BOTH(Visible);

TEST_P(Visible, TheQueryShowsExactlyWhatTheRuleAllows) {
    make_cases();
    database->read([&](Reading& reading) {
        std::vector<access::CaseFacts> cases;
        for (int n = 0; n < kCases; ++n) cases.push_back(case_facts(reading, CaseId{"case" + std::to_string(n)}).value());
        std::map<CaseView, int> seen;
        for (int n = 0; n < kActors; ++n) {
            const access::CaseRule rule = access::case_rule(an_actor());
            std::map<CaseView, std::set<std::string>> allowed;
            for (const auto& facts : cases) {
                const CaseView view = access::view_of(rule, facts);
                ++seen[view];
                if (view == CaseView::None) continue;
                allowed[CaseView::Receipt].insert(facts.id.str());
                if (view >= CaseView::Party) allowed[CaseView::Party].insert(facts.id.str());
                if (view == CaseView::Full) allowed[CaseView::Full].insert(facts.id.str());
            }
            for (const CaseView least : {CaseView::Receipt, CaseView::Party, CaseView::Full})
                ASSERT_EQ(listed(reading, rule, least), allowed[least]) << "actor " << n << ", at least " << static_cast<int>(least);
        }
        for (const CaseView view : {CaseView::None, CaseView::Receipt, CaseView::Party, CaseView::Full}) EXPECT_GT(seen[view], 100) << "too few to prove anything";
    });
}

}  // namespace hearken::store
