// Running another program: text in, its output back; without a shell, for a limited time, up to a limited size.
#pragma once
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace hearken::documents {

struct Program {
    std::vector<std::string> command;      ///< found on the PATH; the arguments as they are
    std::vector<std::string> environment;  ///< "NAME=value"; empty: ours
    std::chrono::milliseconds limit = std::chrono::seconds(10);
    size_t largest_output = 8 * 1024 * 1024;
};

/// What it wrote. Throws std::runtime_error, in words that name no word of the input, when it does not start, takes too
/// long, writes too much or ends badly. It is then killed: nothing is left running.
std::string run_program(const Program& program, std::string_view input);

}  // namespace hearken::documents
