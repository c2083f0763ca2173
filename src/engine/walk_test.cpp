#include "engine/walk.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "engine/test_definitions.hpp"
#include "procedure/library.hpp"

namespace hearken::engine {

namespace {

procedure::SourceFiles manual() {
    procedure::SourceFiles files;
    const std::filesystem::path root = std::filesystem::path(HEARKEN_SOURCE_DIR) / "procedures";
    if (!std::filesystem::exists(root)) return files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        std::ostringstream text;
        text << in.rdbuf();
        files[std::filesystem::relative(entry.path(), root).generic_string()] = text.str();
    }
    return files;
}

std::string lines(const std::vector<std::string>& list) {
    std::string text;
    for (const auto& line : list) text += line + "\n";
    return text;
}

std::string last_lines(const std::vector<std::string>& list, size_t most = 25) {
    return lines({list.end() - static_cast<long>(std::min(most, list.size())), list.end()});
}

}  // namespace

TEST(Walk, EveryProcedureOfTheManualComesToItsEnd) {
    const auto files = manual();
    if (files.empty()) GTEST_SKIP() << "there is no procedures/ folder";
    const auto loaded = procedure::Library::load(files);
    if (!loaded.ok()) GTEST_SKIP() << "the manual has faults: hearken procedures check names them";
    const calendar::Calendars calendars;
    for (const auto& definition : loaded.library.all()) {
        if (definition->kind != "case") continue;
        for (uint64_t seed = 1; seed <= 12; ++seed) {
            const auto outcome = walk(*definition, loaded.library.vocabulary(), calendars, seed);
            EXPECT_TRUE(outcome.broken.empty()) << definition->id << " seed " << seed << ":\n" << lines(outcome.broken) << last_lines(outcome.transcript);
            EXPECT_TRUE(outcome.closed) << definition->id << " seed " << seed << ":\n" << lines(outcome.stuck) << last_lines(outcome.transcript);
        }
    }
}

}  // namespace hearken::engine
