#include "people/address.hpp"

#include <algorithm>
#include <cstdlib>

#include "people/checks.hpp"
#include "people/postcode.hpp"
#include "people/text.hpp"

namespace hearken::people {

namespace {

constexpr size_t kMostLines = 6;
constexpr const char* kMaskedNote = "Protected address: ask the allocated worker";

AddressText tidied(AddressText text) {
    std::vector<std::string> lines;
    for (const std::string& line : text.lines)
        if (std::string kept = tidy(line); !kept.empty()) lines.push_back(std::move(kept));
    text.lines = std::move(lines);
    text.postcode = tidy(text.postcode);
    if (const auto postcode = normalised_postcode(text.postcode)) text.postcode = *postcode;
    text.uprn = tidy(text.uprn);
    return text;
}

void check_text(const AddressText& text, Checks& checks) {
    if (text.lines.empty())
        checks.wrong("required",
                     "Enter the first line of the address. For a person with no fixed address, write 'No fixed abode'.",
                     "lines");
    if (text.lines.size() > kMostLines) checks.wrong("too-many-lines", "Write the address in six lines or fewer.", "lines");
    for (const std::string& line : text.lines) checks.plain_text(line, "Each line of the address", 100, "lines");
    if (!text.postcode.empty() && !normalised_postcode(text.postcode))
        checks.wrong("postcode",
                     "Enter a UK postcode such as CB1 1AA. For an address abroad leave the postcode empty and write "
                     "the country as the last line.",
                     "postcode");
    const bool digits = std::all_of(text.uprn.begin(), text.uprn.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || text.uprn.size() > 12)
        checks.wrong("uprn", "A property reference number (UPRN) has up to 12 digits.", "uprn");
}

void check_protection(const Protection& protection, Checks& checks) {
    if (protection.kind == ProtectionKind::None) return;
    if (tidy(protection.reason).empty())
        checks.wrong("required", "Say why this address is protected, so that the next worker knows.", "protection.reason");
    else
        checks.lines_of_text(protection.reason, "The reason", 2000, "protection.reason");
    if (protection.users_who_may_see.empty() && protection.teams_who_may_see.empty() &&
        protection.organisations_who_may_see.empty())
        checks.wrong("required", "Name at least one person, team or organisation who may see this address.",
                     "protection.who");
}

int order_of(AddressUse use) {
    switch (use) {
        case AddressUse::Home: return 0;
        case AddressUse::Placement: return 1;
        case AddressUse::TermTime: return 2;
        case AddressUse::Temporary: return 3;
    }
    return 4;
}

bool contains_words(const std::string& document, const std::string& words) {
    return !words.empty() && (" " + document + " ").find(" " + words + " ") != std::string::npos;
}

}  // namespace

std::string_view code_of(ProtectionKind kind) {
    switch (kind) {
        case ProtectionKind::None: return "none";
        case ProtectionKind::Refuge: return "refuge";
        case ProtectionKind::ConfidentialPlacement: return "confidential-placement";
        case ProtectionKind::Other: return "other";
    }
    return {};
}

std::string_view label_of(ProtectionKind kind) {
    switch (kind) {
        case ProtectionKind::None: return "Not protected";
        case ProtectionKind::Refuge: return "Refuge";
        case ProtectionKind::ConfidentialPlacement: return "Confidential placement";
        case ProtectionKind::Other: return "Protected for another reason";
    }
    return {};
}

std::string_view code_of(AddressUse use) {
    switch (use) {
        case AddressUse::Home: return "home";
        case AddressUse::Temporary: return "temporary";
        case AddressUse::TermTime: return "term-time";
        case AddressUse::Placement: return "placement";
    }
    return {};
}

std::string_view label_of(AddressUse use) {
    switch (use) {
        case AddressUse::Home: return "Home";
        case AddressUse::Temporary: return "Temporary";
        case AddressUse::TermTime: return "Term time";
        case AddressUse::Placement: return "Placement";
    }
    return {};
}

std::string AddressView::one_line() const {
    if (masked) return note;
    std::string out;
    for (const std::string& line : text.lines) out += (out.empty() ? "" : ", ") + line;
    if (!text.postcode.empty()) out += (out.empty() ? "" : ", ") + text.postcode;
    return out;
}

Address::Address(AddressId id, AddressText text, Protection protection)
    : id_(std::move(id)), text_(std::move(text)), protection_(std::move(protection)) {}

Result<Address> Address::make(AddressId id, AddressText text, Protection protection) {
    text = tidied(std::move(text));
    Checks checks;
    check_text(text, checks);
    check_protection(protection, checks);
    if (!checks.passed()) return refuse(std::move(checks).refusal());
    return Address(std::move(id), std::move(text), std::move(protection));
}

Address Address::restored(AddressId id, AddressText text, Protection protection) {
    return Address(std::move(id), std::move(text), std::move(protection));
}

const AddressText& Address::text(const MaySeeProtectedAddress& permit) const {
    // Kept in release: going on would show a hidden family's address to a reader cleared for another one.
    if (permit.address() != id_) std::abort();
    return text_;
}

bool Address::is_mentioned_in(std::string_view document) const {
    if (!text_.postcode.empty() && letters_and_digits(document).find(letters_and_digits(text_.postcode)) != std::string::npos)
        return true;
    return !text_.lines.empty() && contains_words(folded(document), folded(text_.lines.front()));
}

Result<Address> Address::with_protection(Protection protection) const {
    return make(id_, text_, std::move(protection));
}

AddressView masked(const Address& address) { return masked(address, std::nullopt); }

AddressView masked(const Address& address, const std::optional<MaySeeProtectedAddress>& permit) {
    if (const AddressText* open = address.open_text()) return {false, *open, {}};
    if (permit) return {false, address.text(*permit), {}};
    return {true, {}, kMaskedNote};
}

std::vector<PersonAddress> addresses_of(const PersonId& person, Date day, const std::vector<PersonAddress>& all) {
    std::vector<PersonAddress> out;
    for (const PersonAddress& link : all)
        if (link.person == person && link.period.covers(day)) out.push_back(link);
    std::stable_sort(out.begin(), out.end(), [](const PersonAddress& a, const PersonAddress& b) {
        if (a.use != b.use) return order_of(a.use) < order_of(b.use);
        return a.period.from > b.period.from;
    });
    return out;
}

}  // namespace hearken::people
