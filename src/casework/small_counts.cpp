#include "casework/small_counts.hpp"

#include <algorithm>

namespace hearken::casework {

std::vector<CountLine> without_small_counts(const std::map<std::string, long>& counts) {
    std::vector<CountLine> lines;
    long together = 0;
    for (const auto& [label, count] : counts) {
        if (count > 0) lines.push_back({label, count});
        together += count;
    }
    if (together < kLeastShown) return {};
    std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return *a.count > *b.count; });
    const auto small = static_cast<size_t>(std::count_if(lines.begin(), lines.end(), [](const auto& line) { return *line.count < kLeastShown; }));
    const size_t left_out = small == 1 && lines.size() > 1 ? 2 : small;
    for (size_t i = lines.size() - left_out; i < lines.size(); ++i) lines[i].count.reset();
    // What is left out stands in the order of the alphabet: the order of size would tell something.
    std::sort(lines.end() - static_cast<std::ptrdiff_t>(left_out), lines.end(), [](const auto& a, const auto& b) { return a.label < b.label; });
    return lines;
}

}  // namespace hearken::casework
