#include "cli/smtp_mailer.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <stdexcept>

#include "auth/secret_text.hpp"
#include "core/instant.hpp"

namespace hearken::cli {

namespace {

using Curl = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Lines = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

struct Upload {
    std::string text;
    size_t sent = 0;
};

size_t hand_on(char* to, size_t size, size_t count, void* from) {
    auto& upload = *static_cast<Upload*>(from);
    const size_t some = std::min(size * count, upload.text.size() - upload.sent);
    std::copy_n(upload.text.data() + upload.sent, some, to);
    upload.sent += some;
    return some;
}

bool fits_in_a_header(const std::string& text) { return text.find_first_of("\r\n") == std::string::npos; }

/// RFC 5322: what mail servers want a message to carry. The date is the machine's own: mail lives outside our clock.
std::string message(const SmtpConfig& config, const std::string& to, const std::string& subject, const std::string& text) {
    char date[64];
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm utc{};
    gmtime_r(&now, &utc);
    std::strftime(date, sizeof date, "%a, %d %b %Y %H:%M:%S +0000", &utc);
    std::string whole = "Date: " + std::string(date) + "\r\nFrom: Hearken <" + config.from + ">\r\nTo: <" + to + ">\r\nSubject: " + subject +
                        "\r\nMessage-ID: <" + auth::new_secret() + config.from.substr(config.from.find('@')) + ">\r\nAuto-Submitted: auto-generated\r\n" +
                        "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n";
    for (const char c : text) whole += c == '\n' ? std::string("\r\n") : std::string(1, c);
    return whole;
}

}  // namespace

void SmtpMailer::send(const std::string& to, const std::string& subject, const std::string& text) {
    if (!fits_in_a_header(to) || !fits_in_a_header(subject) || to.find_first_of("<> ") != std::string::npos)
        throw std::runtime_error("the e-mail address is not one");
    const Curl curl(curl_easy_init(), curl_easy_cleanup);
    if (!curl) throw std::runtime_error("libcurl could not be started");
    const bool tls = config_.security == SmtpConfig::Security::Tls;
    const std::string url = (tls ? "smtps://" : "smtp://") + config_.host + ":" + std::to_string(config_.port);
    const std::string from = "<" + config_.from + ">", recipient = "<" + to + ">";
    const Lines recipients(curl_slist_append(nullptr, recipient.c_str()), curl_slist_free_all);
    Upload upload{message(config_, to, subject, text)};
    char reason[CURL_ERROR_SIZE] = {};
    const auto set = [&](CURLoption option, auto value) { curl_easy_setopt(curl.get(), option, value); };
    set(CURLOPT_URL, url.c_str());
    if (config_.security != SmtpConfig::Security::None) set(CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
    if (!config_.user.empty()) {
        set(CURLOPT_USERNAME, config_.user.c_str());
        set(CURLOPT_PASSWORD, config_.password.c_str());
    }
    set(CURLOPT_MAIL_FROM, from.c_str());
    set(CURLOPT_MAIL_RCPT, recipients.get());
    set(CURLOPT_READFUNCTION, &hand_on);
    set(CURLOPT_READDATA, static_cast<void*>(&upload));
    set(CURLOPT_UPLOAD, 1L);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_CONNECTTIMEOUT, 10L);
    set(CURLOPT_TIMEOUT, 60L);
    set(CURLOPT_ERRORBUFFER, reason);
    const CURLcode code = curl_easy_perform(curl.get());
    // Not the server's own words in `reason`: they may repeat the address.
    if (code != CURLE_OK) throw std::runtime_error(std::string("the e-mail server did not take a message: ") + curl_easy_strerror(code));
}

}  // namespace hearken::cli
