#include "cli/routes.hpp"

#include <stdexcept>

namespace hearken::cli {

namespace fs = std::filesystem;

void add_all_routes(web::Router& router, web::Site& site) {
    web::add_session_pages(router, site);
    web::add_work_pages(router, site);
    web::add_case_pages(router, site);
    web::add_people_pages(router, site);
    web::add_manual_pages(router, site);
    web::add_report_pages(router, site);
    web::add_admin_pages(router, site);
    web::add_api(router, site);
    web::add_error_pages(router, site);
}

Result<web::AssetStore> load_assets(const Config& config) {
    if (config.assets.empty())
        return refuse(RefusalCode::NotFound, "no-assets", "The folder of the interface's assets was not found here or beside the program. Set `assets` in the configuration, or HEARKEN_ASSETS.");
    const fs::path root = config.assets;
    const auto govuk = root / "node_modules/govuk-frontend/dist/govuk";
    const auto moj = root / "node_modules/@ministryofjustice/frontend/moj";
    try {
        std::vector<web::AssetSource> sources{
            {"/assets/govuk-frontend.min.css", govuk / "govuk-frontend.min.css"},
            {"/assets/govuk-frontend.min.js", govuk / "govuk-frontend.min.js"},
            {"/assets/moj-frontend.min.css", moj / "moj-frontend.min.css"},
            {"/assets/moj-frontend.min.js", moj / "moj-frontend.min.js"},
            {"/assets", root / "src/web/assets"},
        };
        // Icons alone: fonts, crown and crest are for GOV.UK services.
        for (const auto& image : fs::directory_iterator(moj / "assets/images"))
            if (image.path().filename().string().starts_with("icon-")) sources.push_back({"/assets/images/" + image.path().filename().string(), image.path()});
        return web::AssetStore::load(sources);
    } catch (const std::exception& missing) {
        return refuse(RefusalCode::NotFound, "assets", std::string("The interface's assets are not complete: ") + missing.what() + ". Run ./run, or `npm ci` in " + root.string() + ".");
    }
}

}  // namespace hearken::cli
