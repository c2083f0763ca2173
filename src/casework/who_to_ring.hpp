// Whom to ring: from the directory, an area, a moment, an age and a worry, who comes first and why. One answer for the
// route finder, the guidance shown at urgent questions, the public's pages and the API.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "calendar/bank_holidays.hpp"
#include "casework/world.hpp"
#include "core/result.hpp"
#include "store/directory.hpp"

namespace hearken::casework {

struct RingQuery {
    std::string area = {};          ///< code of a local authority; empty: any
    std::string worry = {};         ///< of directory-worries; empty: any
    std::optional<int> age = {};    ///< whole years; an unborn child is 0
    std::optional<Instant> at = {}; ///< now, where it is not given
    bool public_only = false;       ///< what a visitor may see
};

/// One line of the answer.
struct ToRing {
    store::DirectoryEntry entry;
    bool open = false;              ///< at the moment asked about
    bool hours_assumed = false;     ///< nobody has told us its hours
    std::optional<Instant> until;   ///< when it closes, or (not open) opens
    std::string why;                ///< "Open until 5pm. For Fenmere County Council. Takes this worry."
    bool needs_checking = false;    ///< not checked for six months
};

struct WhoToRing {
    Instant at;
    bool ring_999 = false;          ///< a child is in danger now: before everything below
    std::vector<ToRing> first;      ///< one, or none when nothing that fits is open
    std::vector<ToRing> others;     ///< open ones before closed ones, in the order to ring them
    bool empty() const { return first.empty() && others.empty(); }
};

/// The rule itself, without a database.
WhoToRing who_to_ring(const std::vector<store::DirectoryEntry>& entries, const procedure::Vocabulary& vocabulary, const calendar::BankHolidays& holidays, const RingQuery& query, Instant now);

WhoToRing who_to_ring(World& world, const RingQuery& query);

/// A query as somebody writes it: codes, "2026-04-02", an hour from 0 to 23, an age in whole years. All may be empty; an
/// hour without a day is today's. Refused with every fault, each naming its member.
struct RingWords {
    std::string area = {}, worry = {}, age = {}, day = {}, hour = {};
};
Result<RingQuery> ring_query_of(const World& world, const RingWords& words);

/// The local authority whose area an organisation works in; empty where it is not held, or there is none.
std::string area_of(World& world, const OrganisationId& organisation);

/// Never checked, or not within six months of this day.
bool needs_checking(const store::DirectoryEntry& entry, Instant now);

}  // namespace hearken::casework
