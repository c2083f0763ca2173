// The settings of an installation: one file, the environment over it, options of the command line over both. All of them
// are checked at once, so that an administrator reads every fault the first time.
#pragma once
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/result.hpp"
#include "web/server/trusted_proxy.hpp"

namespace hearken::cli {

struct SmtpConfig {
    enum class Security { StartTls, Tls, None };
    std::string host;
    uint16_t port = 587;
    Security security = Security::StartTls;
    std::string user, password, from;
};

struct Config {
    std::string database;
    std::string address = "127.0.0.1";
    uint16_t port = 8080;
    std::string base_url;  ///< without a slash at its end
    std::string tls_certificate, tls_key;
    web::TrustedProxies trusted_proxies;
    std::optional<SmtpConfig> smtp;
    std::chrono::minutes session_idle{30};
    std::chrono::hours session_longest{12};
    std::string procedures, assets;
    std::string log_level = "info";
    std::string breached_passwords;  ///< the file's text
    int workers = 8;
    bool test_clock = false;

    bool is_loopback() const;
};

/// One setting: how it is written, and what an administrator is told of it (docs/operating.md has a heading for each).
struct Setting {
    const char* name;           ///< in the file; HEARKEN_ and capitals in the environment
    const char* default_value;  ///< empty: none
    const char* about;
};
const std::vector<Setting>& settings();
std::string environment_name(const std::string& setting);

/// Where the words of a setting came from, for messages: "hearken.yaml line 3", "HEARKEN_PORT", "--port".
struct SettingText {
    std::string value, from;
};
using SettingTexts = std::map<std::string, SettingText>;

/// The file's settings, and into `faults` what is wrong in it: not YAML, unknown names, names twice, values that are not
/// plain. What can be read is read, so that its own faults are told too.
SettingTexts settings_from_yaml(const std::string& text, const std::string& file, std::vector<Reason>& faults);

/// Names beginning HEARKEN_ that are no setting, into `unknown`: they are told of, since a misspelt one changes nothing.
SettingTexts settings_from_environment(const std::map<std::string, std::string>& environment, std::vector<std::string>& unknown);

/// Every fault names its setting (`field`), where it was read and what to write instead. Reads the files that settings
/// name (certificate, passwords); `program` is the path of this program, beside which procedures and assets are looked for.
Result<Config> config_from(const SettingTexts& texts, const std::string& program);

/// All of the above, for a command: `file` from --config, otherwise HEARKEN_CONFIG, otherwise ./hearken.yaml if it is there.
Result<Config> read_config(const std::string& file, const SettingTexts& options, const std::string& program);

}  // namespace hearken::cli
