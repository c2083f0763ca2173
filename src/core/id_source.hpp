// Where new identifiers come from.
#pragma once
#include <cstdint>
#include <mutex>
#include <random>
#include <string>

#include "core/id.hpp"
#include "core/instant.hpp"

namespace hearken {

/// Makes identifiers that sort by the time they were made (so a table's index grows at one end) and cannot be
/// guessed from one another: 45 bits of milliseconds and 45 random bits, 18 characters. Thread-safe.
/// Knowing an id opens nothing: access is decided on every read.
class IdSource {
public:
    /// Random seed from the operating system.
    explicit IdSource(const Clock& clock);
    /// Repeatable, for tests and demonstration data.
    IdSource(const Clock& clock, uint64_t seed);

    template <class AnyId>
    AnyId next() { return AnyId{next_text()}; }

private:
    std::string next_text();

    const Clock& clock_;
    std::mutex mutex_;
    std::mt19937_64 random_;
    bool seeded_;
};

}  // namespace hearken
