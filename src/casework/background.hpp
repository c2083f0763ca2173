// Work that time brings: reminders, escalations, e-mail, and what falls due in a case by itself. Rows in a table that any
// server may claim; each reads the record again when it runs, so a reminder for something done meanwhile says nothing.
#pragma once
#include <string>

#include "casework/world.hpp"

namespace hearken::casework {

/// Sends one e-mail. Throws when it could not be handed over; it is then tried again later. The text never holds
/// personal data: it says that something waits, and where to sign in.
class Mailer {
public:
    virtual ~Mailer() = default;
    virtual void send(const std::string& to, const std::string& subject, const std::string& text) = 0;
};

/// Sends nothing: for an installation without an SMTP server. Notices in the product remain.
class NoMailer final : public Mailer {
public:
    void send(const std::string&, const std::string&, const std::string&) override {}
};

/// Does what is due now, up to `most` jobs; gives how many were done. `claimant` names this server process.
int run_due_jobs(World& world, Mailer& mailer, const std::string& claimant, const std::string& base_url, int most = 50);

}  // namespace hearken::casework
