// Files and messages of the command line. Messages and progress go to standard error, results to standard output.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "cli/exit_code.hpp"
#include "core/result.hpp"

namespace hearken::cli {

/// The whole file; "-" is standard input. Nothing when it cannot be read.
std::optional<std::string> read_file(const std::string& path);

/// A line of result, on standard output.
void say(std::string_view line);
/// A line for the person who runs the command, on standard error.
void tell(std::string_view line);
/// Every reason on a line of its own, beginning "hearken: "; gives ExitCode::Refused.
ExitCode tell_refusal(const Refusal& refusal);

/// How far long work has come: on one line of a terminal; every tenth part on a line of its own elsewhere.
class Progress {
public:
    explicit Progress(std::string what);
    ~Progress();
    void at(long done, long in_all);
    void at(const std::string& doing, long done);

private:
    void show(const std::string& line, bool worth_a_line);
    std::string what_, doing_;
    bool terminal_;
    bool shown_ = false;
    long last_tenth_ = -1;
};

}  // namespace hearken::cli
