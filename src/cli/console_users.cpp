#include "cli/console_users.hpp"

#include <algorithm>

namespace hearken::cli {

Result<store::UserAccount> user_named(store::Reading& reading, const std::string& sign_in_name) {
    std::string name = sign_in_name;
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
    if (auto user = store::find_user_by_sign_in_name(reading, name)) return *user;
    return refuse(RefusalCode::NotFound, "no-such-user", "Nobody has the sign-in name \"" + name + "\". `hearken user list` shows everybody.", "sign-in-name");
}

Result<store::Organisation> organisation_named(store::Reading& reading, const std::string& words) {
    if (auto by_urn = store::find_organisation_by_urn(reading, words)) return *by_urn;
    if (auto by_id = store::find_organisation(reading, OrganisationId{words})) return *by_id;
    const auto alike = store::list_organisations(reading, {{}, words, false}, {20, {}}).items;
    std::vector<store::Organisation> exactly;
    std::copy_if(alike.begin(), alike.end(), std::back_inserter(exactly), [&](const auto& one) { return one.name == words; });
    if (exactly.size() == 1) return exactly.front();
    if (alike.size() == 1) return alike.front();
    std::string offered;
    for (const auto& one : alike) offered += (offered.empty() ? "" : ", ") + one.name + " (" + one.urn.value_or(one.id.str()) + ")";
    return refuse(RefusalCode::NotFound, "no-such-organisation",
                  alike.empty() ? "No organisation has the URN, id or name \"" + words + "\"." : "\"" + words + "\" may be several: " + offered + ". Use the URN or id.", "organisation");
}

}  // namespace hearken::cli
