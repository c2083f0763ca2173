// A socket for RESTinio that is plain or TLS, reads through a MessageGate and keeps its own time. Only server.cpp
// includes it: it is heavy.
#pragma once
#include <array>
#include <asio.hpp>
#include <asio/ssl.hpp>
#include <atomic>
#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "web/server/message_gate.hpp"
#include "web/server/trusted_proxy.hpp"

namespace hearken::web {

/// Shared by every connection of a server.
struct GateSettings {
    MessageLimits limits;
    std::chrono::milliseconds head_time, message_time, idle_time;
    std::shared_ptr<asio::ssl::context> tls;  ///< null for plain HTTP
    size_t most_connections = 0;
    size_t most_per_address = 0;
    TrustedProxies exempt;

    std::mutex mutex;
    std::map<std::string, size_t> connections;  ///< by address
    size_t all_connections = 0;
    std::atomic<int> lingering{0};
};

/// Holds a connection's place among those of the server and, unless it is exempt, among those of its address.
/// Counted here because RESTinio's own limiter is used by connections after it has been destroyed when a server ends.
class ConnectionPlace {
  public:
    ConnectionPlace(std::shared_ptr<GateSettings> settings, std::string address)
        : settings_(std::move(settings)), address_(std::move(address)) {
        const bool is_exempt = settings_->exempt.trusts(address_);
        const std::lock_guard lock(settings_->mutex);
        const auto of_address = ++settings_->connections[address_];
        is_within_limits_ = ++settings_->all_connections <= settings_->most_connections &&
                            (is_exempt || of_address <= settings_->most_per_address);
    }
    ~ConnectionPlace() {
        const std::lock_guard lock(settings_->mutex);
        --settings_->all_connections;
        if (--settings_->connections[address_] == 0) settings_->connections.erase(address_);
    }
    ConnectionPlace(const ConnectionPlace&) = delete;
    ConnectionPlace& operator=(const ConnectionPlace&) = delete;
    bool is_within_limits() const { return is_within_limits_; }

  private:
    std::shared_ptr<GateSettings> settings_;
    std::string address_;
    bool is_within_limits_ = false;
};

/// After a refusal the client may still be sending. Closing at once would reset the connection, and a reset makes
/// browsers throw away the answer that says why: so what comes is read and dropped, for a short while.
class Lingering : public std::enable_shared_from_this<Lingering> {
  public:
    Lingering(asio::ip::tcp::socket socket, std::shared_ptr<GateSettings> settings)
        : socket_(std::move(socket)),
          strand_(asio::make_strand(socket_.get_executor())),
          timer_(strand_),
          settings_(std::move(settings)) {}
    ~Lingering() { --settings_->lingering; }

    static void start(asio::ip::tcp::socket socket, const std::shared_ptr<GateSettings>& settings) {
        static constexpr int kMost = 64;
        if (++settings->lingering > kMost) {
            --settings->lingering;
            return;  // the socket closes here
        }
        const auto self = std::make_shared<Lingering>(std::move(socket), settings);
        self->timer_.expires_after(std::chrono::seconds{5});
        self->timer_.async_wait(asio::bind_executor(self->strand_, [self](const asio::error_code& ec) {
            asio::error_code ignored;
            if (!ec) self->socket_.close(ignored);
        }));
        asio::post(self->strand_, [self] { self->read(); });
    }

  private:
    void read() {
        const auto self = shared_from_this();
        socket_.async_read_some(asio::buffer(dropped_),
                                asio::bind_executor(strand_, [self](const asio::error_code& ec, size_t count) {
                                    self->total_ += count;
                                    if (!ec && self->total_ < kMostBytes) return self->read();
                                    self->timer_.cancel();
                                }));
    }

    static constexpr size_t kMostBytes = 64 * 1024 * 1024;
    asio::ip::tcp::socket socket_;
    asio::strand<asio::any_io_executor> strand_;
    asio::steady_timer timer_;
    std::shared_ptr<GateSettings> settings_;
    std::array<char, 16 * 1024> dropped_{};
    size_t total_ = 0;
};

class GateSocket {
    /// Outlives the GateSocket for as long as an operation on it is under way.
    struct Wire {
        Wire(asio::io_context& context, std::shared_ptr<GateSettings> shared)
            : settings(std::move(shared)), tcp(context), timer(context), gate(settings->limits) {
            if (settings->tls) tls.emplace(tcp, *settings->tls);
        }

        std::shared_ptr<GateSettings> settings;
        asio::ip::tcp::socket tcp;
        std::optional<asio::ssl::stream<asio::ip::tcp::socket&>> tls;
        asio::steady_timer timer;
        MessageGate gate;
        std::array<char, 16 * 1024> raw;
        std::optional<std::chrono::steady_clock::time_point> message_began;
        unsigned waiting = 0;  ///< which wait the timer is for
        bool timed_out = false;
        std::optional<ConnectionPlace> place;
    };

  public:
    using executor_type = asio::any_io_executor;

    GateSocket(asio::io_context& context, std::shared_ptr<GateSettings> settings)
        : wire_(std::make_shared<Wire>(context, std::move(settings))) {}

    auto& lowest_layer() { return wire_->tcp.lowest_layer(); }
    const auto& lowest_layer() const { return wire_->tcp.lowest_layer(); }
    executor_type get_executor() { return wire_->tcp.get_executor(); }
    bool is_open() const { return wire_->tcp.is_open(); }
    void cancel(asio::error_code& ec) { wire_->tcp.cancel(ec); }

