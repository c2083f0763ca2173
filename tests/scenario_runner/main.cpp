// Every tests/scenarios/*.yaml as one test on SQLite and one on PostgreSQL (skipped, loudly, without a server).
#include <gtest/gtest.h>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "scenario_runner/play.hpp"
#include "store/on_both.hpp"

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

std::string test_name(const testing::TestParamInfo<std::tuple<std::string, std::string>>& story) {
    std::string name = std::get<0>(story.param) + "_on_" + std::get<1>(story.param);
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

}  // namespace

class Scenario : public testing::TestWithParam<std::tuple<std::string, std::string>> {};

TEST_P(Scenario, Holds) {
    const auto& [story, backend] = GetParam();
    const bool postgresql = backend == "postgresql";
    if (postgresql && !std::getenv("HEARKEN_TEST_POSTGRES")) GTEST_SKIP() << "NOT RUN ON POSTGRESQL: HEARKEN_TEST_POSTGRES is not set. Run: tools/with-postgres <this test>";
    const store::Place place(postgresql);
    for (const auto& failure : play(text_of(folder() / (story + ".yaml")), text_of(folder() / "cast.yaml"), place.address())) ADD_FAILURE() << story << ".yaml, " << failure;
}

INSTANTIATE_TEST_SUITE_P(Every, Scenario, testing::Combine(testing::ValuesIn(stories()), testing::Values("sqlite", "postgresql")), test_name);
}  // namespace hearken::scenario

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
