// The only file that knows RESTinio: everything else sees server.hpp.
#include "web/server/server.hpp"

#include <openssl/rand.h>
#include <sys/resource.h>

#include <cxxabi.h>

#include <atomic>
#include <condition_variable>
#include <csignal>
#include <mutex>
#include <restinio/all.hpp>
#include <stdexcept>
#include <thread>
#include <typeinfo>

#include "web/server/gate_socket.hpp"
#include "web/server/worker_pool.hpp"

namespace hearken::web {

// RESTinio finds these two by the type of the socket.
template <class Connection, class Start, class Failed>
void prepare_connection_and_start_read(GateSocket& socket, Connection& connection, Start start, Failed failed) {
    socket.prepare([keep = connection.shared_from_this(), start = std::move(start),
                    failed = std::move(failed)](const asio::error_code& ec) mutable {
        if (ec)
            failed(ec);
        else
            start();
    });
}
inline restinio::impl::tls_socket_t* make_tls_socket_pointer_for_state_listener(GateSocket&) noexcept {
    return nullptr;
}

}  // namespace hearken::web

namespace restinio {

template <class Settings>
class socket_type_dependent_settings_t<Settings, hearken::web::GateSocket> {
  public:
    Settings& gate(std::shared_ptr<hearken::web::GateSettings> settings) & {
        gate_ = std::move(settings);
        return static_cast<Settings&>(*this);
    }
    std::shared_ptr<hearken::web::GateSettings> gate() const { return gate_; }

  protected:
    ~socket_type_dependent_settings_t() noexcept = default;

  private:
    std::shared_ptr<hearken::web::GateSettings> gate_;
};

namespace impl {

template <>
class socket_supplier_t<hearken::web::GateSocket> {
  protected:
    template <class Settings>
    socket_supplier_t(Settings& settings, asio::io_context& context) : gate_(settings.gate()), context_(context) {
        for (std::size_t i = 0; i < settings.concurrent_accepts_count(); ++i) sockets_.emplace_back(context_, gate_);
    }
    virtual ~socket_supplier_t() = default;

    hearken::web::GateSocket& socket(std::size_t index) { return sockets_.at(index); }
    hearken::web::GateSocket move_socket(std::size_t index) {
        return std::exchange(sockets_.at(index), hearken::web::GateSocket(context_, gate_));
    }
    std::size_t concurrent_accept_sockets_count() const noexcept { return sockets_.size(); }

  private:
    std::shared_ptr<hearken::web::GateSettings> gate_;
    asio::io_context& context_;
    std::vector<hearken::web::GateSocket> sockets_;
};

}  // namespace impl
}  // namespace restinio

namespace hearken::web {
namespace {

using SteadyClock = std::chrono::steady_clock;

using Traits =
    restinio::traits_t<restinio::asio_timer_manager_t, restinio::null_logger_t,
                       restinio::details::autodetect_request_handler_type, restinio::default_strand_t, GateSocket>;
using HttpServer = restinio::http_server_t<Traits>;

std::string new_request_id() {
    std::array<unsigned char, 8> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) throw std::runtime_error("no random numbers");
    std::string id;
    for (const auto byte : bytes) id += fmt::format("{:02x}", byte);
    return id;
}

std::string type_of_exception() {
    const auto* type = abi::__cxa_current_exception_type();
    if (!type) return "unknown";
    int failed = 0;
    const std::unique_ptr<char, void (*)(void*)> name(abi::__cxa_demangle(type->name(), nullptr, nullptr, &failed),
                                                      std::free);
    return failed == 0 ? name.get() : type->name();
}

/// What was asked, and the one chance to answer it. Whoever takes the chance first (the handler, or the clock when the
/// handler is too slow) answers; the other's answer is dropped.
struct Exchange {
    Exchange(restinio::request_handle_t request, asio::io_context& context, std::shared_ptr<void> counted)
        : raw(std::move(request)),
          id(new_request_id()),
          began(SteadyClock::now()),
          deadline(context),
          in_flight(std::move(counted)) {}

