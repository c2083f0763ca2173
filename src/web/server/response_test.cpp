#include "web/server/response.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "web/server/respond.hpp"
#include "web/server/security_headers.hpp"

namespace hearken::web {

TEST(Response, KeepsSetCookiesApart) {
    SetCookie a, b;
    a.name = "a";
    b.name = "b";
    const auto response = html_response("").with_cookie(a).with_cookie(b);
    EXPECT_EQ(response.headers.all("set-cookie").size(), 2u);
}

TEST(Response, NeverLetsTextWriteHeaders) {
    EXPECT_THROW(html_response("").with_header("X", "a\r\nSet-Cookie: x=y"), std::logic_error);
    EXPECT_THROW(html_response("").with_header("X Y", "a"), std::logic_error);
}

TEST(Response, RedirectsOnlyWithinTheService) {
    EXPECT_EQ(redirect_see_other("/cases/1").status, 303);
    EXPECT_EQ(redirect_see_other("/cases/1").headers.get("Location"), "/cases/1");
    for (const char* bad :
         {"", "cases", "//elsewhere.example", "/\\elsewhere.example", "https://elsewhere.example", "/a b", "/a\r\n"})
        EXPECT_THROW(redirect_see_other(bad), std::logic_error) << bad;
}

TEST(Response, NamesFilesInAnyAlphabet) {
    const auto response = file_response("x", "application/pdf", "plan \"\xc3\xa9\".pdf");
    EXPECT_EQ(response.headers.get("Content-Disposition"),
              "attachment; filename=\"plan ____.pdf\"; filename*=UTF-8''plan%20%22%C3%A9%22.pdf");
}

TEST(Refusals, EachHaveTheirStatus) {
    EXPECT_EQ(status_of(RefusalCode::Invalid), 422);
    EXPECT_EQ(status_of(RefusalCode::NotPermitted), 403);
    EXPECT_EQ(status_of(RefusalCode::NotFound), 404);
    EXPECT_EQ(status_of(RefusalCode::Conflict), 409);
    EXPECT_EQ(status_of(RefusalCode::GateNotMet), 409);
    EXPECT_EQ(status_of(RefusalCode::SignInNeeded), 401);
    EXPECT_EQ(status_of(RefusalCode::TooMany), 429);
}

TEST(PlainError, IsAPageForBrowsersAndAProblemForPrograms) {
    const auto page = plain_error(nullptr, {413, "Too <large>."}, "abc");
    EXPECT_EQ(page.status, 413);
    EXPECT_NE(page.body.find("Too &lt;large&gt;."), std::string::npos);
    EXPECT_NE(page.body.find("abc"), std::string::npos);
    const auto request = get_request("/api/v1/x");
    EXPECT_EQ(plain_error(&request, {404, "No."}, "abc").headers.get("Content-Type"), "application/problem+json");
}

TEST(SecurityHeaders, AreOnEveryAnswerAndLeaveWhatIsSetAlone) {
    auto request = get_request("/");
    Response page;
    SecurityHeaders{}.apply(&request, page);
    EXPECT_EQ(page.headers.get("Cache-Control"), "no-store");
    EXPECT_EQ(page.headers.get("X-Content-Type-Options"), "nosniff");
    EXPECT_TRUE(page.headers.get("Content-Security-Policy").starts_with("default-src 'none'; script-src 'self'"));
    EXPECT_FALSE(page.headers.has("Strict-Transport-Security"));

    auto asset = Response{}.with_header("Cache-Control", "public");
    request.is_tls = true;
    SecurityHeaders{}.apply(&request, asset);
    EXPECT_EQ(asset.headers.all("Cache-Control"), std::vector<std::string>{"public"});
    EXPECT_TRUE(asset.headers.has("Strict-Transport-Security"));
}

}  // namespace hearken::web
