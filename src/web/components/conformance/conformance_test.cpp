// Every fixture that govuk-frontend publishes, hidden ones too, of every component we have.
#include <gtest/gtest.h>

#include <fstream>

#include "web/components/conformance/normalised.hpp"
#include "web/components/conformance/options_from_json.hpp"

namespace hearken::web::testing {
namespace {

struct Fixture {
    std::string component;
    std::string name;
    Json options;
    std::string html;
};

const Renderers& renderers() {
    static const Renderers kAll = [] {
        Renderers all;
        add_field_renderers(all);
        add_content_renderers(all);
        return all;
    }();
    return kAll;
}

std::vector<Fixture> fixtures() {
    std::vector<Fixture> all;
    for (const auto& [component, render] : renderers()) {
        std::ifstream file(std::string(HEARKEN_SOURCE_DIR) + "/node_modules/govuk-frontend/dist/govuk/components/" +
                           component + "/fixtures.json");
        if (!file) continue;  // Fixtures.AreInstalled says so
        const auto published = Json::parse(file);
        for (const auto& fixture : published.at("fixtures"))
            all.push_back({component, fixture.at("name"), fixture.at("options"), fixture.at("html")});
    }
    return all;
}

class Conformance : public ::testing::TestWithParam<Fixture> {};

TEST_P(Conformance, RendersTheFixtureAsPublished) {
    const auto& fixture = GetParam();
    const auto made = renderers().at(fixture.component)(fixture.options, fixture.html);
    EXPECT_EQ(normalised(made.str()), normalised(fixture.html)) << fixture.options.dump(2);
}

std::string test_name(const ::testing::TestParamInfo<Fixture>& info) {
    // gtest allows letters, digits and underscores; the number keeps names apart that differ only in punctuation.
    std::string name = info.param.component + "__" + info.param.name;
    for (char& c : name)
        if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
    return name + "_" + std::to_string(info.index);
}

INSTANTIATE_TEST_SUITE_P(Govuk, Conformance, ::testing::ValuesIn(fixtures()), test_name);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Conformance);

TEST(Fixtures, AreInstalled) {
    if (fixtures().empty()) GTEST_SKIP() << "node_modules is absent: run npm ci --ignore-scripts, then test again";
    std::map<std::string, int> counts;
    for (const auto& fixture : fixtures()) ++counts[fixture.component];
    EXPECT_EQ(counts.size(), renderers().size()) << "a component has no published fixtures";
}

TEST(Normalised, KeepsEveryDifferenceThatABrowserWouldShow) {
    EXPECT_EQ(normalised("<p  b=\"2\" a='1'>\n x  y </p>"), normalised("<p a=\"1\" b=\"2\">x y</p>"));
    EXPECT_NE(normalised("<p>a <span>b</span></p>"), normalised("<p>a<span>b</span></p>"));
    EXPECT_NE(normalised("<p a=\"1\">x</p>"), normalised("<p a=\"2\">x</p>"));
    EXPECT_NE(normalised("<textarea>a  b</textarea>"), normalised("<textarea>a b</textarea>"));
    EXPECT_NE(normalised("<p><b></b></p>"), normalised("<p></p>"));
}

}  // namespace
}  // namespace hearken::web::testing
