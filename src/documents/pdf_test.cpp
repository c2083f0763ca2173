// What comes out of the converter is read back with pdftotext and pdfinfo.
#include "documents/pdf.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <thread>
#include <vector>

#include "documents/run_program.hpp"

namespace hearken::documents {
namespace {

std::string page(const std::string& body, const std::string& title = "A document") {
    return "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>" + title +
           "</title><style>@page { @bottom-right { content: \"Page \" counter(page) \" of \" counter(pages) } }</style></head><body>" + body + "</body></html>";
}

bool installed(const char* program) { return std::filesystem::exists(std::string("/usr/bin/") + program); }

std::string text_of(const std::string& pdf) { return run_program({{"pdftotext", "-layout", "-", "-"}, {}}, pdf); }
std::string facts_of(const std::string& pdf) { return run_program({{"pdfinfo", "-"}, {}}, pdf); }

struct Pdf : testing::Test {
    void SetUp() override {
        if (!installed("weasyprint") || !installed("pdftotext")) GTEST_SKIP() << "NOT RUN: install weasyprint and poppler-utils (tools/setup test)";
    }
};

TEST_F(Pdf, IsTaggedAndNumbersItsPages) {
    const auto pdf = pdf_of(page("<h1>One</h1><p style=\"break-after: page\">first</p><p>second</p>"));
    ASSERT_TRUE(pdf) << pdf.error().reasons[0].text;
    EXPECT_NE(text_of(*pdf).find("Page 2 of 2"), std::string::npos);
    EXPECT_NE(facts_of(*pdf).find("Tagged:          yes"), std::string::npos);
}

TEST_F(Pdf, FetchesNeitherFilesNorAddresses) {
    const auto pdf = pdf_of(page("<img src=\"file:///etc/passwd\" alt=\"a picture\"><link rel=\"stylesheet\" href=\"file:///etc/hostname\">"
                                 "<img src=\"http://127.0.0.1:7199/x\"><link rel=\"attachment\" href=\"file:///etc/passwd\"><p>The rest</p>"));
    ASSERT_TRUE(pdf);
    const auto text = text_of(*pdf);
    EXPECT_NE(text.find("The rest"), std::string::npos);
    EXPECT_EQ(text.find("root:"), std::string::npos);
    EXPECT_EQ(pdf->find("root:"), std::string::npos);
    EXPECT_EQ(pdf->find("EmbeddedFile"), std::string::npos);
}

TEST_F(Pdf, HoldsNamesInManyScripts) {
    const auto pdf = pdf_of(page("<p>Łucja Ñandú</p><p>אבישג</p><p>नेहा</p><p>ሰላም</p><p>小龙</p><p>😀</p>"));
    ASSERT_TRUE(pdf);
    const auto text = text_of(*pdf);
    for (const char* name : {"Łucja Ñandú", "ሰላም", "小龙", "😀"}) EXPECT_NE(text.find(name), std::string::npos) << name;
}

TEST_F(Pdf, TakesFortyThousandCharacters) {
    std::string words;
    while (words.size() < 40'000) words += "It was said again and again that nobody came. ";
    const auto pdf = pdf_of(page("<p>" + words + "</p><p>The end</p>"));
    ASSERT_TRUE(pdf);
    EXPECT_NE(text_of(*pdf).find("The end"), std::string::npos);
}

TEST_F(Pdf, SeveralAtOnceAreAllMade) {
    std::vector<std::thread> threads;
    std::atomic<int> made{0};
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            if (pdf_of(page("<p>Together</p>"))) ++made;
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(made, 4);
}

TEST(PdfConverter, ThatIsNotInstalledIsARefusalThatSaysWhatToDo) {
    const auto pdf = pdf_of("<p>x</p>", {.python = "/usr/bin/no-such-python"});
    ASSERT_FALSE(pdf);
    EXPECT_EQ(pdf.error().reasons[0].code, "no-pdf");
    EXPECT_NE(pdf.error().reasons[0].text.find("weasyprint"), std::string::npos);
}

TEST(PdfConverter, ThatFailsOrTakesTooLongIsARefusal) {
    EXPECT_EQ(pdf_of("<p>x</p>", {.python = "/bin/false"}).error().reasons[0].code, "no-pdf");
    EXPECT_EQ(pdf_of("<p>x</p>", {.limit = std::chrono::milliseconds(0)}).error().reasons[0].code, "no-pdf");
}

TEST(RunProgram, GivesBackWhatTheProgramWrites) {
    EXPECT_EQ(run_program({{"cat"}, {}}, "words"), "words");
    EXPECT_EQ(run_program({{"cat"}, {}}, ""), "");
    EXPECT_THROW(run_program({{"no-such-program-at-all"}, {}}, ""), std::runtime_error);
    EXPECT_THROW(run_program({{"cat"}, {}, std::chrono::seconds(10), 3}, "words"), std::runtime_error);
}

}  // namespace
}  // namespace hearken::documents
