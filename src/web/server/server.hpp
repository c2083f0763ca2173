// The HTTP server: sockets, threads, time-outs and limits around one function from Request to Response.
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "web/server/message_gate.hpp"
#include "web/server/multipart.hpp"
#include "web/server/request.hpp"
#include "web/server/respond.hpp"
#include "web/server/response.hpp"
#include "web/server/security_headers.hpp"
#include "web/server/trusted_proxy.hpp"

namespace hearken::web {

/// What is logged of a request: nothing a person typed, no address that names a child, no query, no body.
struct LogLine {
    std::string method;
    std::string route;  ///< the name of the route, never the path: paths hold identifiers of people
    int status = 0;
    std::chrono::milliseconds took{0};
    std::string request_id;
    std::string failure;  ///< the type of what was thrown; its words may hold data and are left out
};

struct TlsFiles {
    std::string certificate_chain;  ///< PEM
    std::string private_key;        ///< PEM
};

struct ServerConfig {
    std::string address = "127.0.0.1";
    uint16_t port = 0;  ///< 0 lets the system choose; `start` says which
    size_t io_threads = 1;
    size_t worker_threads = 8;
    size_t longest_queue = 256;  ///< requests waiting for a worker; beyond that they are told at once to come back

    MessageLimits message;
    MultipartLimits form;
    size_t most_connections = 2000;
    size_t most_connections_per_address = 500;  ///< a whole school may share one address; trusted proxies are exempt

    std::chrono::milliseconds head_time{10'000};      ///< for a request's head to arrive, and for a TLS handshake
    std::chrono::milliseconds message_time{120'000};  ///< for a whole request, its attachments included
    std::chrono::milliseconds idle_time{60'000};      ///< between requests
    std::chrono::milliseconds write_time{60'000};
    std::chrono::milliseconds handling_time{60'000};  ///< after this the reader gets 503, whatever the handler does
    std::chrono::milliseconds stop_time{30'000};      ///< for requests in flight to finish

    std::optional<TlsFiles> tls;
    TrustedProxies trusted_proxies;
    SecurityHeaders security;
    std::function<void(const LogLine&)> log;  ///< called from several threads
    std::function<Response(const Request*, const BadMessage&, const std::string& request_id)> error_page = plain_error;
};

/// Called from several worker threads at once; may block. What it throws becomes a 500 without any detail.
using Handler = std::function<Response(const Request&)>;

class Server {
  public:
    Server(ServerConfig config, Handler handler);
    ~Server();  ///< stops
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Listens, and returns the port. Throws std::runtime_error in words for an administrator (port taken,
    /// certificate unreadable).
    uint16_t start();
    /// No new connections; requests in flight finish, for as long as `stop_time`. May be called again.
    void stop();

  private:
    class Running;
    std::unique_ptr<Running> running_;
};

/// Serves until SIGTERM or SIGINT, then stops gracefully. `on_listening` is told the port.
void serve(ServerConfig config, Handler handler, const std::function<void(uint16_t port)>& on_listening);

}  // namespace hearken::web
