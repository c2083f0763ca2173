#include "web/server/message_gate.hpp"

#include <gtest/gtest.h>

namespace hearken::web {
namespace {

std::string taken(MessageGate& gate) {
    char buffer[1000];
    std::string text;
    while (const size_t count = gate.take(buffer, sizeof buffer)) text.append(buffer, count);
    return text;
}

std::string through(const std::string& bytes, MessageLimits limits = {}) {
    MessageGate gate(limits);
    gate.feed(bytes);
    return taken(gate);
}

/// The status the gate answers with, 0 when it lets the bytes through or waits for more.
int refusal(const std::string& bytes, MessageLimits limits = {}) {
    MessageGate gate(limits);
    gate.feed(bytes);
    const auto text = taken(gate);
    if (!gate.refused()) return 0;
    const auto star = text.rfind(" *");
    return refused_status(std::string_view(text).substr(star + 1, 4));
}

std::string get(const std::string& headers) { return "GET / HTTP/1.1\r\nHost: h\r\n" + headers + "\r\n"; }
std::string post(const std::string& headers, const std::string& body) {
    return "POST / HTTP/1.1\r\nHost: h\r\n" + headers + "\r\n" + body;
}

}  // namespace

TEST(MessageGate, HandsOnAPlainMessage) {
    EXPECT_EQ(through("GET /a?b HTTP/1.1\r\nHost: h\r\nX:  y \r\n\r\n"),
              "GET /a?b HTTP/1.1\r\nConnection: keep-alive\r\nHost: h\r\nX: y\r\n\r\n");
    EXPECT_EQ(through(post("Content-Length: 5\r\n", "hello")),
              "POST / HTTP/1.1\r\nConnection: keep-alive\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello");
}

TEST(MessageGate, TurnsChunksIntoALength) {
    EXPECT_EQ(through(post("Transfer-Encoding: chunked\r\n", "5;x=y\r\nhello\r\n2\r\n!!\r\n0\r\nTrailer: x\r\n\r\n")),
              "POST / HTTP/1.1\r\nConnection: keep-alive\r\nHost: h\r\nContent-Length: 7\r\n\r\nhello!!");
}

TEST(MessageGate, TakesAwayUpgradesAndHopByHopHeaders) {
    EXPECT_EQ(
        through(get("Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: x\r\nTE: trailers\r\n")),
        "GET / HTTP/1.1\r\nConnection: keep-alive\r\nHost: h\r\n\r\n");
}

TEST(MessageGate, KeepsTheConnectionAsTheClientWishes) {
    EXPECT_NE(through(get("Connection: close\r\n")).find("Connection: close"), std::string::npos);
    EXPECT_NE(through("GET / HTTP/1.0\r\n\r\n").find("Connection: close"), std::string::npos);
    EXPECT_NE(through("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n").find("Connection: keep-alive"),
              std::string::npos);
}

TEST(MessageGate, HandsOnOneMessageAtATime) {
    MessageGate gate;
    gate.feed(get("A: 1\r\n") + get("A: 2\r\n"));
    char buffer[1000];
    EXPECT_NE(std::string(buffer, gate.take(buffer, sizeof buffer)).find("A: 1"), std::string::npos);
    EXPECT_NE(std::string(buffer, gate.take(buffer, sizeof buffer)).find("A: 2"), std::string::npos);
    EXPECT_EQ(gate.take(buffer, sizeof buffer), 0u);
}

TEST(MessageGate, MakesAbsoluteTargetsLocal) {
    EXPECT_TRUE(through("GET http://h:80/a?b HTTP/1.1\r\nHost: h\r\n\r\n").starts_with("GET /a?b HTTP/1.1"));
    EXPECT_TRUE(through("GET http://h?b HTTP/1.1\r\nHost: h\r\n\r\n").starts_with("GET /?b HTTP/1.1"));
}

TEST(MessageGate, SaysWhyAMessageIsRefused) {
    EXPECT_EQ(refusal("\x16\x03\x01 a TLS greeting"), 400);
    EXPECT_EQ(refusal("garbage\r\n\r\n"), 400);
    EXPECT_EQ(refusal("GET /\r\n\r\n"), 400);
    EXPECT_EQ(refusal("GET  / HTTP/1.1\r\nHost: h\r\n\r\n"), 400);
    EXPECT_EQ(refusal("GET / HTTP/1.1\nHost: h\n\n"), 400);
    EXPECT_EQ(refusal("GET *413 HTTP/1.1\r\nHost: h\r\n\r\n"), 400);
    EXPECT_EQ(refusal("GET /#x HTTP/1.1\r\nHost: h\r\n\r\n"), 400);
    EXPECT_EQ(refusal("GET / HTTP/2.0\r\nHost: h\r\n\r\n"), 505);
    EXPECT_EQ(refusal("CONNECT h:1 HTTP/1.1\r\nHost: h\r\n\r\n"), 501);
    EXPECT_EQ(refusal("GET / HTTP/1.1\r\n\r\n"), 400);
    EXPECT_EQ(refusal(get("Host: other\r\n")), 400);
    EXPECT_EQ(refusal(get("X: a\r\n folded\r\n")), 400);
    EXPECT_EQ(refusal(get("X : a\r\n")), 400);
    EXPECT_EQ(refusal(get("X: a\rb\r\n")), 400);
    EXPECT_EQ(refusal(get("Expect: miracles\r\n")), 417);
}

TEST(MessageGate, RefusesEveryDoubtAboutWhereABodyEnds) {
    EXPECT_EQ(refusal(post("Content-Length: 1\r\nContent-Length: 1\r\n", "x")), 400);
    EXPECT_EQ(refusal(post("Content-Length: 1, 1\r\n", "x")), 400);
    EXPECT_EQ(refusal(post("Content-Length: +1\r\n", "x")), 400);
    EXPECT_EQ(refusal(post("Content-Length: 1\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")), 400);
    EXPECT_EQ(refusal(post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")), 400);
    EXPECT_EQ(refusal(post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n")), 501);
    EXPECT_EQ(refusal(post("Transfer-Encoding: chunked\r\n", "x\r\n")), 400);
    EXPECT_EQ(refusal(post("Transfer-Encoding: chunked\r\n", "1\r\nab\r\n")), 400);
    EXPECT_EQ(refusal("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 400);
}

TEST(MessageGate, HoldsToItsLimits) {
    const MessageLimits limits{.request_line_bytes = 40, .head_bytes = 200, .headers = 3, .body_bytes = 10};
    EXPECT_EQ(refusal("GET /" + std::string(40, 'a'), limits), 414);
    EXPECT_EQ(refusal(get("X: " + std::string(200, 'a')), limits), 431);
    EXPECT_EQ(refusal(get("A: 1\r\nB: 1\r\nC: 1\r\n"), limits), 431);
    EXPECT_EQ(refusal(post("Content-Length: 11\r\n", ""), limits), 413);
    EXPECT_EQ(refusal(post("Content-Length: 10\r\n", "0123456789"), limits), 0);
    EXPECT_EQ(refusal(post("Transfer-Encoding: chunked\r\n", "6\r\n012345\r\n5\r\n"), limits), 413);
    EXPECT_EQ(refusal(post("Transfer-Encoding: chunked\r\n", "ffffffff\r\n"), limits), 413);
    EXPECT_EQ(refusal(post("Transfer-Encoding: chunked\r\n", "1;" + std::string(300, 'x')), limits), 400);
}

TEST(MessageGate, RefusesAHeadRequestWithAHeadRequest) {
    EXPECT_TRUE(through("HEAD / HTTP/1.1\r\n\r\n").starts_with("HEAD *400 "));
}

TEST(MessageGate, AsksForTheBodyOnceItsLengthIsAccepted) {
    MessageGate gate;
    gate.feed(post("Content-Length: 5\r\nExpect: 100-continue\r\n", ""));
    taken(gate);
    EXPECT_TRUE(gate.take_continue());
    EXPECT_FALSE(gate.take_continue());

    MessageGate small({.body_bytes = 4});
    small.feed(post("Content-Length: 5\r\nExpect: 100-continue\r\n", ""));
    taken(small);
    EXPECT_FALSE(small.take_continue());
    EXPECT_TRUE(small.refused());
}

}  // namespace hearken::web
