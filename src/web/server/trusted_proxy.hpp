// Whose word is taken for where a request came from: only that of the proxies named in the configuration.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "web/server/named_values.hpp"

namespace hearken::web {

/// An IP address in 16 bytes, IPv4 as ::ffff:a.b.c.d.
using AddressBytes = std::array<uint8_t, 16>;
std::optional<AddressBytes> parse_address(std::string_view text);

class TrustedProxies {
  public:
    /// Trusts nobody.
    TrustedProxies() = default;
    /// "10.0.0.5", "10.1.0.0/16", "fd00::/8": every mistake is reported at once.
    static Result<TrustedProxies> from(const std::vector<std::string>& networks);

    struct Origin {
        std::string address;
        bool is_tls = false;
        bool operator==(const Origin&) const = default;
    };
    /// X-Forwarded-For is read from its right end, for as long as those who wrote it are trusted; what an untrusted
    /// sender wrote is never believed.
    Origin resolve(const std::string& peer, bool peer_is_tls, const Headers& headers) const;
    bool trusts(std::string_view address) const;

  private:
    struct Network {
        AddressBytes address;
        int bits;
    };
    std::vector<Network> networks_;
};

}  // namespace hearken::web
