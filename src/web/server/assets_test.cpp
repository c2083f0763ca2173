#include "web/server/assets.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <stdexcept>

namespace hearken::web {
namespace {

namespace fs = std::filesystem;

class Assets : public testing::Test {
  protected:
    Assets() : folder_(fs::temp_directory_path() / ("hearken-assets-" + std::to_string(getpid()))) {
        fs::remove_all(folder_);
        write("css/app.css", std::string(2000, 'a'));
        write("images/deep/logo.png", "png");
        write("images/.hidden.png", "secret");
        write("images/notes.docx", "secret");
        write("secret.css", "secret");
        fs::create_symlink(folder_ / "secret.css", folder_ / "css" / "link.css");
        store_ = AssetStore::load({{"/assets", folder_ / "css"}, {"/assets/images", folder_ / "images"}});
    }
    ~Assets() override { fs::remove_all(folder_); }

    void write(const std::string& name, const std::string& content) {
        fs::create_directories((folder_ / name).parent_path());
        std::ofstream(folder_ / name) << content;
    }

    fs::path folder_;
    AssetStore store_;
};

}  // namespace

TEST_F(Assets, AreServedWithTheirType) {
    const auto css = store_.respond(get_request("/assets/app.css"));
    ASSERT_TRUE(css);
    EXPECT_EQ(css->headers.get("Content-Type"), "text/css; charset=utf-8");
    EXPECT_EQ(css->content(), std::string(2000, 'a'));
    EXPECT_EQ(css->headers.get("Cache-Control"), "public, no-cache");
    EXPECT_EQ(store_.respond(get_request("/assets/images/deep/logo.png"))->headers.get("Content-Type"), "image/png");
}

TEST_F(Assets, AreOnlyWhatWasLoaded) {
    EXPECT_EQ(store_.size(), 2u);
    for (const char* other : {"/assets/images/.hidden.png", "/assets/images/notes.docx", "/assets/link.css",
                              "/assets/secret.css", "/assets"})
        EXPECT_FALSE(store_.respond(get_request(other))) << other;
    EXPECT_FALSE(parse_path("/assets/../secret.css"));
}

TEST_F(Assets, AreCompressedForThoseWhoAccept) {
    auto request = get_request("/assets/app.css");
    request.headers.add("Accept-Encoding", "gzip");
    const auto zipped = store_.respond(request);
    EXPECT_EQ(zipped->headers.get("Content-Encoding"), "gzip");
    EXPECT_EQ(zipped->headers.get("Vary"), "Accept-Encoding");
    EXPECT_LT(zipped->content().size(), 200u);
    EXPECT_NE(zipped->headers.get("ETag"), store_.respond(get_request("/assets/app.css"))->headers.get("ETag"));
}

TEST_F(Assets, AreNotSentAgainToThoseWhoHaveThem) {
    auto request = get_request("/assets/app.css");
    const auto tag = std::string(store_.respond(request)->headers.get("ETag"));
    request.headers.add("If-None-Match", "\"other\", W/" + tag);
    EXPECT_EQ(store_.respond(request)->status, 304);
    request.headers.set("If-None-Match", "\"other\"");
    EXPECT_EQ(store_.respond(request)->status, 200);
}

TEST_F(Assets, MayBeKeptForAYearUnderTheirVersion) {
    const auto url = store_.versioned("/assets/app.css");
    EXPECT_NE(url, "/assets/app.css");
    EXPECT_EQ(store_.respond(get_request(url))->headers.get("Cache-Control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(store_.respond(get_request("/assets/app.css?v=old"))->headers.get("Cache-Control"), "public, no-cache");
    EXPECT_EQ(store_.versioned("/assets/none.css"), "/assets/none.css");
}

TEST_F(Assets, AreOnlyRead) {
    auto request = get_request("/assets/app.css");
    request.method = "POST";
    EXPECT_EQ(store_.respond(request)->status, 405);
}

TEST_F(Assets, SayAtStartWhatIsMissingOrClaimedTwice) {
    EXPECT_THROW(AssetStore::load({{"/x", folder_ / "none"}}), std::runtime_error);
    EXPECT_THROW(AssetStore::load({{"/x.css", folder_ / "secret.css"}, {"/x.css", folder_ / "css" / "app.css"}}),
                 std::runtime_error);
}

}  // namespace hearken::web
