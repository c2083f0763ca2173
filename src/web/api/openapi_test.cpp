#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "web/api/body.hpp"
#include "web/api/operation.hpp"
#include "web/api/schemas.hpp"

namespace hearken::web::api {

using nlohmann::json;

namespace {

void references_in(const json& node, std::set<std::string>& found) {
    if (node.is_object())
        for (const auto& [key, value] : node.items()) {
            if (key == "$ref") found.insert(value.get<std::string>());
            references_in(value, found);
        }
    if (node.is_array())
        for (const auto& value : node) references_in(value, found);
}

Result<json> body(const std::string& text) {
    auto request = post_request("/api/v1/cases", {});
    request.form = {};
    request.body = text;
    return read_body(request);
}

}  // namespace

TEST(OpenApi, DescribesEveryRouteOfTheApiAndNoOther) {
    const auto operations = all_operations();
    const auto document = openapi_document(operations, "1");
    size_t described = 0;
    std::set<std::string> names;
    for (const auto& [path, methods] : document["paths"].items()) {
        EXPECT_EQ(path.find(':'), std::string::npos) << path;
        for (const auto& [method, operation] : methods.items()) {
            ++described;
            names.insert(operation["operationId"].get<std::string>());
            EXPECT_FALSE(operation["summary"].get<std::string>().empty()) << path;
        }
    }
    EXPECT_EQ(described, operations.size()) << "two operations share a path and method";
    EXPECT_EQ(names.size(), operations.size()) << "two operations share a name";
}

TEST(OpenApi, NamesOnlySchemasThatExistAndUsesEachOfThem) {
    const auto document = openapi_document(all_operations(), "1");
    std::set<std::string> used, known;
    references_in(document, used);
    for (const auto& [name, schema] : document["components"]["schemas"].items()) known.insert("#/components/schemas/" + name);
    for (const auto& one : used) EXPECT_TRUE(known.contains(one)) << one;
    for (const auto& one : known) EXPECT_TRUE(used.contains(one)) << one << " is never used";
}

TEST(OpenApi, EveryChangeNamesAScope) {
    for (const auto& operation : all_operations())
        if (operation.route.audience == Audience::SignedIn) EXPECT_FALSE(operation.route.scope.empty()) << operation.route.name;
}

TEST(Body, NamesEveryFaultAndEveryUnknownMember) {
    Members members(*body(R"({"words": 3, "extra": 1})"));
    EXPECT_EQ(members.text("words", true), "");
    const auto result = members.finish();
    ASSERT_FALSE(result);
    std::set<std::string> fields;
    for (const auto& reason : result.error().reasons) fields.insert(reason.code + ":" + reason.field);
    EXPECT_EQ(fields, (std::set<std::string>{"type:words", "unknown:extra"}));
}

TEST(Body, RefusesWhatIsNotAnObjectAndWhatIsTooDeep) {
    EXPECT_FALSE(body("[1]"));
    EXPECT_FALSE(body("{\"a\":"));
    EXPECT_FALSE(body(std::string("{\"a\":") + std::string(200, '[') + std::string(200, ']') + "}"));
    EXPECT_TRUE(body(""));
    EXPECT_FALSE(body("\"\xff\xfe\""));
}

TEST(Body, AnswersComeBackAsTheyWereSent) {
    const auto sent = json::parse(R"({"summary":"Maya was hungry","danger":"no","categories":["neglect","emotional"],"words":{"not-known":true},
                                      "people":[{"name":"Her mother","role":"parent"}]})");
    std::vector<Reason> reasons;
    EXPECT_EQ(answers_to(answers_from(sent, reasons)), sent);
    EXPECT_TRUE(reasons.empty());
    answers_from(json::parse(R"({"x":{"odd":1}})"), reasons);
    EXPECT_EQ(reasons.size(), 1u);
}

}  // namespace hearken::web::api
