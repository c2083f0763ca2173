#include "core/id_source.hpp"

namespace hearken {

IdSource::IdSource(const Clock& clock) : clock_(clock), random_(std::random_device{}()), seeded_(false) {}
IdSource::IdSource(const Clock& clock, uint64_t seed) : clock_(clock), random_(seed), seeded_(true) {}

std::string IdSource::next_text() {
    static constexpr char kAlphabet[] = "0123456789abcdefghjkmnpqrstvwxyz";
    static constexpr uint64_t kMask = (uint64_t{1} << 45) - 1;
    const std::lock_guard lock(mutex_);
    uint64_t when = static_cast<uint64_t>(clock_.now().time_since_epoch().count()) * 1000 & kMask;
    uint64_t random = 0;
    if (seeded_) {
        random = random_() & kMask;
    } else {
        std::random_device device;
        random = (uint64_t{device()} << 32 | device()) & kMask;
    }
    std::string text(18, '0');
    for (int i = 8; i >= 0; --i, when >>= 5) text[i] = kAlphabet[when & 31];
    for (int i = 17; i >= 9; --i, random >>= 5) text[i] = kAlphabet[random & 31];
    return text;
}

}  // namespace hearken