    restinio::request_handle_t raw;
    std::string id;
    SteadyClock::time_point began;
    asio::steady_timer deadline;
    std::shared_ptr<void> in_flight;
    std::atomic<bool> is_answered{false};
};

/// RESTinio stops accepting for ever when the system has no file descriptor left, so that must not come to pass:
/// as many descriptors as can be had, and no more connections than they allow.
size_t affordable_connections(size_t wanted) {
    constexpr size_t kForEverythingElse = 192;  // databases, logs, lingering sockets
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return wanted;
    if (limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
        getrlimit(RLIMIT_NOFILE, &limit);
    }
    const size_t most = limit.rlim_cur == RLIM_INFINITY ? wanted : static_cast<size_t>(limit.rlim_cur);
    return std::min(wanted, most > 2 * kForEverythingElse ? most - kForEverythingElse : most / 2);
}

std::shared_ptr<asio::ssl::context> tls_context(const TlsFiles& files) {
    auto context = std::make_shared<asio::ssl::context>(asio::ssl::context::tls_server);
    SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION);
    SSL_CTX_set_options(context->native_handle(), SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    asio::error_code ec;
    context->use_certificate_chain_file(files.certificate_chain, ec);
    if (ec)
        throw std::runtime_error("The TLS certificate cannot be used: " + files.certificate_chain + ": " +
                                 ec.message());
    context->use_private_key_file(files.private_key, asio::ssl::context::pem, ec);
    if (ec) throw std::runtime_error("The TLS key cannot be used: " + files.private_key + ": " + ec.message());
    if (SSL_CTX_check_private_key(context->native_handle()) != 1)
        throw std::runtime_error("The TLS key does not belong to the certificate: " + files.private_key);
    return context;
}

/// What only the server may say about a message.
bool is_servers_own(std::string_view header) {
    for (const auto* own : {"connection", "content-length", "date", "transfer-encoding"})
        if (same_ignoring_case(header, own)) return true;
    return false;
}

void check_headers(const Response& response) {
    Response checked;
    for (const auto& [name, value] : response.headers) checked.with_header(name, value);
    if (response.status < 200 || response.status > 599) throw std::logic_error("a response has a final status");
}

template <class Builder>
void write_head(Builder& builder, const Response& response, const std::string& id, bool keep_alive) {
    for (const auto& [name, value] : response.headers)
        if (!is_servers_own(name)) builder.append_header(name, value);
    builder.append_header("X-Request-Id", id);
    builder.append_header_date_field();
    if (!keep_alive) builder.connection_close();
}

void send(const Exchange& exchange, Response response, bool is_stopping) {
    const auto& raw = *exchange.raw;
    const bool keep_alive = raw.header().should_keep_alive() && !is_stopping;
    const restinio::http_status_line_t status{restinio::http_status_code_t{static_cast<std::uint16_t>(response.status)},
                                              std::string(reason_phrase(response.status))};
    // Kept until the last byte is written, so that a graceful stop waits for it.
    const auto written = [in_flight = exchange.in_flight](const auto&) {};
    const bool without_body = raw.header().method() == restinio::http_method_head() || response.status == 304;
    if (without_body) {
        auto builder = exchange.raw->create_response<restinio::user_controlled_output_t>(status);
        write_head(builder, response, exchange.id, keep_alive);
        builder.set_content_length(response.content().size());
        builder.done(written);
        return;
    }
    auto builder = exchange.raw->create_response<restinio::restinio_controlled_output_t>(status);
    write_head(builder, response, exchange.id, keep_alive);
    if (response.shared_body)
        builder.set_body(response.shared_body);
    else
        builder.set_body(std::move(response.body));
    builder.done(written);
}

}  // namespace

class Server::Running {
  public:
    Running(ServerConfig config, Handler handler) : config_(std::move(config)), handler_(std::move(handler)) {}
    ~Running() { stop(); }

    uint16_t start();
    void stop();

  private:
    restinio::request_handling_status_t begin(restinio::request_handle_t raw);
    void answer_busy(Exchange& exchange, const std::string& failure);
    void handle(Exchange& exchange);
    Parsed<void> read_head(const Exchange& exchange, Request& request);
    Response respond(const Exchange& exchange, Request& request, std::string& failure);
    Response error(const Request* request, BadMessage bad, const std::string& id);
    void answer(Exchange& exchange, const Request* request, Response response, const std::string& failure);
    std::shared_ptr<void> count_in_flight();

