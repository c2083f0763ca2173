// Random answers that a form accepts, for walking through definitions.
#pragma once
#include <random>

#include "engine/scene.hpp"

namespace hearken::engine {

class Chance {
public:
    explicit Chance(uint64_t seed) : random_(seed) {}
    size_t below(size_t limit) { return limit == 0 ? 0 : random_() % limit; }
    bool one_in(int n) { return n > 0 && below(static_cast<size_t>(n)) == 0; }
    template <class List>
    const auto& of(const List& list) { return list[below(list.size())]; }

private:
    std::mt19937_64 random_;
};

/// Valid for submitting, as far as trying several times can make them. Fields that `only` does not name are left out.
Answers random_answers(const Form& form, const std::vector<std::string>& only, const Scene& scene, const PersonId& subject, Chance& chance);

}  // namespace hearken::engine
