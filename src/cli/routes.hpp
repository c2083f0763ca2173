// Every page and every asset that is served. The list that the access matrix test reads.
#pragma once
#include "cli/config.hpp"
#include "web/pages/site.hpp"

namespace hearken::cli {

void add_all_routes(web::Router& router, web::Site& site);

/// The interface's styles, scripts and images. Refused where they have not been fetched.
Result<web::AssetStore> load_assets(const Config& config);

}  // namespace hearken::cli