    const ServerConfig config_;
    const Handler handler_;
    std::atomic<bool> is_stopping_{false};
    std::atomic<bool> is_abandoned_{false};  ///< what still waits for a worker has nobody to answer to
    std::mutex mutex_;
    std::condition_variable fewer_in_flight_;
    size_t in_flight_ = 0;
    // In this order: the workers end before the context whose sockets they answer on, and what the context still
    // holds may be counted in flight.
    asio::io_context context_;
    std::optional<asio::executor_work_guard<asio::io_context::executor_type>> work_;
    std::unique_ptr<HttpServer> http_;
    std::vector<std::thread> io_threads_;
    std::unique_ptr<WorkerPool> workers_;
};

uint16_t Server::Running::start() {
    auto gate = std::make_shared<GateSettings>();
    gate->limits = config_.message;
    gate->head_time = config_.head_time;
    gate->message_time = config_.message_time;
    gate->idle_time = config_.idle_time;
    gate->most_connections = affordable_connections(config_.most_connections);
    gate->most_per_address = config_.most_connections_per_address;
    gate->exempt = config_.trusted_proxies;
    if (config_.tls) gate->tls = tls_context(*config_.tls);

    asio::error_code ec;
    const auto address = asio::ip::make_address(config_.address == "localhost" ? "127.0.0.1" : config_.address, ec);
    if (ec)
        throw std::runtime_error("'" + config_.address +
                                 "' is not an address to listen on. Write 127.0.0.1, 0.0.0.0 or ::.");
    uint16_t port = 0;
    restinio::server_settings_t<Traits> settings;
    settings.gate(gate);
    settings.address(address)
        .protocol(address.is_v6() ? asio::ip::tcp::v6() : asio::ip::tcp::v4())
        .port(config_.port)
        .buffer_size(16 * 1024)
        // The gate keeps time on reading and the deadline on handling; these stand behind them.
        .read_next_http_message_timelimit(config_.message_time + config_.idle_time + std::chrono::seconds{10})
        .handle_request_timeout(config_.handling_time + std::chrono::seconds{10})
        .write_http_response_timelimit(config_.write_time)
        .max_pipelined_requests(1)
        .concurrent_accepts_count(2)
        .separate_accept_and_create_connect(true)
        .socket_options_setter([](auto& options) { options.set_option(asio::ip::tcp::no_delay{true}); })
        .acceptor_post_bind_hook(
            [&port](asio::ip::tcp::acceptor& acceptor) { port = acceptor.local_endpoint().port(); })
        .request_handler([this](restinio::request_handle_t raw) { return begin(std::move(raw)); });
    http_ = std::make_unique<HttpServer>(restinio::external_io_context(context_), std::move(settings));
    try {
        http_->open_sync();
    } catch (const std::exception& failure) {
        throw std::runtime_error(
            fmt::format("Cannot listen on {} port {}: {}. Is another program using the port? Choose "
                        "another one.",
                        config_.address, config_.port, failure.what()));
    }
    workers_ = std::make_unique<WorkerPool>(config_.worker_threads, config_.longest_queue);
    work_.emplace(asio::make_work_guard(context_));
    for (size_t i = 0; i < config_.io_threads; ++i) io_threads_.emplace_back([this] { context_.run(); });
    return port;
}

void Server::Running::stop() {
    if (is_stopping_.exchange(true) || io_threads_.empty()) return;
    asio::post(context_, [this] { http_->close_sync(); });
    {
        std::unique_lock lock(mutex_);
        fewer_in_flight_.wait_for(lock, config_.stop_time, [this] { return in_flight_ == 0; });
    }
    is_abandoned_ = true;
    work_.reset();
    context_.stop();
    for (auto& thread : io_threads_) thread.join();
    workers_.reset();
}

std::shared_ptr<void> Server::Running::count_in_flight() {
    {
        const std::lock_guard lock(mutex_);
        ++in_flight_;
    }
    return {this, [](void* self) {
                auto& running = *static_cast<Running*>(self);
                const std::lock_guard lock(running.mutex_);
                --running.in_flight_;
                running.fewer_in_flight_.notify_all();
            }};
}

restinio::request_handling_status_t Server::Running::begin(restinio::request_handle_t raw) {
    auto exchange = std::make_shared<Exchange>(std::move(raw), context_, count_in_flight());
    if (const int status = refused_status(exchange->raw->header().request_target())) {
        answer(*exchange, nullptr, error(nullptr, {status, sentence_for(status)}, exchange->id), {});
        return restinio::request_accepted();
    }
    exchange->deadline.expires_after(config_.handling_time);
    exchange->deadline.async_wait([this, exchange](const asio::error_code& ec) {
        if (!ec) answer_busy(*exchange, "handling took too long");
    });
    if (!workers_->post([this, exchange] { handle(*exchange); })) answer_busy(*exchange, "too many requests wait");
    return restinio::request_accepted();
}

