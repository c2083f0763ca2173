// The server over TLS, with a certificate made for the test.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <sys/socket.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>

#include "web/server/server.hpp"

namespace hearken::web {
namespace {

struct TestCertificate {
    TestCertificate() {
        const auto folder = std::filesystem::temp_directory_path() / ("hearken-tls-" + std::to_string(getpid()));
        std::filesystem::create_directories(folder);
        files = {folder / "certificate.pem", folder / "key.pem"};
        const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_EC_gen("P-256"), EVP_PKEY_free);
        const std::unique_ptr<X509, decltype(&X509_free)> certificate(X509_new(), X509_free);
        ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
        X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 0);
        X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
        X509_set_pubkey(certificate.get(), key.get());
        X509_sign(certificate.get(), key.get(), EVP_sha256());
        FILE* out = std::fopen(files.certificate_chain.c_str(), "w");
        PEM_write_X509(out, certificate.get());
        std::fclose(out);
        out = std::fopen(files.private_key.c_str(), "w");
        PEM_write_PrivateKey(out, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
        std::fclose(out);
    }
    ~TestCertificate() { std::filesystem::remove_all(std::filesystem::path(files.private_key).parent_path()); }

    TlsFiles files;
};

int connected(uint16_t port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval patience{20, 0};
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("connect");
    return socket;
}

std::string exchanged(uint16_t port, const std::string& request) {
    const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context(SSL_CTX_new(TLS_client_method()), SSL_CTX_free);
    const std::unique_ptr<SSL, decltype(&SSL_free)> tls(SSL_new(context.get()), SSL_free);
    const int socket = connected(port);
    SSL_set_fd(tls.get(), socket);
    std::string answer;
    if (SSL_connect(tls.get()) == 1) {
        for (size_t sent = 0; sent < request.size();) {
            const int count = SSL_write(tls.get(), request.data() + sent,
                                        static_cast<int>(std::min<size_t>(16000, request.size() - sent)));
            if (count <= 0) break;
            sent += static_cast<size_t>(count);
        }
        char bytes[4096];
        for (int count; (count = SSL_read(tls.get(), bytes, sizeof bytes)) > 0;)
            answer.append(bytes, static_cast<size_t>(count));
    }
    close(socket);
    return answer;
}

ServerConfig with_tls(const TlsFiles& files) {
    ServerConfig config;
    config.tls = files;
    config.message.body_bytes = 200'000;
    return config;
}

Response tell(const Request& request) {
    return text_response(std::to_string(request.body.size()) + (request.is_tls ? " by tls" : " in clear"));
}

}  // namespace

TEST(TlsServer, ServesAndAsksForTlsNextTime) {
    const TestCertificate certificate;
    Server server(with_tls(certificate.files), tell);
    const auto answer =
        exchanged(server.start(), "POST / HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 150000\r\n\r\n" +
                                      std::string(150'000, 'x'));
    EXPECT_NE(answer.find("150000 by tls"), std::string::npos) << answer;
    EXPECT_NE(answer.find("Strict-Transport-Security: max-age="), std::string::npos);
}

TEST(TlsServer, AnswersAnOversizedBody) {
    const TestCertificate certificate;
    Server server(with_tls(certificate.files), tell);
    const auto answer = exchanged(
        server.start(), "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1000000\r\n\r\n" + std::string(1'000'000, 'x'));
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 413")) << answer;
}

TEST(TlsServer, GivesUpOnAHandshakeThatNeverBegins) {
    const TestCertificate certificate;
    auto config = with_tls(certificate.files);
    config.head_time = std::chrono::milliseconds{50};
    Server server(config, tell);
    const int socket = connected(server.start());
    char byte;
    EXPECT_EQ(recv(socket, &byte, 1, 0), 0);
    close(socket);
}

TEST(TlsServer, SaysInWordsWhichFileIsWrong) {
    const TestCertificate certificate;
    auto config = with_tls(certificate.files);
    config.tls->certificate_chain = "/nowhere/certificate.pem";
    try {
        Server(config, tell).start();
        FAIL() << "a missing certificate was accepted";
    } catch (const std::runtime_error& error) {
        EXPECT_NE(std::string(error.what()).find("/nowhere/certificate.pem"), std::string::npos);
    }
}

}  // namespace hearken::web
