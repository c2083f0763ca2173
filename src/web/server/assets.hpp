// The files that browsers fetch beside the pages (styles, scripts, images), read into memory once at start.
#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/server/request.hpp"
#include "web/server/response.hpp"

namespace hearken::web {

/// A file, or a folder with everything under it, and the address it appears at.
struct AssetSource {
    std::string url;  ///< "/assets/govuk-frontend.min.css" for a file, "/assets/images" for a folder
    std::filesystem::path path;
};

/// Only what was loaded can be served: no address is ever turned into a path. Safe from many threads.
class AssetStore {
  public:
    AssetStore() = default;
    /// Hidden files and files of types that browsers have no use for are left out, and symbolic links are not
    /// followed. Throws std::runtime_error, naming what is missing or which two files claim one address.
    static AssetStore load(const std::vector<AssetSource>& sources);

    /// The answer, when the address is an asset's: 200, 304 for a known ETag, 405 for anything but a read.
    std::optional<Response> respond(const Request& request) const;
    /// "/assets/app.css" becomes "/assets/app.css?v=3f2a..": may be kept by browsers for a year, because a changed
    /// file has another address. The same address when there is no such asset.
    std::string versioned(std::string_view url) const;
    size_t size() const { return assets_.size(); }

  private:
    struct Asset {
        std::string content_type;
        std::string version;  ///< the start of the SHA-256 of the content
        std::shared_ptr<const std::string> plain;
        std::shared_ptr<const std::string> gzip;  ///< null where it would not be smaller
    };
    void add_file(const std::string& url, const std::filesystem::path& file);

    std::map<std::string, Asset, std::less<>> assets_;
};

}  // namespace hearken::web
