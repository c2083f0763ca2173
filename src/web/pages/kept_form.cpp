#include "web/pages/kept_form.hpp"

#include "web/server/urlencoded.hpp"

namespace hearken::web {

Fields typed_fields(const Fields& fields) {
    Fields typed;
    for (const auto& [name, value] : fields) {
        const bool is_secret = name.find("password") != std::string::npos || name.find("secret") != std::string::npos;
        if (!name.empty() && name.front() != '_' && !is_secret) typed.add(name, value);
    }
    return typed;
}

std::optional<KeptForm> keep_form(const Site& site, const Request& request) {
    const auto mark = open_mark(site, request.form.fields.get(kFormMarkName));
    const auto typed = typed_fields(request.form.fields);
    if (!mark || typed.empty()) return std::nullopt;
    const std::string key = mark->draft_key.empty() ? kKeptPrefix + request.raw_path + (request.raw_query.empty() ? "" : "?" + request.raw_query) : mark->draft_key;
    casework::Session theirs;
    theirs.user = mark->user;
    if (!casework::save_draft(site.world, theirs, key, urlencoded(typed), std::nullopt)) return std::nullopt;
    if (mark->draft_key.empty()) return KeptForm{mark->user, "/carry-on?form=" + percent_encoded(key)};
    return KeptForm{mark->user, is_local_target(mark->page) ? mark->page : "/account/drafts"};
}

Fields typed_before(const Visit& visit, const std::string& draft_key) {
    if (!visit.session || draft_key.empty()) return {};
    const auto draft = casework::find_draft(visit.world(), *visit.session, draft_key);
    if (!draft) return {};
    return parse_urlencoded(draft->body).value_or(Fields{});
}

}  // namespace hearken::web
