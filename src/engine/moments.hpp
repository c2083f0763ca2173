// When the thing that a clock counts from happened.
#pragma once
#include <optional>
#include <string>

#include "calendar/anchor.hpp"
#include "engine/scene.hpp"

namespace hearken::engine {

/// Nothing when it has not happened, or nobody has said when. `task` is the occurrence whose clock it is, for "task
/// opened". A child who joined late has anchors of their own: nothing is counted from before their concern was known
/// (definition-needs section 15, "late joiner").
std::optional<calendar::Anchor> moment_of(const procedure::Anchor& anchor, const Scene& scene, const PersonId& subject,
                                          const TaskState* task = nullptr);

/// As moment_of, for counting back from an event that is still to come: a meeting that has been arranged counts.
std::optional<calendar::Anchor> planned_moment_of(const procedure::Anchor& anchor, const Scene& scene,
                                                  const PersonId& subject, const TaskState* task = nullptr);

/// Whether this event is the anchor's happening (for what follows upon it).
bool is_happening(const procedure::Anchor& anchor, const Event& event, const Scene& scene);

/// The anchor in words: "this was received", "“Acknowledge the referral” was done".
std::string anchor_words(const procedure::Anchor& anchor, const Definition& definition);

}  // namespace hearken::engine
