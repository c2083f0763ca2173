// E-mail through an SMTP server, by libcurl.
#pragma once
#include "casework/background.hpp"
#include "cli/config.hpp"

namespace hearken::cli {

/// One connection a message: there are few, and a broken one is then nobody else's. Throws std::runtime_error with the
/// server's reason and without the address it was for.
class SmtpMailer final : public casework::Mailer {
public:
    explicit SmtpMailer(SmtpConfig config) : config_(std::move(config)) {}
    void send(const std::string& to, const std::string& subject, const std::string& text) override;

private:
    SmtpConfig config_;
};

}  // namespace hearken::cli
