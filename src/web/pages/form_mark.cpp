#include "web/pages/form_mark.hpp"

#include "auth/sealed_text.hpp"
#include "web/server/http_text.hpp"

namespace hearken::web {

namespace {

constexpr char kPurpose[] = "form-mark";
constexpr std::chrono::hours kLongest{24};

}  // namespace

std::string seal_mark(const Site& site, const FormMark& mark) {
    return auth::seal(site.seal_key, kPurpose, to_iso(site.world.clock.now()) + "\n" + mark.user.str() + "\n" + mark.draft_key + "\n" + mark.page);
}

std::optional<FormMark> open_mark(const Site& site, std::string_view sealed) {
    const auto text = auth::unseal(site.seal_key, kPurpose, sealed);
    if (!text) return std::nullopt;
    std::string_view rest = *text;
    const auto made = instant_from_iso(next_part(rest, '\n'));
    if (!made || site.world.clock.now() - *made > kLongest) return std::nullopt;
    FormMark mark;
    mark.user = UserId{std::string(next_part(rest, '\n'))};
    mark.draft_key = std::string(next_part(rest, '\n'));
    mark.page = std::string(rest);
    if (mark.user.empty()) return std::nullopt;
    return mark;
}

}  // namespace hearken::web
