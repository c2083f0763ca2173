// Every tests/scenarios/*.yaml as one test on SQLite and one on PostgreSQL (skipped, loudly, without a server).
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "scenario_runner/play.hpp"

namespace hearken::scenario {

namespace {

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::filesystem::path folder() { return std::filesystem::path(HEARKEN_SOURCE_DIR) / "tests" / "scenarios"; }

std::vector<std::string> stories() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder()))
        if (entry.path().extension() == ".yaml" && entry.path().stem() != "cast") names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

std::string test_name(const testing::TestParamInfo<std::string>& story) {
    std::string name = story.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

}  // namespace

class Scenario : public testing::TestWithParam<std::string> {
protected:
    void run_on(const std::string& database) {
        for (const auto& failure : play(text_of(folder() / (GetParam() + ".yaml")), text_of(folder() / "cast.yaml"), database)) ADD_FAILURE() << GetParam() << ".yaml, " << failure;
    }
};

TEST_P(Scenario, HoldsOnSqlite) {
    const auto file = std::filesystem::temp_directory_path() / ("hearken-scenario-" + std::to_string(getpid()) + ".db");
    const auto remove = [&] {
        for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + suffix);
    };
    remove();
    run_on("sqlite://" + file.string());
    remove();
}

INSTANTIATE_TEST_SUITE_P(Every, Scenario, testing::ValuesIn(stories()), test_name);

}  // namespace hearken::scenario

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
