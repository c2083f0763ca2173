// The operations of the API, as data: the router, the OpenAPI document and the access matrix read the same list.
#pragma once
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "web/pages/site.hpp"

namespace hearken::web::api {

struct QueryParameter {
    std::string name, description;
    bool required = false;
};

struct Operation {
    PageRoute route;
    std::string tag;                            ///< how the document groups it
    std::string request_schema = {};            ///< name of a schema; empty: no body
    std::string response_schema = {};           ///< name of a schema
    std::vector<QueryParameter> query = {};
    bool creates = false;                       ///< takes an Idempotency-Key
    enum class Body { Json, File };
    Body body = Body::Json;                     ///< File: a GET gives one, a POST takes one, by itself or in multipart/form-data
    std::vector<QueryParameter> headers = {};
};

std::vector<Operation> case_operations();
std::vector<Operation> act_operations();
std::vector<Operation> file_operations();
std::vector<Operation> people_operations();
std::vector<Operation> family_operations();      ///< a child's chronology as written, those around it, joined records, documents made
std::vector<Operation> sharing_operations();
std::vector<Operation> manual_operations();
std::vector<Operation> duty_operations();
std::vector<Operation> all_operations();

/// The OpenAPI 3.1 document of these operations.
nlohmann::json openapi_document(const std::vector<Operation>& operations, const std::string& version);

}  // namespace hearken::web::api
