// What a visitor has told so far, kept sealed on the server under a key that their cookie holds.
#pragma once
#include <optional>
#include <string>

#include "web/pages/form_asking.hpp"
#include "web/pages/site.hpp"
#include "web/pages/start_draft.hpp"

namespace hearken::web {

struct ReportDraft {
    std::string key;                       ///< of the cookie
    bool is_child = false;                 ///< the child or young person writes
    std::string given, family, age, gender;
    engine::Answers answers;
    Instant began_at{};
    bool asked_again = false;              ///< it came so fast, or so odd, that the button has to be pressed twice
    std::string reference;                 ///< once it has been sent
};

/// The visitor's own; nothing when they have none, or it has expired.
std::optional<ReportDraft> report_draft(const Visit& visit);
ReportDraft new_report_draft(const Visit& visit, bool is_child);
/// Keeps it, and lets the response carry its cookie.
void keep_report_draft(const Visit& visit, const ReportDraft& draft, Response& response);

/// What a form of this draft must bring back; nobody else's page can know it.
std::string report_token(const ReportDraft& draft);
inline constexpr char kReportToken[] = "_token";

}  // namespace hearken::web
