#include "cli/config.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <filesystem>
#include <sstream>

#include "cli/files.hpp"
#include "web/server/trusted_proxy.hpp"

extern char** environ;

namespace hearken::cli {

namespace fs = std::filesystem;

const std::vector<Setting>& settings() {
    static const std::vector<Setting> all{
        {"database", "sqlite://hearken.db", "where the records are kept"},
        {"address", "127.0.0.1", "the network address to listen at"},
        {"port", "8080", "the port to listen at"},
        {"base-url", "", "the address that people type, put into e-mails"},
        {"tls-certificate", "", "PEM file with the certificate and its chain"},
        {"tls-key", "", "PEM file with the certificate's private key"},
        {"trusted-proxies", "", "networks of proxies whose word about a reader's address is taken"},
        {"smtp-host", "", "the server that takes e-mail"},
        {"smtp-port", "587", "its port"},
        {"smtp-tls", "starttls", "starttls, tls or none"},
        {"smtp-user", "", "name to sign in to it with"},
        {"smtp-password-file", "", "file that holds the password and nothing else"},
        {"smtp-from", "", "the address that e-mails come from"},
        {"session-idle-minutes", "30", "time without a press after which people sign in again"},
        {"session-longest-hours", "12", "time after which everybody signs in again"},
        {"procedures", "", "folder of the definitions"},
        {"assets", "", "folder that holds node_modules and src/web/assets"},
        {"log-level", "info", "debug, info, warn or error"},
        {"breached-passwords", "", "file of passwords that nobody may choose, one a line"},
        {"workers", "8", "pages that are made at one time"},
        {"test-clock", "no", "a clock that a program sets; demonstrations only"},
    };
    return all;
}

std::string environment_name(const std::string& setting) {
    std::string name = "HEARKEN_";
    for (const char c : setting) name += c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return name;
}

bool Config::is_loopback() const { return address == "localhost" || address == "::1" || address.starts_with("127."); }

SettingTexts settings_from_environment(const std::map<std::string, std::string>& environment, std::vector<std::string>& unknown) {
    SettingTexts texts;
    for (const auto& [name, value] : environment) {
        if (!name.starts_with("HEARKEN_") || name == "HEARKEN_CONFIG" || name.starts_with("HEARKEN_TEST_")) continue;
        const auto known = std::find_if(settings().begin(), settings().end(), [&](const Setting& setting) { return environment_name(setting.name) == name; });
        if (known == settings().end()) unknown.push_back(name);
        else texts[known->name] = {value, name};
    }
    return texts;
}

namespace {

/// Reads the settings one by one and gathers what is wrong.
class Checker {
public:
    Checker(const SettingTexts& texts, std::string program) : texts_(texts), program_(std::move(program)) {}

    Result<Config> all() {
        where_to_listen();
        encryption();
        email();
        sessions();
        folders();
        config_.database = text("database");
        if (!config_.database.starts_with("sqlite://") && !config_.database.starts_with("postgresql://"))
            wrong("database", "is not a database. Write sqlite:///path/to/file or postgresql://user@host/name.");
        config_.log_level = one_of("log-level", {"debug", "info", "warn", "error"});
        if (const auto file = text("breached-passwords"); !file.empty()) config_.breached_passwords = contents("breached-passwords", file);
        config_.test_clock = yes("test-clock");
        if (config_.test_clock && !config_.is_loopback())
            wrong("test-clock", "is on, but the server would listen at " + config_.address + ". A clock that anybody may set is allowed on this machine alone: leave `address` at 127.0.0.1, or switch the test clock off.");
        if (!refusal_.reasons.empty()) return refuse(std::move(refusal_));
        return std::move(config_);
    }

private:
    std::string text(const std::string& name) const {
        const auto found = texts_.find(name);
        if (found != texts_.end()) return found->second.value;
        const auto known = std::find_if(settings().begin(), settings().end(), [&](const Setting& setting) { return name == setting.name; });
        return known->default_value;
    }

    void wrong(const std::string& name, const std::string& what) {
        const auto found = texts_.find(name);
        const std::string from = found == texts_.end() ? std::string{} : " (" + found->second.from + ")";
        const std::string value = text(name);
        refusal_.reasons.push_back({"setting", name + from + (value.empty() ? " " : ": \"" + value + "\" ") + what, name});
    }

