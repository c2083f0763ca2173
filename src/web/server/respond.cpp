#include "web/server/respond.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace hearken::web {
namespace {

std::string html_escaped(std::string_view text) {
    std::string result;
    for (char c : text) {
        switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            default:
                result += c;
        }
    }
    return result;
}

std::string heading_for(int status) {
    switch (status) {
        case 404:
            return "Page not found";
        case 413:
            return "This is too large to send";
        case 429:
            return "Too many requests";
        case 500:
            return "Sorry, there is a problem with the service";
        case 503:
            return "Sorry, the service is busy";
        default:
            return status < 500 ? "This could not be read" : "Sorry, there is a problem with the service";
    }
}

}  // namespace

int status_of(RefusalCode code) {
    switch (code) {
        case RefusalCode::Invalid:
            return 422;
        case RefusalCode::NotPermitted:
            return 403;
        case RefusalCode::NotFound:
            return 404;
        case RefusalCode::Conflict:
            return 409;
        case RefusalCode::GateNotMet:
            return 409;
        case RefusalCode::SignInNeeded:
            return 401;
        case RefusalCode::TooMany:
            return 429;
    }
    return 500;
}

std::string sentence_for(int status) {
    switch (status) {
        case 400:
            return "The request is not well-formed HTTP.";
        case 404:
            return "There is nothing at this address. Check that it was copied whole.";
        case 405:
            return "This address cannot be used in that way.";
        case 408:
            return "The request took too long to arrive. Try again.";
        case 413:
            return "What was sent is larger than this service accepts. Send smaller files, or fewer at a time. Go back to the "
                   "page before: what you typed is still there.";
        case 414:
            return "The address is too long.";
        case 417:
            return "The Expect header asks for something this service does not do.";
        case 429:
            return "Wait a little, then try again.";
        case 431:
            return "The request has too many or too large headers. Clearing cookies for this site may help.";
        case 501:
            return "This method is not known here.";
        case 503:
            return "It is busy and did not finish in time. Wait a minute, then look whether what you sent "
                   "arrived before you send it again.";
        case 505:
            return "Only HTTP/1.0 and HTTP/1.1 are spoken here.";
        default:
            return "Try again later. If it goes on, tell your administrator the reference below.";
    }
}

Response plain_error(const Request* request, const BadMessage& bad, const std::string& request_id) {
    if (request && request->wants_json()) {
        const nlohmann::json problem = {{"type", "about:blank"},
                                        {"title", heading_for(bad.status)},
                                        {"status", bad.status},
                                        {"detail", bad.why},
                                        {"request_id", request_id}};
        return problem_response(problem.dump(), bad.status);
    }
    const auto heading = heading_for(bad.status);
    return html_response(
        fmt::format(
            "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
            "content=\"width=device-width, initial-scale=1\"><title>{0}</title></head><body><main><h1>{0}</h1>"
            "<p>{1}</p><p>Reference: {2}</p><p><a href=\"/\">Go to the start page</a></p></main></body></html>\n",
            html_escaped(heading), html_escaped(bad.why), html_escaped(request_id)),
        bad.status);
}

}  // namespace hearken::web