void Server::Running::answer_busy(Exchange& exchange, const std::string& failure) {
    if (exchange.is_answered) return;
    Request request;
    // Only for whether a page or JSON is wanted: an address that cannot be read gets the page.
    [[maybe_unused]] const auto read = read_head(exchange, request);
    auto response = error(&request, {503, sentence_for(503)}, exchange.id);
    response.headers.set("Retry-After", "10");
    answer(exchange, &request, std::move(response), failure);
}

void Server::Running::handle(Exchange& exchange) {
    if (exchange.is_answered || is_abandoned_) return;  // it waited past its deadline, and has been told so
    std::string failure;
    Request request;
    auto response = respond(exchange, request, failure);
    answer(exchange, &request, std::move(response), failure);
}

Parsed<void> Server::Running::read_head(const Exchange& exchange, Request& request) {
    const auto& header = exchange.raw->header();
    auto read = request_for(header.method().c_str(), header.request_target());
    if (read) request = *std::move(read);
    request.id = exchange.id;
    header.for_each_field([&](const auto& field) { request.headers.add(field.name(), field.value()); });
    const auto peer = exchange.raw->remote_endpoint().address().to_string();
    const auto origin = config_.trusted_proxies.resolve(peer, config_.tls.has_value(), request.headers);
    request.remote_address = origin.address;
    request.is_tls = origin.is_tls;
    if (!read) return tl::unexpected<BadMessage>(read.error());
    return {};
}

/// Everything that can go wrong between the wire and the answer ends here.
Response Server::Running::respond(const Exchange& exchange, Request& request, std::string& failure) {
    try {
        if (const auto read = read_head(exchange, request); !read) return error(&request, read.error(), exchange.id);
        request.body = exchange.raw->body();
        if (const auto fine = read_cookies_and_form(request, config_.form); !fine)
            return error(&request, fine.error(), exchange.id);
        auto response = handler_(request);
        check_headers(response);
        return response;
    } catch (...) {
        failure = type_of_exception();
    }
    return error(&request, {500, sentence_for(500)}, exchange.id);
}

Response Server::Running::error(const Request* request, BadMessage bad, const std::string& id) {
    try {
        return config_.error_page(request, bad, id);
    } catch (...) {
        return plain_error(request, bad, id);  // the page for errors is itself in error
    }
}

void Server::Running::answer(Exchange& exchange, const Request* request, Response response,
                             const std::string& failure) {
    if (exchange.is_answered.exchange(true)) return;
    exchange.deadline.cancel();
    config_.security.apply(request, response);
    const LogLine line{exchange.raw->header().method().c_str(),
                       response.route,
                       response.status,
                       std::chrono::duration_cast<std::chrono::milliseconds>(SteadyClock::now() - exchange.began),
                       exchange.id,
                       failure};
    try {
        // Logged first: of two requests on one connection the earlier is then logged before the later begins.
        if (config_.log) config_.log(line);
    } catch (...) {
        // A full log may not end the service for everybody.
    }
    try {
        send(exchange, std::move(response), is_stopping_);
    } catch (...) {
        // This connection is past saving; its time-outs will close it. The others go on.
    }
    exchange.in_flight.reset();
}

Server::Server(ServerConfig config, Handler handler)
    : running_(std::make_unique<Running>(std::move(config), std::move(handler))) {}
Server::~Server() = default;
uint16_t Server::start() { return running_->start(); }
void Server::stop() { running_->stop(); }

void serve(ServerConfig config, Handler handler, const std::function<void(uint16_t port)>& on_listening) {
    // The signals are taken before the threads begin, so that none of the server's threads is interrupted by them.
    asio::io_context signals_context;
    asio::signal_set signals(signals_context, SIGTERM, SIGINT);
    Server server(std::move(config), std::move(handler));
    const auto port = server.start();
    if (on_listening) on_listening(port);
    signals.async_wait([&](const asio::error_code&, int) {
        // A second signal is for those who will not wait.
        signals.clear();
        std::signal(SIGTERM, SIG_DFL);
        std::signal(SIGINT, SIG_DFL);
    });
    signals_context.run();
    server.stop();
}

}  // namespace hearken::web