    int number(const std::string& name, int least, int most) {
        const std::string value = text(name);
        int result = 0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), result);
        if (error != std::errc{} || end != value.data() + value.size() || result < least || result > most) {
            wrong(name, "is not a whole number from " + std::to_string(least) + " to " + std::to_string(most) + ".");
            return least;
        }
        return result;
    }

    bool yes(const std::string& name) {
        const std::string value = text(name);
        if (value == "yes" || value == "true") return true;
        if (value != "no" && value != "false") wrong(name, "is neither yes nor no.");
        return false;
    }

    std::string one_of(const std::string& name, const std::vector<std::string>& words) {
        const std::string value = text(name);
        if (std::find(words.begin(), words.end(), value) != words.end()) return value;
        std::string list;
        for (size_t i = 0; i < words.size(); ++i) list += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + words[i];
        wrong(name, "is not one of the words it can be. Write " + list + ".");
        return words.front();
    }

    std::string contents(const std::string& name, const std::string& file) {
        if (auto read = read_file(file)) return *read;
        wrong(name, "cannot be read. Check that the file is there and that the user Hearken runs as may read it.");
        return {};
    }

    void where_to_listen() {
        config_.port = static_cast<uint16_t>(number("port", 1, 65535));
        config_.workers = number("workers", 1, 256);
        config_.address = text("address");
        if (config_.address != "localhost" && !web::parse_address(config_.address))
            wrong("address", "is not an address of this machine. Write 127.0.0.1 for this machine alone, or 0.0.0.0 for every network it is in.");
        std::vector<std::string> networks;
        std::istringstream list(text("trusted-proxies"));
        for (std::string network; std::getline(list, network, ',');) {
            network.erase(0, network.find_first_not_of(' '));
            network.erase(network.find_last_not_of(' ') + 1);
            if (!network.empty()) networks.push_back(network);
        }
        if (auto proxies = web::TrustedProxies::from(networks)) config_.trusted_proxies = *proxies;
        else for (const auto& reason : proxies.error().reasons) wrong("trusted-proxies", "is not right: " + reason.text);

        config_.base_url = text("base-url");
        while (config_.base_url.ends_with('/')) config_.base_url.pop_back();
        const bool web_address = config_.base_url.starts_with("http://") || config_.base_url.starts_with("https://");
        if (!config_.base_url.empty() && !web_address) wrong("base-url", "is not a web address. Write for example https://hearken.example.org.");
    }

    void encryption() {
        config_.tls_certificate = text("tls-certificate");
        config_.tls_key = text("tls-key");
        if (config_.tls_certificate.empty() != config_.tls_key.empty()) {
            const char* missing = config_.tls_key.empty() ? "tls-key" : "tls-certificate";
            wrong(missing, "is missing. A certificate and its key go together: set both, or neither.");
        }
        if (!config_.tls_certificate.empty()) contents("tls-certificate", config_.tls_certificate);
        if (!config_.tls_key.empty()) contents("tls-key", config_.tls_key);
        if (config_.base_url.empty())
            config_.base_url = (config_.tls_key.empty() ? "http://localhost:" : "https://localhost:") + std::to_string(config_.port);
    }

    void email() {
        SmtpConfig smtp;
        smtp.host = text("smtp-host");
        smtp.port = static_cast<uint16_t>(number("smtp-port", 1, 65535));
        const std::string security = one_of("smtp-tls", {"starttls", "tls", "none"});
        smtp.security = security == "tls" ? SmtpConfig::Security::Tls : security == "none" ? SmtpConfig::Security::None : SmtpConfig::Security::StartTls;
        smtp.user = text("smtp-user");
        smtp.from = text("smtp-from");
        if (const auto file = text("smtp-password-file"); !file.empty()) {
            smtp.password = contents("smtp-password-file", file);
            smtp.password.erase(smtp.password.find_last_not_of("\r\n") + 1);
        }
        if (smtp.host.empty()) {
            for (const char* other : {"smtp-user", "smtp-from", "smtp-password-file"})
                if (!text(other).empty()) wrong(other, "has no use without a server. Set smtp-host too, or remove it.");
            return;
        }
        if (smtp.from.find('@') == std::string::npos || smtp.from.find_first_of(" \r\n<>,;") != std::string::npos)
            wrong("smtp-from", "is not an e-mail address. Write for example hearken@example.org.");
        if (smtp.user.empty() != text("smtp-password-file").empty()) {
            const char* missing = smtp.user.empty() ? "smtp-user" : "smtp-password-file";
            wrong(missing, "is missing. A name and a password file go together: set both, or neither.");
        }
        if (!smtp.user.empty() && smtp.security == SmtpConfig::Security::None)
            wrong("smtp-tls", "would send the password readable by anybody on the way. Write starttls or tls, or remove smtp-user.");
        config_.smtp = smtp;
    }

