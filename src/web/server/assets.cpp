#include "web/server/assets.hpp"

#include <openssl/evp.h>
#include <zlib.h>

#include <array>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "web/server/accept.hpp"
#include "web/server/respond.hpp"

namespace hearken::web {
namespace {

namespace fs = std::filesystem;

struct FileType {
    std::string_view extension;
    std::string_view content_type;
    bool is_text;
};

const FileType* type_of(const fs::path& file) {
    static constexpr std::array<FileType, 13> kTypes = {{
        {".css", "text/css; charset=utf-8", true},
        {".gif", "image/gif", false},
        {".ico", "image/x-icon", false},
        {".jpg", "image/jpeg", false},
        {".js", "text/javascript; charset=utf-8", true},
        {".json", "application/json", true},
        {".mjs", "text/javascript; charset=utf-8", true},
        {".png", "image/png", false},
        {".svg", "image/svg+xml", true},
        {".txt", "text/plain; charset=utf-8", true},
        {".webmanifest", "application/manifest+json", true},
        {".woff", "font/woff", false},
        {".woff2", "font/woff2", false},
    }};
    const auto extension = file.extension().string();
    for (const auto& type : kTypes)
        if (type.extension == extension) return &type;
    return nullptr;
}

std::string read_whole(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw std::runtime_error("cannot read the asset " + file.string());
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string version_of(const std::string& content) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (EVP_Digest(content.data(), content.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("SHA-256 is not available in OpenSSL");
    static constexpr char kHex[] = "0123456789abcdef";
    std::string text;
    for (size_t i = 0; i < 12; ++i) text += {kHex[digest[i] >> 4], kHex[digest[i] & 15]};
    return text;
}

std::string gzipped(const std::string& content) {
    constexpr int kGzipWindow = 15 + 16;
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("zlib cannot begin to compress");
    std::string result(deflateBound(&stream, content.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef*>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    const int ended = deflate(&stream, Z_FINISH);
    result.resize(stream.total_out);
    deflateEnd(&stream);
    if (ended != Z_STREAM_END) throw std::runtime_error("zlib could not compress an asset");
    return result;
}

/// If-None-Match compares weakly (RFC 9110 13.1.2).
bool names_tag(std::string_view if_none_match, std::string_view tag) {
    while (!if_none_match.empty()) {
        auto item = trimmed(next_part(if_none_match, ','));
        if (item.starts_with("W/")) item.remove_prefix(2);
        if (item == tag || item == "*") return true;
    }
    return false;
}

}  // namespace

AssetStore AssetStore::load(const std::vector<AssetSource>& sources) {
    AssetStore store;
    for (const auto& [url, path] : sources) {
        if (!url.starts_with('/')) throw std::runtime_error("an asset's address begins with '/': " + url);
        if (fs::is_regular_file(path)) {
            store.add_file(url, path);
        } else if (fs::is_directory(path)) {
            for (auto entry = fs::recursive_directory_iterator(path); entry != fs::recursive_directory_iterator();
                 ++entry) {
                if (entry->path().filename().string().starts_with('.')) {
                    if (entry->is_directory()) entry.disable_recursion_pending();
                    continue;
                }
                if (entry->is_symlink() || !entry->is_regular_file() || !type_of(entry->path())) continue;
                store.add_file(url + "/" + entry->path().lexically_relative(path).generic_string(), entry->path());
            }
        } else {
            throw std::runtime_error("there is no file or folder " + path.string() + " to serve at " + url);
        }
    }
    return store;
}

void AssetStore::add_file(const std::string& url, const fs::path& file) {
    const auto* type = type_of(file);
    if (!type) throw std::runtime_error("browsers have no use for the type of " + file.string());
    auto content = read_whole(file);
    Asset asset{std::string(type->content_type), version_of(content), {}, {}};
    if (type->is_text) {
        auto smaller = gzipped(content);
        if (smaller.size() < content.size()) asset.gzip = std::make_shared<const std::string>(std::move(smaller));
    }
    asset.plain = std::make_shared<const std::string>(std::move(content));
    if (!assets_.emplace(url, std::move(asset)).second)
        throw std::runtime_error("two files claim the address " + url + "; the second is " + file.string());
}

std::optional<Response> AssetStore::respond(const Request& request) const {
    const auto found = assets_.find(request.path());
    if (found == assets_.end()) return std::nullopt;
    const auto& asset = found->second;
    if (!request.is_read()) {
        auto response = plain_error(&request, {405, sentence_for(405)}, request.id).with_header("Allow", "GET, HEAD");
        response.route = "asset";
        return response;
    }
    const bool zipped = asset.gzip && accepts_gzip(request.header("accept-encoding"));
    const std::string tag = '"' + asset.version + (zipped ? "-gzip\"" : "\"");
    Response response;
    response.route = "asset";
    response.shared_body = zipped ? asset.gzip : asset.plain;
    response.with_header("ETag", tag);
    response.with_header("Cache-Control", request.query.get("v") == asset.version
                                              ? "public, max-age=31536000, immutable"
                                              : "public, no-cache");
    if (asset.gzip) response.with_header("Vary", "Accept-Encoding");
    if (names_tag(request.header("if-none-match"), tag)) {
        response.status = 304;
        return response;  // the server sends the length of the body, and not the body
    }
    response.with_header("Content-Type", asset.content_type);
    if (zipped) response.with_header("Content-Encoding", "gzip");
    return response;
}

std::string AssetStore::versioned(std::string_view url) const {
    const auto found = assets_.find(url);
    return found == assets_.end() ? std::string(url) : std::string(url) + "?v=" + found->second.version;
}

}  // namespace hearken::web
