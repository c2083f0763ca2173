// Who was at a meeting, counted against its quorum.
#include <algorithm>
#include <cstdlib>
#include <set>

#include "engine/permits.hpp"
#include "engine/scene.hpp"

namespace hearken::engine {

namespace {

std::string text_of(const Answers& row, const char* column) {
    const auto found = row.find(column);
    return found == row.end() || found->second.kind != Answer::Kind::Given ? std::string() : found->second.first();
}

/// One who came: the part or role in which they were invited, and the kind of organisation that they came from.
struct There {
    std::string who, kind;
};

std::vector<There> who_came(const Answers& record) {
    std::vector<There> there;
    if (const auto attended = record.find("attended"); attended != record.end())
        for (const auto& who : attended->second.values) there.push_back({who, {}});
    if (const auto rows = record.find("attendance"); rows != record.end())
        for (const auto& row : rows->second.rows)
            if (text_of(row, "attended") == "yes") there.push_back({text_of(row, "who"), text_of(row, "kind")});
    return there;
}

/// `word` is a role or a kind of organisation; somebody invited by their role comes from where that role is held.
bool is_from(const There& one, const std::string& word, const Surroundings& world) {
    if (one.who == word || one.kind == word) return true;
    if (world.vocabulary == nullptr) return false;
    const auto role = world.vocabulary->roles.find(one.who);
    if (role == world.vocabulary->roles.end()) return false;
    return world.vocabulary->acts_as(one.who, word) || (one.kind.empty() && contains(role->second.at, word));
}

/// Whatever came from one kind of organisation is one agency; family and whoever speaks for nobody are none.
int agencies_among(const std::vector<There>& there, const Surroundings& world) {
    std::set<std::string> kinds;
    for (const There& one : there) {
        if (!one.kind.empty()) kinds.insert(one.kind);
        else if (world.vocabulary != nullptr)
            if (const auto role = world.vocabulary->roles.find(one.who); role != world.vocabulary->roles.end() && !role->second.at.empty())
                kinds.insert(role->second.at.front());
    }
    return static_cast<int>(kinds.size());
}

std::string title_of_word(const std::string& word, const Surroundings& world) {
    if (world.vocabulary != nullptr)
        if (const auto kind = world.vocabulary->organisation_kinds.find(word); kind != world.vocabulary->organisation_kinds.end()) return kind->second;
    return role_title(world, word);
}

}  // namespace

std::string Quorum::in_words() const {
    std::vector<std::string> reasons;
    if (there < needed) reasons.push_back("there were " + std::to_string(there) + " of the " + std::to_string(needed) + (agencies ? " agencies that make a quorum" : " who make a quorum"));
    if (!missing.empty()) reasons.push_back("nobody was there for: " + joined(missing, ", "));
    return joined(reasons, "; ");
}

Quorum quorum_of(const procedure::Meeting& meeting, const Answers& record, const Definition& definition, const CaseState& state, const Surroundings& surroundings) {
    Quorum quorum;
    quorum.counts = meeting.counts();
    quorum.needed = meeting.quorum_setting.empty() ? meeting.quorum : std::atoi(setting_value({definition, state, surroundings}, meeting.quorum_setting).c_str());
    const auto there = who_came(record);
    quorum.agencies = meeting.quorum_counts_agencies;
    quorum.there = quorum.agencies ? agencies_among(there, surroundings) : static_cast<int>(there.size());
    for (const auto& word : meeting.quorum_of)
        if (std::none_of(there.begin(), there.end(), [&](const There& one) { return is_from(one, word, surroundings); })) quorum.missing.push_back(title_of_word(word, surroundings));
    return quorum;
}

}  // namespace hearken::engine
