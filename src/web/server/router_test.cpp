#include "web/server/router.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace hearken::web {
namespace {

RouteHandler says(const std::string& text) {
    return [text](const Request&, const Params& params) {
        std::string all = text;
        for (const auto& [name, value] : params.values()) all += " " + name + "=" + value;
        return text_response(all);
    };
}

Router a_router() {
    Router router;
    router.add({"GET", "/", "home", says("home"), {}});
    router.add({"GET", "/cases/:case", "case.show", says("show"), {{"audience", "worker"}}});
    router.add({"POST", "/cases/:case", "case.change", says("change"), {}});
    router.add({"GET", "/cases/new", "case.new", says("new"), {}});
    router.add({"GET", "/cases/:case/tasks/:task", "task.show", says("task"), {}});
    return router;
}

Request with_method(std::string method, std::string_view target) {
    auto request = get_request(target);
    request.method = std::move(method);
    return request;
}

}  // namespace

TEST(Router, FindsTheHandlerAndDecodesItsParameters) {
    const auto router = a_router();
    const auto response = router.dispatch(get_request("/cases/a%20b/tasks/7?x=1"));
    EXPECT_EQ(response.body, "task case=a b task=7");
    EXPECT_EQ(response.route, "task.show");
    EXPECT_EQ(router.dispatch(get_request("/")).body, "home");
}

TEST(Router, PrefersTheLiteralSegment) {
    EXPECT_EQ(a_router().dispatch(get_request("/cases/new")).body, "new");
    EXPECT_EQ(a_router().dispatch(get_request("/cases/newer")).body, "show case=newer");
}

TEST(Router, DerivesHeadFromGet) { EXPECT_EQ(a_router().dispatch(with_method("HEAD", "/cases/1")).route, "case.show"); }

TEST(Router, AnswersOtherMethodsWithThoseAllowed) {
    const auto response = a_router().dispatch(with_method("DELETE", "/cases/1"));
    EXPECT_EQ(response.status, 405);
    EXPECT_EQ(response.headers.get("Allow"), "GET, HEAD, POST");
}

TEST(Router, IgnoresMethodOverrides) {
    auto request = get_request("/cases/1?_method=POST");
    request.headers.add("X-HTTP-Method-Override", "POST");
    EXPECT_EQ(a_router().dispatch(request).route, "case.show");
}

TEST(Router, SaysWhenThereIsNothing) {
    auto router = a_router();
    EXPECT_EQ(router.dispatch(get_request("/nowhere")).status, 404);
    EXPECT_EQ(router.dispatch(get_request("/cases//tasks/1")).status, 404);
    router.on_not_found([](const Request&) { return text_response("our page", 404); });
    EXPECT_EQ(router.dispatch(get_request("/nowhere")).body, "our page");
}

TEST(Router, RedirectsReadsToTheAddressWithoutItsSlash) {
    const auto router = a_router();
    const auto response = router.dispatch(get_request("/cases/a%20b/?tab=x"));
    EXPECT_EQ(response.status, 308);
    EXPECT_EQ(response.headers.get("Location"), "/cases/a%20b?tab=x");
    EXPECT_EQ(router.dispatch(with_method("POST", "/cases/1/")).status, 404);
    EXPECT_EQ(router.dispatch(get_request("//elsewhere.example/")).status, 404);
}

TEST(Router, RefusesRoutesThatCannotBeToldApart) {
    auto router = a_router();
    EXPECT_THROW(router.add({"GET", "/cases/:id", "other", says(""), {}}), std::logic_error);
    EXPECT_THROW(router.add({"GET", "/other", "home", says(""), {}}), std::logic_error);
    EXPECT_THROW(router.add({"BREW", "/tea", "tea", says(""), {}}), std::logic_error);
    router.add({"GET", "/a/:x/c", "one", says(""), {}});
    EXPECT_THROW(router.add({"GET", "/a/b/:y", "two", says(""), {}}), std::logic_error);
    router.add({"GET", "/a/b/c", "three", says(""), {}});
    EXPECT_EQ(router.dispatch(get_request("/a/b/c")).route, "three");
}

TEST(Router, RefusesMalformedPatterns) {
    Router router;
    for (const char* bad : {"", "cases", "/cases/", "/a//b", "/:", "/:a/:a"})
        EXPECT_THROW(router.add({"GET", bad, "name", says(""), {}}), std::logic_error) << bad;
}

TEST(Router, ListsItsRoutesAndBuildsTheirAddresses) {
    const auto router = a_router();
    EXPECT_EQ(router.routes().size(), 5u);
    EXPECT_EQ(router.named("case.show")->metadata.at("audience"), "worker");
    EXPECT_EQ(router.named("none"), nullptr);
    EXPECT_EQ(path_for(*router.named("task.show"), {{"case", "a/b"}, {"task", "1"}}), "/cases/a%2Fb/tasks/1");
    EXPECT_EQ(path_for(*router.named("home"), {}), "/");
    EXPECT_THROW(path_for(*router.named("case.show"), {}), std::logic_error);
}

}  // namespace hearken::web