    void sessions() {
        config_.session_idle = std::chrono::minutes{number("session-idle-minutes", 1, 720)};
        config_.session_longest = std::chrono::hours{number("session-longest-hours", 1, 24)};
        if (config_.session_idle > config_.session_longest)
            wrong("session-idle-minutes", "is longer than session-longest-hours. Make it shorter.");
    }

    void folders() {
        config_.procedures = folder("procedures", {"procedures"}, "vocabulary.yaml", "the definitions (vocabulary.yaml is in it)");
        config_.assets = folder("assets", {"."}, "src/web/assets/hearken.css", "the assets (src/web/assets/hearken.css and node_modules are in it)");
    }

    /// As told; otherwise here, beside the program's build folder, or where a package puts it.
    std::string folder(const std::string& name, const std::vector<std::string>& here, const std::string& holds, const std::string& what) {
        if (const auto told = text(name); !told.empty()) {
            if (!fs::exists(fs::path(told) / holds)) wrong(name, "does not hold " + what + ". Give the folder that does.");
            return told;
        }
        const fs::path beside = fs::path(program_).parent_path();
        for (const auto& folder : here)
            for (const fs::path& candidate : {fs::path(folder), beside / "../.." / folder, beside / "../share/hearken" / folder})
                if (fs::exists(candidate / holds)) return candidate.lexically_normal().string();
        return {};  // told when it is needed: `version` or `calendar due` need neither
    }

    const SettingTexts& texts_;
    std::string program_;
    Config config_;
    Refusal refusal_;
};

std::map<std::string, std::string> environment_of_process() {
    std::map<std::string, std::string> environment;
    for (char** entry = environ; entry && *entry; ++entry) {
        const std::string text = *entry;
        if (const size_t equals = text.find('='); equals != std::string::npos) environment[text.substr(0, equals)] = text.substr(equals + 1);
    }
    return environment;
}

}  // namespace

Result<Config> config_from(const SettingTexts& texts, const std::string& program) { return Checker(texts, program).all(); }

Result<Config> read_config(const std::string& file, const SettingTexts& options, const std::string& program) {
    const auto environment = environment_of_process();
    std::string path = file;
    if (path.empty())
        if (const auto named = environment.find("HEARKEN_CONFIG"); named != environment.end()) path = named->second;
    const bool asked_for = !path.empty();
    if (!asked_for) path = "hearken.yaml";

    SettingTexts texts;
    Refusal refusal;
    if (const auto text = read_file(path)) {
        texts = settings_from_yaml(*text, path, refusal.reasons);
    } else if (asked_for) {
        refusal = Refusal::of(RefusalCode::Invalid, "config", path + " cannot be read. Check --config and HEARKEN_CONFIG.");
    }
    std::vector<std::string> unknown;
    for (const auto& [name, text] : settings_from_environment(environment, unknown)) texts[name] = text;
    for (const auto& name : unknown) tell(name + " is set in the environment, but Hearken has no such setting. It changes nothing.");
    for (const auto& [name, text] : options) texts[name] = text;
    auto config = config_from(texts, program);
    if (!config) refusal.reasons.insert(refusal.reasons.end(), config.error().reasons.begin(), config.error().reasons.end());
    if (!refusal.reasons.empty()) return refuse(std::move(refusal));
    return config;
}

}  // namespace hearken::cli
