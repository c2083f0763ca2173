#include "web/server/trusted_proxy.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <cstring>

#include "web/server/http_text.hpp"

namespace hearken::web {
namespace {

/// "192.0.2.1:4711" and "[2001:db8::1]:4711" are how some proxies write an address.
std::string_view without_port(std::string_view text) {
    if (text.starts_with('[')) {
        const auto close = text.find(']');
        return close == std::string_view::npos ? std::string_view{} : text.substr(1, close - 1);
    }
    return std::count(text.begin(), text.end(), ':') == 1 ? text.substr(0, text.find(':')) : text;
}

}  // namespace

std::optional<AddressBytes> parse_address(std::string_view text) {
    const std::string terminated(text.substr(0, 64));
    AddressBytes bytes{};
    if (inet_pton(AF_INET6, terminated.c_str(), bytes.data()) == 1) return bytes;
    bytes = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    if (inet_pton(AF_INET, terminated.c_str(), bytes.data() + 12) == 1) return bytes;
    return std::nullopt;
}

Result<TrustedProxies> TrustedProxies::from(const std::vector<std::string>& networks) {
    TrustedProxies trusted;
    Refusal refusal;
    for (const auto& text : networks) {
        std::string_view rest = text;
        const auto address = parse_address(next_part(rest, '/'));
        const bool has_bits = text.find('/') != std::string::npos;
        const bool is_v4 = text.find(':') == std::string::npos;
        const auto bits = has_bits ? decimal(rest) : std::optional<long long>(is_v4 ? 32 : 128);
        if (!address || !bits || *bits > (is_v4 ? 32 : 128)) {
            refusal.reasons.push_back(
                {"bad-network",
                 "'" + text + "' is not an address or a network. Write 10.0.0.5, 10.1.0.0/16 or fd00::/8.",
                 "trusted_proxies"});
            continue;
        }
        trusted.networks_.push_back({*address, static_cast<int>(*bits) + (is_v4 ? 96 : 0)});
    }
    if (!refusal.reasons.empty()) return refuse(std::move(refusal));
    return trusted;
}

bool TrustedProxies::trusts(std::string_view address) const {
    const auto bytes = parse_address(address);
    if (!bytes) return false;
    return std::any_of(networks_.begin(), networks_.end(), [&](const Network& network) {
        const int whole = network.bits / 8, left = network.bits % 8;
        if (std::memcmp(bytes->data(), network.address.data(), static_cast<size_t>(whole)) != 0) return false;
        const auto at = static_cast<size_t>(whole);
        return left == 0 || ((*bytes)[at] ^ network.address[at]) >> (8 - left) == 0;
    });
}

TrustedProxies::Origin TrustedProxies::resolve(const std::string& peer, bool peer_is_tls,
                                               const Headers& headers) const {
    Origin origin{peer, peer_is_tls};
    if (!trusts(peer)) return origin;
    const auto protocols = headers.all("x-forwarded-proto");
    if (!protocols.empty()) {
        std::string_view protocol = protocols.back();
        protocol = trimmed(protocol.substr(protocol.rfind(',') + 1));
        origin.is_tls = same_ignoring_case(protocol, "https");
    }
    std::vector<std::string> hops;
    for (const auto& line : headers.all("x-forwarded-for")) {
        std::string_view rest = line;
        while (!rest.empty()) hops.emplace_back(without_port(trimmed(next_part(rest, ','))));
    }
    for (auto hop = hops.rbegin(); hop != hops.rend(); ++hop) {
        if (!parse_address(*hop)) break;
        origin.address = *hop;
        if (!trusts(*hop)) break;
    }
    return origin;
}

}  // namespace hearken::web
