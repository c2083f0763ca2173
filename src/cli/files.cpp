#include "cli/files.hpp"

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace hearken::cli {

std::optional<std::string> read_file(const std::string& path) {
    if (path == "-") return std::string(std::istreambuf_iterator<char>(std::cin), {});
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error) && !std::filesystem::is_fifo(path, error) && !std::filesystem::is_character_file(path, error))
        return std::nullopt;
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

void say(std::string_view line) { std::cout << line << '\n'; }

void tell(std::string_view line) { std::cerr << line << '\n'; }

ExitCode tell_refusal(const Refusal& refusal) {
    for (const auto& reason : refusal.reasons) tell("hearken: " + reason.text);
    return ExitCode::Refused;
}

Progress::Progress(std::string what) : what_(std::move(what)), terminal_(isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() {
    if (terminal_ && shown_) std::cerr << '\n';
}

void Progress::at(long done, long in_all) {
    const long tenth = in_all > 0 ? done * 10 / in_all : 10;
    const bool worth = tenth != last_tenth_;
    last_tenth_ = tenth;
    show(what_ + ": " + std::to_string(done) + " of " + std::to_string(in_all), worth);
}

void Progress::at(const std::string& doing, long done) {
    const bool worth = doing != doing_;
    doing_ = doing;
    show(what_ + ": " + doing + " " + std::to_string(done), worth);
}

void Progress::show(const std::string& line, bool worth_a_line) {
    shown_ = true;
    if (terminal_) std::cerr << '\r' << line << "\x1b[K" << std::flush;
    else if (worth_a_line) std::cerr << line << '\n';
}

}  // namespace hearken::cli
