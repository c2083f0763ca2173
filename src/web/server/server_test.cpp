// The server over real sockets on the loopback. Every wait is for something to arrive; nothing sleeps.
#include "web/server/server.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <future>
#include <mutex>
#include <stdexcept>
#include <thread>

namespace hearken::web {
namespace {

/// A client that writes exactly the bytes it is told and reads answers one at a time.
class Client {
  public:
    explicit Client(uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval patience{20, 0};  // a hung test fails instead of hanging
        setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        is_connected_ = connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    }
    ~Client() { ::close(socket_); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    bool is_connected() const { return is_connected_; }
    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<size_t>(sent));
        }
        return true;
    }
    /// Up to and with `end`; empty when the connection ends first.
    std::string read_until(std::string_view end) {
        while (buffer_.find(end) == std::string::npos)
            if (!read_more()) return {};
        return cut(buffer_.find(end) + end.size());
    }
    /// Head and, by its Content-Length, body.
    std::string answer(bool with_body = true) {
        auto head = read_until("\r\n\r\n");
        const auto at = head.find("Content-Length: ");
        if (at == std::string::npos || !with_body) return head;
        const auto length = std::stoul(head.substr(at + 16));
        while (buffer_.size() < length)
            if (!read_more()) return head;
        return head + cut(length);
    }
    bool is_closed_by_server() { return buffer_.empty() && !read_more(); }

  private:
    bool read_more() {
        char bytes[4096];
        const auto count = recv(socket_, bytes, sizeof bytes, 0);
        if (count > 0) buffer_.append(bytes, static_cast<size_t>(count));
        return count > 0;
    }
    std::string cut(size_t count) {
        auto text = buffer_.substr(0, count);
        buffer_.erase(0, count);
        return text;
    }

    int socket_;
    bool is_connected_ = false;
    std::string buffer_;
};

std::string get(const std::string& target, const std::string& headers = {}) {
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
}

int status_of_answer(const std::string& answer) { return answer.size() < 12 ? 0 : std::stoi(answer.substr(9, 3)); }

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

class Gate {
  public:
    void open() { promise_.set_value(); }
    void wait() const { opened_.wait(); }

  private:
    std::promise<void> promise_;
    std::shared_future<void> opened_ = promise_.get_future().share();
};

class LiveServer : public testing::Test {
  protected:
    LiveServer() {
        config_.worker_threads = 2;
        config_.log = [this](const LogLine& line) {
            const std::lock_guard lock(mutex_);
            log_.push_back(line);
        };
    }

    uint16_t start() {
        server_ = std::make_unique<Server>(config_, [this](const Request& request) { return handle(request); });
        return server_->start();
    }

    Response handle(const Request& request) {
        const auto path = request.path();
        if (path == "/throws") throw std::runtime_error("a private detail");
        if (path == "/splits") {
            Response response;
            response.headers.add("X", "a\r\nSet-Cookie: evil=1");
            return response;
        }
        if (path == "/waits") {
            begun_.open();
            may_finish_.wait();
        }
        if (path == "/cached")
            return [] {
                Response r;
                r.status = 304;
                r.shared_body = std::make_shared<const std::string>("12345");
                return r;
            }();
        auto response = text_response(request.method + " " + path + " " + std::to_string(request.body.size()) + " " +
                                      std::string(request.form.fields.get("name")) + (request.is_tls ? " tls" : "") +
                                      " " + request.remote_address);
        response.route = "test.route";
        return response;
    }

    ServerConfig config_;
    std::mutex mutex_;
    std::vector<LogLine> log_;
    Gate begun_, may_finish_;
    std::unique_ptr<Server> server_;
};

}  // namespace

TEST_F(LiveServer, AnswersWithSecurityHeadersAndARequestId) {
    Client client(start());
    client.send(get("/a%20b?x=1"));
    const auto answer = client.answer();
    EXPECT_EQ(status_of_answer(answer), 200);
    EXPECT_TRUE(has(answer, "GET /a b 0")) << answer;
    EXPECT_TRUE(has(answer, "Content-Security-Policy: default-src 'none'"));
    EXPECT_TRUE(has(answer, "Cache-Control: no-store"));
    EXPECT_TRUE(has(answer, "X-Request-Id: "));
    EXPECT_TRUE(has(answer, "Date: "));
    EXPECT_TRUE(has(answer, "127.0.0.1"));
}

TEST_F(LiveServer, AnswersPipelinedRequestsInOrder) {
    Client client(start());
    client.send(get("/1") + get("/2") + "POST /3 HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nhi" + get("/4"));
    EXPECT_TRUE(has(client.answer(), "GET /1 "));
    EXPECT_TRUE(has(client.answer(), "GET /2 "));
    EXPECT_TRUE(has(client.answer(), "POST /3 2"));
    EXPECT_TRUE(has(client.answer(), "GET /4 "));
}

