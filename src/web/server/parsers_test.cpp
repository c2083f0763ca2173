#include <gtest/gtest.h>

#include "web/server/accept.hpp"
#include "web/server/content_type.hpp"
#include "web/server/cookies.hpp"
#include "web/server/multipart.hpp"
#include "web/server/request.hpp"
#include "web/server/urlencoded.hpp"

namespace hearken::web {

TEST(Percent, DecodesWholeEscapesAndRefusesBrokenOnes) {
    EXPECT_EQ(percent_decoded("a%20b%c3%A9"), "a b\xc3\xa9");
    EXPECT_EQ(percent_decoded("a+b"), "a+b");
    for (const char* bad : {"%", "%1", "a%", "%g0", "%0g", "%%20"}) EXPECT_FALSE(percent_decoded(bad)) << bad;
    EXPECT_EQ(percent_encoded("a b/\xc3\xa9~"), "a%20b%2F%C3%A9~");
}

TEST(Utf8, RefusesOverlongSurrogateTruncatedAndTooLargeSequences) {
    for (const char* good : {"", "plain", "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80"})
        EXPECT_TRUE(is_utf8(good)) << good;
    for (const char* bad : {"\xc0\xaf", "\xed\xa0\x80", "\xe2\x82", "\xf4\x90\x80\x80", "\x80", "\xff"})
        EXPECT_FALSE(is_utf8(bad));
}

TEST(Urlencoded, KeepsRepeatedNamesInOrder) {
    const auto fields = parse_urlencoded("a=1&b=&a=two+words&c&%61=3");
    ASSERT_TRUE(fields);
    EXPECT_EQ(fields->all("a"), (std::vector<std::string>{"1", "two words", "3"}));
    EXPECT_EQ(fields->get("b", "none"), "");
    EXPECT_TRUE(fields->has("c"));
    EXPECT_EQ(fields->get("absent", "none"), "none");
}

TEST(Urlencoded, RefusesWhatCannotBeKept) {
    EXPECT_EQ(parse_urlencoded("a=%zz").error().status, 400);
    EXPECT_EQ(parse_urlencoded("a=%ff").error().status, 400);
    EXPECT_EQ(parse_urlencoded("a=%00").error().status, 400);
    EXPECT_EQ(parse_urlencoded("a=1&b=2&c=3", {2, 10, 10}).error().status, 400);
    EXPECT_EQ(parse_urlencoded("name=1", {2, 3, 10}).error().status, 400);
    EXPECT_EQ(parse_urlencoded("a=12345", {2, 3, 4}).error().status, 413);
}

TEST(Cookies, ReadsPairsAndLeavesOutWhatIsNotOne) {
    const auto cookies = parse_cookies("session=abc123; theme=\"dark\";; =x; bad name=1; y; z=a b; last=1=2");
    EXPECT_EQ(cookies.get("session"), "abc123");
    EXPECT_EQ(cookies.get("theme"), "dark");
    EXPECT_EQ(cookies.get("last"), "1=2");
    EXPECT_EQ(cookies.size(), 3u);
}

TEST(Cookies, AreWrittenSafeByDefault) {
    SetCookie cookie;
    cookie.name = "session";
    cookie.value = "abc";
    EXPECT_EQ(to_header(cookie), "session=abc; Path=/; HttpOnly; SameSite=Lax");
    cookie.secure = true;
    cookie.max_age = std::chrono::seconds{60};
    cookie.same_site = SetCookie::SameSite::Strict;
    EXPECT_EQ(to_header(cookie), "session=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Strict; Secure");
    cookie.value = "a;b";
    EXPECT_THROW(to_header(cookie), std::logic_error);
    EXPECT_EQ(to_header(expired_cookie("s", false)), "s=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
}

TEST(MediaType, ReadsTypeAndParameters) {
    const auto media = parse_media_type(" Text/HTML ; Charset=\"utf-8\"; x=a");
    ASSERT_TRUE(media);
    EXPECT_EQ(media->type, "text/html");
    EXPECT_EQ(media->parameter("charset"), "utf-8");
    EXPECT_EQ(media->parameter("x"), "a");
    EXPECT_EQ(parse_media_type("a/b; c=\"d\\\"e\"")->parameter("c"), "d\"e");
    for (const char* bad :
         {"", "text", "text/", "/html", "text/html; a", "text/html; a=\"b", "text/html; a=1; a=2", "te xt/html"})
        EXPECT_FALSE(parse_media_type(bad)) << bad;
}

TEST(Accept, MostSpecificRangeDecides) {
    EXPECT_EQ(accept_quality("text/*;q=0.5, text/html;q=0.8, */*;q=0.1", "text/html"), 800);
    EXPECT_EQ(accept_quality("text/*;q=0.5, */*;q=0.1", "text/html"), 500);
    EXPECT_EQ(accept_quality("*/*;q=0.125", "text/html"), 125);
    EXPECT_EQ(accept_quality("image/png", "text/html"), 0);
    EXPECT_EQ(accept_quality("", "text/html"), 1000);
    EXPECT_EQ(accept_quality("text/html;q=2", "text/html"), 0);
}

TEST(Accept, GivesBrowsersPagesAndProgramsJson) {
    EXPECT_FALSE(prefers_json("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"));
    EXPECT_FALSE(prefers_json("*/*"));
    EXPECT_FALSE(prefers_json(""));
    EXPECT_TRUE(prefers_json("application/json"));
    EXPECT_TRUE(prefers_json("application/problem+json, application/json;q=0.9"));
    EXPECT_TRUE(prefers_json("text/html;q=0.5, application/json"));
}

TEST(Accept, GzipOnlyWhereItIsNotForbidden) {
    EXPECT_TRUE(accepts_gzip("br, gzip, deflate"));
    EXPECT_TRUE(accepts_gzip("*"));
    EXPECT_FALSE(accepts_gzip("gzip;q=0, *"));
    EXPECT_FALSE(accepts_gzip("br"));
    EXPECT_FALSE(accepts_gzip(""));
}

TEST(Path, IsDecodedBySegment) {
    EXPECT_EQ(parse_path("/"), std::vector<std::string>{});
    EXPECT_EQ(parse_path("/cases/a%20b"), (std::vector<std::string>{"cases", "a b"}));
    EXPECT_EQ(parse_path("/cases/"), (std::vector<std::string>{"cases", ""}));
}

TEST(Path, RefusesWhatHasNoHonestUse) {
    for (const char* bad :
         {"", "cases", "/a/../b", "/a/%2e%2e/b", "/./a", "/a%2fb", "/a%5cb", "/a\\b", "/%00", "/%0a", "/%ff", "/%"})
        EXPECT_EQ(parse_path(bad).error().status, 400) << bad;
}

TEST(Request, SplitsAddressAndQuery) {
    const auto request = get_request("/cases/1?tab=people&tab=plan");
    EXPECT_EQ(request.path(), "/cases/1");
    EXPECT_EQ(request.raw_query, "tab=people&tab=plan");
    EXPECT_EQ(request.query.all("tab").size(), 2u);
    EXPECT_THROW(get_request("nowhere"), std::logic_error);
}

TEST(Request, ReadsCookiesFromSeveralLinesAndFormsByContentType) {
    auto request = get_request("/");
    request.headers = {
        {"COOKIE", "a=1"}, {"cookie", "b=2"}, {"Content-Type", "application/x-www-form-urlencoded; charset=UTF-8"}};
    request.body = "name=Sam+Example";
    ASSERT_TRUE(read_cookies_and_form(request));
    EXPECT_EQ(request.cookies.get("b"), "2");
    EXPECT_EQ(request.form.fields.get("name"), "Sam Example");
    EXPECT_EQ(request.body, "");

    auto json = get_request("/api/v1/cases");
    json.headers = {{"Content-Type", "application/json"}};
    json.body = "{}";
    ASSERT_TRUE(read_cookies_and_form(json));
    EXPECT_EQ(json.body, "{}");
    EXPECT_TRUE(json.wants_json());

    request.headers.set("Content-Type", "nonsense");
    request.body = "x";
    EXPECT_EQ(read_cookies_and_form(request).error().status, 400);
}

namespace {

std::string part(const std::string& head, const std::string& content) {
    return "--XX\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + content + "\r\n";
}

}  // namespace

TEST(Multipart, ReadsFieldsAndFiles) {
    const auto form = parse_multipart(
        "preamble\r\n" + part("name=\"a\"", "one\r\ntwo") + part("name=\"a\"", "") +
            part("name=\"doc\"; filename=\"C:\\papers\\plan.pdf\"\r\nContent-Type: application/pdf", "%PDF\r\n--X") +
            part("name=\"empty\"; filename=\"\"", "") + "--XX--\r\nepilogue",
        "XX");
    ASSERT_TRUE(form) << form.error().why;
    EXPECT_EQ(form->fields.all("a"), (std::vector<std::string>{"one\r\ntwo", ""}));
    ASSERT_EQ(form->files.size(), 1u);
    EXPECT_EQ(form->files[0], (UploadedFile{"doc", "plan.pdf", "application/pdf", "%PDF\r\n--X"}));
}

TEST(Multipart, UnescapesNamesAsBrowsersEscapeThem) {
    const auto form = parse_multipart(part("name=\"say %22hi%22\"", "x") + "--XX--", "XX");
    ASSERT_TRUE(form);
    EXPECT_EQ(form->fields.get("say \"hi\""), "x");
}

TEST(Multipart, RefusesWhatDidNotArriveWhole) {
    const auto good = part("name=\"a\"", "one");
    for (const std::string& bad :
         {std::string(), good, good + "--XX", std::string("--XX\r\n\r\nno head\r\n--XX--"),
          std::string("--XX\r\nContent-Type: text/plain\r\n\r\nx\r\n--XX--"), part("filename=\"x\"", "y") + "--XX--",
          std::string("--XX\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: "
                      "base64\r\n\r\neA==\r\n--XX--")})
        EXPECT_FALSE(parse_multipart(bad, "XX")) << bad;
    EXPECT_FALSE(parse_multipart(good + "--XX--", ""));
    EXPECT_FALSE(parse_multipart(good + "--XX--", std::string(71, 'x')));
}

TEST(Multipart, HoldsToItsLimits) {
    MultipartLimits limits;
    limits.fields = {1, 4, 4};
    limits.files = 1;
    limits.file_bytes = 4;
    limits.part_header_bytes = 80;
    const auto refused = [&](const std::string& parts) {
        const auto form = parse_multipart(parts + "--XX--", "XX", limits);
        return form ? 0 : form.error().status;
    };
    const auto file = part("name=\"f\"; filename=\"x\"", "1234");
    EXPECT_EQ(refused(part("name=\"a\"", "1234") + file), 0);
    EXPECT_EQ(refused(part("name=\"a\"", "12345")), 413);
    EXPECT_EQ(refused(part("name=\"abcde\"", "1")), 400);
    EXPECT_EQ(refused(part("name=\"a\"", "1") + part("name=\"b\"", "1")), 400);
    limits.files_named = 2;
    EXPECT_EQ(refused(file + file), 0);
    EXPECT_EQ(refused(file + file + file), 413);
    EXPECT_EQ(refused(part("name=\"a\"; x=\"" + std::string(80, 'y') + "\"", "1")), 400);
    EXPECT_EQ(refused(part("name=\"f\"; filename=\"a\tb\"", "1")), 400);
}

TEST(Multipart, LeavesOutAFileThatCannotBeTakenAndKeepsWhatWasTyped) {
    MultipartLimits limits;
    limits.files = 1;
    limits.file_bytes = 4;
    const auto form = parse_multipart(part("name=\"f\"; filename=\"large\"", "12345") + part("name=\"a\"", "typed") + part("name=\"f\"; filename=\"second\"", "1") + "--XX--", "XX", limits);
    ASSERT_TRUE(form) << form.error().why;
    EXPECT_EQ(form->fields.get("a"), "typed");
    EXPECT_EQ(form->files, (std::vector<UploadedFile>{{"f", "large", "text/plain", "", true}, {"f", "second", "text/plain", "", true}}));
}

}  // namespace hearken::web
