#include <algorithm>
#include <nlohmann/json.hpp>

#include "web/api/operation.hpp"
#include "web/api/schemas.hpp"

namespace hearken::web::api {

using nlohmann::json;

namespace {

/// "/cases/:case" as OpenAPI writes it: "/cases/{case}"; its parameters are added to `parameters`.
std::string path_of(const std::string& pattern, json& parameters) {
    std::string path;
    for (size_t at = 0; at < pattern.size();) {
        const size_t end = std::min(pattern.find('/', at + 1), pattern.size());
        std::string segment = pattern.substr(at, end - at);
        if (segment.size() > 1 && segment[1] == ':') {
            const std::string name = segment.substr(2);
            parameters.push_back({{"name", name}, {"in", "path"}, {"required", true}, {"schema", {{"type", "string"}}}});
            segment = "/{" + name + "}";
        }
        path += segment;
        at = end;
    }
    return path;
}

std::string lower(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

json body_of(const std::string& schema) { return {{"content", {{"application/json", {{"schema", {{"$ref", "#/components/schemas/" + schema}}}}}}}}; }

json file_of(const std::string& schema) {
    return {{"content", {{"multipart/form-data", {{"schema", {{"$ref", "#/components/schemas/" + schema}}}}}, {"application/octet-stream", {{"schema", {{"$ref", "#/components/schemas/File"}}}}}}}};
}

json operation_json(const Operation& operation, json parameters) {
    const auto& route = operation.route;
    for (const auto& query : operation.query)
        parameters.push_back({{"name", query.name}, {"in", "query"}, {"required", query.required}, {"description", query.description}, {"schema", {{"type", "string"}}}});
    for (const auto& header : operation.headers)
        parameters.push_back({{"name", header.name}, {"in", "header"}, {"required", header.required}, {"description", header.description}, {"schema", {{"type", "string"}}}});
    if (operation.creates)
        parameters.push_back({{"name", "Idempotency-Key"}, {"in", "header"}, {"required", false}, {"description", "The same key gives the first answer again"}, {"schema", {{"type", "string"}}}});
    json object{{"operationId", route.name}, {"summary", route.summary}, {"tags", {operation.tag}}, {"parameters", std::move(parameters)}};
    const bool is_file = operation.body == Operation::Body::File, takes_file = is_file && !operation.request_schema.empty();
    if (!operation.request_schema.empty()) object["requestBody"] = takes_file ? file_of(operation.request_schema) : body_of(operation.request_schema);
    json good{{"description", "Done"}};
    if (is_file && !takes_file) good["content"] = {{"*/*", {{"schema", {{"$ref", "#/components/schemas/" + operation.response_schema}}}}}};
    else if (!operation.response_schema.empty()) good.update(body_of(operation.response_schema));
    const char* status = operation.creates || takes_file ? "201" : operation.response_schema.empty() ? "204" : "200";
    json problem{{"description", "A problem, with every reason"}, {"content", {{"application/problem+json", {{"schema", {{"$ref", "#/components/schemas/Problem"}}}}}}}};
    object["responses"] = {{status, good}, {"default", problem}};
    if (route.audience == Audience::Anyone) object["security"] = json::array();
    else object["security"] = {{{"token", json::array({route.scope})}}};
    return object;
}

}  // namespace

json openapi_document(const std::vector<Operation>& operations, const std::string& version) {
    json document{{"openapi", "3.1.0"},
                  {"info", {{"title", "Hearken"}, {"version", version}, {"license", {{"name", "MIT"}, {"identifier", "MIT"}}},
                            {"description", "The use cases of Hearken as JSON. Tokens are made on the account page or with `hearken token make`; each has scopes and an end."}}},
                  {"paths", json::object()},
                  {"components", {{"schemas", schemas()}, {"securitySchemes", {{"token", {{"type", "http"}, {"scheme", "bearer"}}}}}}}};
    for (const auto& operation : operations) {
        json parameters = json::array();
        const std::string path = path_of(operation.route.pattern, parameters);
        document["paths"][path][lower(operation.route.method)] = operation_json(operation, std::move(parameters));
    }
    return document;
}

}  // namespace hearken::web::api