TEST_F(LiveServer, ReadsFormsAndChunkedBodies) {
    Client client(start());
    client.send(
        "POST / HTTP/1.1\r\nHost: h\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: "
        "chunked\r\n\r\n"
        "5\r\nname=\r\n3\r\nSam\r\n0\r\n\r\n");
    EXPECT_TRUE(has(client.answer(), "POST / 0 Sam"));
    client.send(
        "POST / HTTP/1.1\r\nHost: h\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
        "3\r\n\r\na=%");
    EXPECT_EQ(status_of_answer(client.answer()), 400);
}

TEST_F(LiveServer, AnswersAnOversizedBodyInsteadOfDroppingIt) {
    config_.message.body_bytes = 1000;
    Client client(start());
    const std::string body(3'000'000, 'x');
    EXPECT_TRUE(client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3000000\r\n\r\n" + body));
    const auto answer = client.answer();
    EXPECT_EQ(status_of_answer(answer), 413);
    EXPECT_TRUE(has(answer, "Connection: close"));
    EXPECT_TRUE(has(answer, "Send smaller files"));
    EXPECT_TRUE(has(answer, "Content-Security-Policy"));
}

TEST_F(LiveServer, AnswersGarbageAndLimitsWithTheirStatus) {
    const auto port = start();
    const auto status = [&](const std::string& bytes) {
        Client client(port);
        client.send(bytes);
        return status_of_answer(client.answer());
    };
    EXPECT_EQ(status("\x16\x03\x01\x02"), 400);
    EXPECT_EQ(status("hello there\r\n\r\n"), 400);
    EXPECT_EQ(status("GET / HTTP/9.9\r\n\r\n"), 505);
    EXPECT_EQ(status(get("/" + std::string(9000, 'a'))), 414);
    EXPECT_EQ(status(get("/", "X: " + std::string(40000, 'a') + "\r\n")), 431);
    EXPECT_EQ(status(get("/%2e%2e/etc")), 400);
    EXPECT_EQ(status(get("/?a=%")), 400);
    EXPECT_EQ(status("TRACE / HTTP/1.1\r\nHost: h\r\n\r\n"), 501);
}

TEST_F(LiveServer, SendsNoBodyToHeadAndNotModified) {
    Client client(start());
    client.send("HEAD /x HTTP/1.1\r\nHost: h\r\n\r\n" + get("/cached") + get("/after"));
    const auto head = client.answer(false);
    EXPECT_EQ(status_of_answer(head), 200);
    EXPECT_FALSE(has(head, "Content-Length: 0"));
    const auto cached = client.answer(false);
    EXPECT_EQ(status_of_answer(cached), 304);
    EXPECT_TRUE(has(cached, "Content-Length: 5"));
    EXPECT_TRUE(has(client.answer(), "GET /after"));
}

TEST_F(LiveServer, TellsAWaitingSenderToContinue) {
    Client client(start());
    client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.read_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("hello");
    EXPECT_TRUE(has(client.answer(), "POST / 5"));
}

TEST_F(LiveServer, ServesOthersWhileOneIsSlow) {
    const auto port = start();
    Client slow(port), other(port);
    slow.send("GET /slow HTTP/1.1\r\nHo");
    other.send(get("/other"));
    EXPECT_TRUE(has(other.answer(), "/other"));
    slow.send("st: h\r\n\r\n");
    EXPECT_TRUE(has(slow.answer(), "/slow"));
}

TEST_F(LiveServer, GivesUpOnAHeadThatNeverEnds) {
    config_.head_time = std::chrono::milliseconds{50};
    Client client(start());
    client.send("GET /slow HTTP/1.1\r\nHo");
    EXPECT_EQ(status_of_answer(client.answer()), 408);
    EXPECT_TRUE(client.is_closed_by_server());
}

TEST_F(LiveServer, ClosesIdleConnectionsQuietly) {
    config_.idle_time = std::chrono::milliseconds{50};
    Client client(start());
    EXPECT_TRUE(client.is_closed_by_server());
}

TEST_F(LiveServer, HidesWhatAHandlerThrew) {
    Client client(start());
    client.send(get("/throws?name=private"));
    const auto answer = client.answer();
    EXPECT_EQ(status_of_answer(answer), 500);
    EXPECT_FALSE(has(answer, "private detail"));
    client.send(get("/splits") + get("/fine"));
    EXPECT_EQ(status_of_answer(client.answer()), 500);
    EXPECT_EQ(status_of_answer(client.answer()), 200);
    server_->stop();
    ASSERT_EQ(log_.size(), 3u);
    EXPECT_EQ(log_[0].status, 500);
    EXPECT_EQ(log_[0].failure, "std::runtime_error");
    EXPECT_EQ(log_[1].failure, "std::logic_error");
    EXPECT_EQ(log_[2].route, "test.route");
    EXPECT_TRUE(has(answer, log_[0].request_id));
}

TEST_F(LiveServer, FallsBackWhenTheErrorPageIsInError) {
    config_.error_page = [](const Request*, const BadMessage&, const std::string&) -> Response {
        throw std::runtime_error("x");
    };
    Client client(start());
    client.send(get("/throws"));
    EXPECT_EQ(status_of_answer(client.answer()), 500);
}

TEST_F(LiveServer, TellsTheReaderWhenAHandlerTakesTooLong) {
    config_.handling_time = std::chrono::milliseconds{50};
    Client client(start());
    client.send(get("/waits", "Accept: application/json\r\n"));
    const auto answer = client.answer();
    may_finish_.open();
    EXPECT_EQ(status_of_answer(answer), 503);
    EXPECT_TRUE(has(answer, "application/problem+json"));
    client.send(get("/after"));
    EXPECT_EQ(status_of_answer(client.answer()), 200);
}

TEST_F(LiveServer, SaysItIsBusyWhenTooMuchWaits) {
    config_.worker_threads = 1;
    config_.longest_queue = 0;
    Client client(start());
    client.send(get("/"));
    const auto answer = client.answer();
    EXPECT_EQ(status_of_answer(answer), 503);
    EXPECT_TRUE(has(answer, "Retry-After: 10"));
}

TEST_F(LiveServer, LimitsTheConnectionsOfOneAddress) {
    config_.most_connections_per_address = 1;
    const auto port = start();
    Client first(port);
    first.send(get("/first"));
    EXPECT_EQ(status_of_answer(first.answer()), 200);
    Client second(port);
    second.send(get("/second"));
    EXPECT_TRUE(second.is_closed_by_server());
}

TEST_F(LiveServer, LimitsItsConnections) {
    config_.most_connections = 1;
    config_.trusted_proxies = *TrustedProxies::from({"127.0.0.1"});
    const auto port = start();
    {
        Client first(port);
        first.send(get("/first"));
        EXPECT_EQ(status_of_answer(first.answer()), 200);
        EXPECT_TRUE(Client(port).is_closed_by_server());
    }
    // The place is free again, as soon as the server has seen the first one go.
    int status = 0;
    while (status == 0) {
        Client later(port);
        later.send(get("/later"));
        status = status_of_answer(later.answer());
    }
    EXPECT_EQ(status, 200);
}

TEST_F(LiveServer, BelievesATrustedProxy) {
    config_.trusted_proxies = *TrustedProxies::from({"127.0.0.1"});
    Client client(start());
    client.send(get("/", "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\n"));
    const auto answer = client.answer();
    EXPECT_TRUE(has(answer, " tls 203.0.113.9"));
    EXPECT_TRUE(has(answer, "Strict-Transport-Security"));
}

TEST_F(LiveServer, FinishesARunningRequestWhenStopped) {
    const auto port = start();
    Client client(port);
    client.send(get("/waits"));
    begun_.wait();
    std::thread stopping([this] { server_->stop(); });
    // New connections are turned away before the running request has finished.
    while (Client(port).is_connected()) std::this_thread::yield();
    may_finish_.open();
    const auto answer = client.answer();
    stopping.join();
    EXPECT_EQ(status_of_answer(answer), 200);
    EXPECT_TRUE(has(answer, "Connection: close"));
}

TEST_F(LiveServer, SaysInWordsWhyItCannotListen) {
    const auto port = start();
    ServerConfig taken;
    taken.port = port;
    Server second(taken, [](const Request&) { return Response{}; });
    EXPECT_THROW(second.start(), std::runtime_error);
    ServerConfig wrong;
    wrong.address = "everywhere";
    EXPECT_THROW(Server(wrong, [](const Request&) { return Response{}; }).start(), std::runtime_error);
}

TEST(Serve, StopsAtTheSignalASystemSends) {
    uint16_t port = 0;
    serve(
        {}, [](const Request&) { return text_response("served"); },
        [&](uint16_t chosen) {
            port = chosen;
            std::raise(SIGTERM);
        });
    EXPECT_NE(port, 0);
    EXPECT_FALSE(Client(port).is_connected());
}

}  // namespace hearken::web
