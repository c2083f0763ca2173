#include "cli/config.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace hearken::cli {
namespace {

SettingTexts texts(std::initializer_list<std::pair<const char*, const char*>> values) {
    SettingTexts all;
    for (const auto& [name, value] : values) all[name] = {value, "a test"};
    return all;
}

std::vector<std::string> fields(const Result<Config>& config) {
    std::vector<std::string> names;
    if (!config)
        for (const auto& reason : config.error().reasons) names.push_back(reason.field);
    return names;
}

}  // namespace

TEST(Config, TheDefaultsAreAGoodConfiguration) {
    const auto config = config_from({}, "/nowhere/hearken");
    ASSERT_TRUE(config);
    EXPECT_TRUE(config->is_loopback());
    EXPECT_FALSE(config->smtp);
    EXPECT_FALSE(config->test_clock);
    EXPECT_EQ(config->base_url, "http://localhost:8080");
}

TEST(Config, EveryFaultIsToldAtOnceAndNamesItsSetting) {
    const auto config = config_from(texts({{"port", "0"}, {"workers", "many"}, {"smtp-host", "mail"}, {"test-clock", "perhaps"}}), "hearken");
    EXPECT_EQ(fields(config), (std::vector<std::string>{"port", "workers", "smtp-from", "test-clock"}));
}

TEST(Config, ATestClockIsRefusedWhereOthersCouldReachIt) {
    EXPECT_EQ(fields(config_from(texts({{"test-clock", "yes"}, {"address", "0.0.0.0"}}), "hearken")), std::vector<std::string>{"test-clock"});
    EXPECT_TRUE(config_from(texts({{"test-clock", "yes"}, {"address", "127.0.0.1"}}), "hearken"));
}

TEST(Config, APasswordIsNeverSentInTheClear) {
    const auto config = config_from(texts({{"smtp-host", "mail"}, {"smtp-from", "a@example.org"}, {"smtp-user", "a"}, {"smtp-password-file", "/dev/null"}, {"smtp-tls", "none"}}), "hearken");
    EXPECT_EQ(fields(config), std::vector<std::string>{"smtp-tls"});
}

TEST(Config, AnUnknownNameIsToldWithTheNearestOneAndTheRestIsRead) {
    std::vector<Reason> faults;
    const auto read = settings_from_yaml("databse: x\nport: 81\n", "hearken.yaml", faults);
    ASSERT_EQ(faults.size(), 1u);
    EXPECT_EQ(faults[0].text, "hearken.yaml line 1: there is no setting \"databse\". Did you mean database?");
    EXPECT_EQ(read.at("port").value, "81");
}

TEST(Config, TheFileSaysNothingTwiceAndNothingNested) {
    for (const char* wrong : {"port: 1\nport: 2\n", "port: {a: b}\n", "- port\n", "port: [\n"}) {
        std::vector<Reason> faults;
        settings_from_yaml(wrong, "f", faults);
        EXPECT_EQ(faults.size(), 1u) << wrong;
    }
    std::vector<Reason> faults;
    EXPECT_TRUE(settings_from_yaml("", "f", faults).empty());
    EXPECT_TRUE(faults.empty());
}

TEST(Config, AListIsReadAsTheEnvironmentWritesIt) {
    std::vector<Reason> faults;
    const auto read = settings_from_yaml("trusted-proxies: [10.0.0.5, fd00::/8]\n", "f", faults);
    EXPECT_EQ(read.at("trusted-proxies").value, "10.0.0.5, fd00::/8");
    EXPECT_TRUE(config_from(read, "hearken"));
}

TEST(Config, EnvironmentNamesThatAreNoSettingAreTold) {
    std::vector<std::string> unknown;
    const auto read = settings_from_environment({{"HEARKEN_PORT", "81"}, {"HEARKEN_POORT", "82"}, {"HEARKEN_CONFIG", "x"}, {"HEARKEN_TEST_POSTGRES", "x"}, {"PATH", "x"}}, unknown);
    EXPECT_EQ(read.at("port").value, "81");
    EXPECT_EQ(unknown, std::vector<std::string>{"HEARKEN_POORT"});
}

TEST(Config, EverySettingHasItsHeadingInTheOperatingGuide) {
    std::ifstream file(HEARKEN_SOURCE_DIR "/docs/operating.md");
    const std::string guide(std::istreambuf_iterator<char>(file), {});
    for (const auto& setting : settings()) EXPECT_NE(guide.find("\n### " + std::string(setting.name) + "\n"), std::string::npos) << setting.name;
}

}  // namespace hearken::cli