    void shutdown(asio::ip::tcp::socket::shutdown_type what, asio::error_code& ec) {
        wire_->tcp.shutdown(wire_->gate.refused() ? asio::ip::tcp::socket::shutdown_send : what, ec);
    }
    void close() {
        wire_->timer.cancel();
        if (wire_->gate.refused() && wire_->tcp.is_open())
            Lingering::start(std::move(wire_->tcp), wire_->settings);
        else
            wire_->tcp.close();
    }

    /// Counts the connection against its address and, for TLS, shakes hands; then calls done(error).
    template <class Done>
    void prepare(Done done) {
        auto wire = wire_;
        asio::error_code ec;
        const auto remote = wire->tcp.remote_endpoint(ec).address();
        if (!ec) {
            wire->place.emplace(wire->settings, remote.to_string());
            if (!wire->place->is_within_limits()) ec = asio::error::connection_refused;
        }
        if (ec || !wire->tls) return done(ec);
        const auto strand = asio::make_strand(wire->tcp.get_executor());
        start_timer(wire, wire->settings->head_time, strand);
        wire->tls->async_handshake(asio::ssl::stream_base::server,
                                   asio::bind_executor(strand, [wire, done](const asio::error_code& failed) mutable {
                                       stop_timer(*wire);
                                       done(failed);
                                   }));
    }

    template <class Handler>
    void async_read_some(const asio::mutable_buffer& to, Handler&& handler) {
        if (wire_->gate.is_between_messages()) wire_->message_began.reset();
        read(wire_, to, std::forward<Handler>(handler));
    }

    template <class Buffers, class Handler>
    void async_write_some(const Buffers& from, Handler&& handler) {
        if (wire_->tls)
            wire_->tls->async_write_some(from, std::forward<Handler>(handler));
        else
            wire_->tcp.async_write_some(from, std::forward<Handler>(handler));
    }

  private:
    template <class Executor>
    static void start_timer(const std::shared_ptr<Wire>& wire, std::chrono::steady_clock::duration time,
                            const Executor& executor) {
        wire->timed_out = false;
        const unsigned waiting = ++wire->waiting;
        wire->timer.expires_after(time);
        wire->timer.async_wait(
            asio::bind_executor(executor, [waiting, weak = std::weak_ptr(wire)](const asio::error_code& ec) {
                const auto wire = weak.lock();
                if (ec || !wire || wire->waiting != waiting) return;
                wire->timed_out = true;
                asio::error_code ignored;
                wire->tcp.cancel(ignored);
            }));
    }
    static void stop_timer(Wire& wire) {
        ++wire.waiting;
        wire.timer.cancel();
    }

    /// How much longer may be waited for the next bytes. A message's time runs from its first byte, so that a
    /// trickle of bytes wins nothing (slow loris).
    static std::chrono::steady_clock::duration patience(Wire& wire) {
        const bool is_idle = wire.gate.is_between_messages() && !wire.gate.is_within_head();
        if (is_idle) return wire.settings->idle_time;
        const auto now = std::chrono::steady_clock::now();
        if (!wire.message_began) wire.message_began = now;
        const auto whole = wire.gate.is_within_head() ? wire.settings->head_time : wire.settings->message_time;
        return *wire.message_began + whole - now;
    }

    template <class Handler>
    static void read(std::shared_ptr<Wire> wire, asio::mutable_buffer to, Handler handler) {
        const auto executor = asio::get_associated_executor(handler, wire->tcp.get_executor());
        if (const size_t count = wire->gate.take(static_cast<char*>(to.data()), to.size())) {
            asio::post(executor,
                       [handler = std::move(handler), count]() mutable { handler(asio::error_code{}, count); });
            return;
        }
        if (wire->gate.take_continue()) return write_continue(std::move(wire), to, std::move(handler));

        start_timer(wire, patience(*wire), executor);
        auto& came = *wire;
        auto received = asio::bind_executor(executor, [wire = std::move(wire), to, handler = std::move(handler)](
                                                          asio::error_code ec, size_t count) mutable {
            stop_timer(*wire);
            if (wire->timed_out && wire->gate.is_between_messages() && !wire->gate.is_within_head())
                return handler(asio::error_code(asio::error::eof), size_t{0});
            if (wire->timed_out && wire->gate.can_refuse()) {
                wire->gate.refuse(408);
                ec = {};
                count = 0;
            }
            if (ec) return handler(wire->timed_out ? asio::error_code(asio::error::timed_out) : ec, size_t{0});
            wire->gate.feed({wire->raw.data(), count});
            read(std::move(wire), to, std::move(handler));
        });
        const auto buffer = asio::buffer(came.raw);
        if (came.tls)
            came.tls->async_read_some(buffer, std::move(received));
        else
            came.tcp.async_read_some(buffer, std::move(received));
    }

    /// Nothing else is being written: RESTinio reads a message only after the answer to the one before has gone.
    template <class Handler>
    static void write_continue(std::shared_ptr<Wire> wire, asio::mutable_buffer to, Handler handler) {
        static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
        const auto executor = asio::get_associated_executor(handler, wire->tcp.get_executor());
        auto& out = *wire;
        auto written = asio::bind_executor(executor, [wire = std::move(wire), to, handler = std::move(handler)](
                                                         const asio::error_code& ec, size_t) mutable {
            if (ec) return handler(ec, size_t{0});
            read(std::move(wire), to, std::move(handler));
        });
        if (out.tls)
            asio::async_write(*out.tls, asio::buffer(kContinue.data(), kContinue.size()), std::move(written));
        else
            asio::async_write(out.tcp, asio::buffer(kContinue.data(), kContinue.size()), std::move(written));
    }

    std::shared_ptr<Wire> wire_;
};

}  // namespace hearken::web
