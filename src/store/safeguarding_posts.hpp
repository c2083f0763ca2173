// The register of safeguarding posts of a school: who is responsible, since when, with which training.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "core/id.hpp"
#include "core/result.hpp"
#include "store/database.hpp"

namespace hearken::store {

using Date = std::chrono::year_month_day;

struct SafeguardingPost {
    std::string id;
    OrganisationId organisation;
    std::string post;  ///< a role of the vocabulary, or "hr-provider"
    UserId user;       ///< empty: somebody without an account, called `name`
    std::string name;
    Date held_from;
    std::optional<Date> held_until;  ///< the last day, included
    bool on_leadership_team = false, in_job_description = false;
    std::string delegated_activities;  ///< of a deputy; lead responsibility is never among them
    std::optional<Date> trained_on, training_lapses_on;
    int revision = 1;
    bool operator==(const SafeguardingPost&) const = default;
};

void add_safeguarding_post(Transaction& transaction, const SafeguardingPost& post);
/// Replaces what is held at `post.revision`; Conflict (code "changed") when somebody saved since.
Result<SafeguardingPost> change_safeguarding_post(Transaction& transaction, SafeguardingPost post);
std::optional<SafeguardingPost> find_safeguarding_post(Reading& reading, const std::string& id);
/// Every holding ever, by post, the newest first within it: history is never removed.
std::vector<SafeguardingPost> safeguarding_posts_of(Reading& reading, const OrganisationId& organisation);

}  // namespace hearken::store
