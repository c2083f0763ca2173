// Typed identifiers: a PersonId cannot be passed where a CaseId is meant.
#pragma once
#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace hearken {

/// An opaque identifier: 18 characters of lower-case Crockford base 32, made by core/id_source.hpp, or a short
/// readable word for things that people name (a role, a definition). Empty means "none".
template <class Tag>
class Id {
public:
    Id() = default;
    explicit Id(std::string text) : text_(std::move(text)) {}
    const std::string& str() const { return text_; }
    bool empty() const { return text_.empty(); }
    explicit operator bool() const { return !text_.empty(); }
    auto operator<=>(const Id&) const = default;

private:
    std::string text_;
};

using OrganisationId = Id<struct OrganisationTag>;
using TeamId = Id<struct TeamTag>;
using UserId = Id<struct UserTag>;
using RoleHeldId = Id<struct RoleHeldTag>;  ///< one holding of a role: who, which role, where, from-until
using PersonId = Id<struct PersonTag>;
using AddressId = Id<struct AddressTag>;
using HouseholdId = Id<struct HouseholdTag>;
using CaseId = Id<struct CaseTag>;
using EventId = Id<struct EventTag>;
using DraftId = Id<struct DraftTag>;

}  // namespace hearken

template <class Tag>
struct std::hash<hearken::Id<Tag>> {
    size_t operator()(const hearken::Id<Tag>& id) const { return std::hash<std::string>{}(id.str()); }
};
