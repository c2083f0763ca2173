// A moment in time, in UTC, to the second; how it is written; and the one seam through which the clock is read.
#pragma once
#include <atomic>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace hearken {

using Instant = std::chrono::sys_seconds;

/// "2026-11-22T07:10:00Z": sorts as text in time order, and is what the store and the API hold.
std::string to_iso(Instant instant);
/// Reads what to_iso writes, also with a numeric offset ("2026-04-02T16:50:00+01:00") and without seconds when a
/// zone is given. Nothing for anything else.
std::optional<Instant> instant_from_iso(std::string_view text);

/// The only way any code learns what time it is (design, idea 5). Implementations: SystemClock, and TestClock
/// which stands still until it is set.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    Instant now() const override;
};

/// Thread-safe. Used by tests and by `serve --test-clock` on a demonstration database.
class TestClock final : public Clock {
public:
    explicit TestClock(Instant start);
    Instant now() const override;
    void set(Instant instant);

private:
    std::atomic<std::chrono::seconds::rep> seconds_;
};

}  // namespace hearken
