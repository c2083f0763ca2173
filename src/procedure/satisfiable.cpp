#include "procedure/satisfiable.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace hearken::procedure {

namespace {

using Kind = Condition::Kind;
using Test = Condition::Test;

struct Literal {
    Condition leaf;
    bool positive = true;
};
using Conjunct = std::vector<Literal>;
using Alternatives = std::vector<Conjunct>;  ///< any of these; none = cannot hold

constexpr size_t kMostAlternatives = 512;
struct TooLarge {};

Alternatives both(const Alternatives& left, const Alternatives& right) {
    if (left.size() * right.size() > kMostAlternatives) throw TooLarge{};
    Alternatives all;
    for (const Conjunct& a : left)
        for (const Conjunct& b : right) {
            Conjunct joined = a;
            joined.insert(joined.end(), b.begin(), b.end());
            all.push_back(std::move(joined));
        }
    return all;
}

Alternatives expand(const Condition& condition, bool positive) {
    switch (condition.kind) {
        case Kind::Always:
            return positive ? Alternatives{{}} : Alternatives{};
        case Kind::Not:
            return condition.of.empty() ? Alternatives{{}} : expand(condition.of.front(), !positive);
        case Kind::All:
        case Kind::Any: {
            const bool conjunction = (condition.kind == Kind::All) == positive;
            Alternatives all = conjunction ? Alternatives{{}} : Alternatives{};
            for (const Condition& inner : condition.of) {
                const Alternatives more = expand(inner, positive);
                if (conjunction) {
                    all = both(all, more);
                } else {
                    all.insert(all.end(), more.begin(), more.end());
                }
                if (all.size() > kMostAlternatives) throw TooLarge{};
            }
            return all;
        }
        default:
            return {{{condition, positive}}};
    }
}

/// What a conjunct says about one thing.
struct Knowledge {
    bool needed = false;         ///< it must have a value
    bool absent = false;         ///< it must have none
    bool needs_unknown = false;  ///< "not known" must be the answer
    std::optional<std::set<std::string>> allowed;
    std::set<std::string> excluded;
    long low = -1'000'000'000, high = 1'000'000'000;

    void learn(const Literal& literal) {
        const Condition& leaf = literal.leaf;
        const bool numeric = leaf.test == Test::AtLeast || leaf.test == Test::AtMost || leaf.test == Test::Under;
        if (numeric && !leaf.values.empty()) {
            long number = 0;
            try {
                number = std::stol(leaf.values[0]);
            } catch (const std::exception&) {
                return;  // not a number: the reference check says so
            }
            const bool at_least = (leaf.test == Test::AtLeast) == literal.positive;
            if (leaf.test == Test::AtLeast && !literal.positive) --number;
            if (leaf.test == Test::AtMost && !literal.positive) ++number;
            if (leaf.test == Test::Under && literal.positive) --number;
            if (at_least)
                low = std::max(low, number);
            else
                high = std::min(high, number);
            needed = needed || literal.positive;
        } else if (leaf.test == Test::NotKnown) {
            needs_unknown = needs_unknown || literal.positive;
        } else if (leaf.test == Test::Answered || leaf.values.empty()) {
            (literal.positive ? needed : absent) = true;
        } else if (literal.positive) {
            needed = true;
            std::set<std::string> values(leaf.values.begin(), leaf.values.end());
            if (!allowed) {
                allowed = std::move(values);
            } else {
                std::set<std::string> common;
                for (const std::string& value : values)
                    if (allowed->count(value)) common.insert(value);
                allowed = std::move(common);
            }
        } else {
            excluded.insert(leaf.values.begin(), leaf.values.end());
        }
    }

    bool contradictory() const {
        if ((needed && absent) || (needed && low > high)) return true;
        if (needs_unknown && allowed) return true;
        if (!allowed || !needed) return false;
        return std::all_of(allowed->begin(), allowed->end(),
                           [&](const std::string& value) { return excluded.count(value) > 0; });
    }
};

bool contradictory(const Conjunct& conjunct, const ConditionFacts& facts) {
    std::map<std::string, Knowledge> known;
    for (const Literal& literal : conjunct) {
        const Condition& leaf = literal.leaf;
        if (literal.positive && facts.possible && !facts.possible(leaf)) return true;
        std::string about = std::to_string(static_cast<int>(leaf.kind)) + " " + leaf.name;
        const bool valued = leaf.test == Test::Is || leaf.test == Test::In;
        const bool separate = leaf.kind == Kind::Linked || leaf.kind == Kind::Elsewhere || leaf.kind == Kind::Elapsed ||
                              (valued && facts.takes_several && facts.takes_several(leaf));
        if (separate)
            for (const std::string& value : leaf.values) about += " " + value;
        about += " " + leaf.setting;
        Knowledge& about_it = known[about];
        if (valued && !separate && !about_it.allowed && facts.values_of) {
            const auto values = facts.values_of(leaf);
            if (!values.empty()) about_it.allowed = std::set<std::string>(values.begin(), values.end());
        }
        about_it.learn(literal);
    }
    return std::any_of(known.begin(), known.end(), [](const auto& each) { return each.second.contradictory(); });
}

/// A conjunct with what its parts imply, and what those imply.
bool conjunct_can_hold(Conjunct conjunct, const ConditionFacts& facts) {
    if (contradictory(conjunct, facts)) return false;
    if (!facts.implies) return true;
    Alternatives all{conjunct};
    std::set<std::string> followed;
    for (size_t next = 0; next < conjunct.size(); ++next) {
        const Literal& literal = conjunct[next];
        if (!literal.positive || literal.leaf.kind != Kind::Answer || !followed.insert(literal.leaf.name).second)
            continue;
        const Condition implied = facts.implies(literal.leaf);
        if (implied.always()) continue;
        const Alternatives more = expand(implied, true);
        all = both(all, more);
        // Follow on only along a single course; several keep what is known so far.
        if (more.size() == 1) conjunct.insert(conjunct.end(), more[0].begin(), more[0].end());
    }
    return std::any_of(all.begin(), all.end(), [&](const Conjunct& each) { return !contradictory(each, facts); });
}

}  // namespace

bool can_hold(const Condition& condition, const ConditionFacts& facts) {
    try {
        const Alternatives all = expand(condition, true);
        return std::any_of(all.begin(), all.end(),
                           [&](const Conjunct& each) { return conjunct_can_hold(each, facts); });
    } catch (const TooLarge&) {
        return true;
    }
}

}  // namespace hearken::procedure
