#include "casework/file_kinds.hpp"

#include <gtest/gtest.h>

namespace hearken::casework {

using namespace std::string_literals;

namespace {

const std::string kPdf = "%PDF-1.7\n1 0 obj\n", kPng = "\x89PNG\r\n\x1a\n....", kJpeg = "\xff\xd8\xff\xe0 JFIF", kHeic = "\0\0\0\x18"s + "ftypheic....",
                  kOld = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on", kDocx = "PK\x03\x04 [Content_Types].xml word/document.xml",
                  kOdt = "PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.textPK", kZip = "PK\x03\x04 anything.bin";

std::string type(const std::string& name, const std::string& content) { return content_type_of(name, content).value_or("refused"); }
std::string why_not(const std::string& name, const std::string& content) {
    const auto judged = content_type_of(name, content);
    return judged ? "" : judged.error().reasons.front().code;
}

}  // namespace

TEST(FileKind, IsWhatBothTheNameAndTheBytesSay) {
    EXPECT_EQ(type("plan.pdf", kPdf), "application/pdf");
    EXPECT_EQ(type("Plan.PDF", kPdf), "application/pdf");
    EXPECT_EQ(type("a.png", kPng), "image/png");
    EXPECT_EQ(type("a.heic", kHeic), "image/heic");
    EXPECT_EQ(type("a.webp", "RIFF....WEBPVP8 "), "image/webp");
    EXPECT_EQ(type("a.doc", kOld), "application/msword");
    EXPECT_EQ(type("a.msg", kOld), "application/vnd.ms-outlook");
    EXPECT_EQ(type("a.docx", kDocx), "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    EXPECT_EQ(type("a.odt", kOdt), "application/vnd.oasis.opendocument.text");
    EXPECT_EQ(type("a.rtf", "{\\rtf1 words}"), "application/rtf");
    EXPECT_EQ(type("a.txt", "MZ is how this note begins, na\xc3\xafvely."), "text/plain");
    EXPECT_EQ(type("a.csv", "name,born\n"), "text/csv");
    EXPECT_EQ(type("a.eml", "From: somebody\r\n\r\nWords"), "message/rfc822");
    EXPECT_EQ(type("a.mp3", "ID3\x04...\x01"), "audio/mpeg");
    EXPECT_EQ(type("a.mp4", "\0\0\0\x18"s + "ftypisom...."), "video/mp4");
    EXPECT_EQ(type("a.mov", "\0\0\0\x18"s + "ftypqt  ...."), "video/quicktime");
}

TEST(FileKind, OfAPictureIsWhatItsBytesSay) { EXPECT_EQ(type("telephone.jpg", kHeic), "image/heic"); }

TEST(FileKind, ThatRunsOrDrawsInABrowserIsRefusedWhateverItIsCalled) {
    for (const char* name : {"run.exe", "letter.pdf", "notes.txt", "photo.jpg"})
        for (const std::string& program : {"MZ\x90\0\x03"s, "\x7f" "ELF\x02\x01"s, "\xcf\xfa\xed\xfe\x07"s, "#!/bin/sh\nrm"s}) EXPECT_EQ(why_not(name, program), "file-kind") << name;
    for (const char* name : {"page.html", "drawing.svg", "notes.txt", "message.eml", "list.csv"})
        for (const std::string& page : {"<!DOCTYPE html><p>"s, "\xef\xbb\xbf <HTML><script>"s, "<svg onload=\"x()\">"s, "<?xml version=\"1.0\"?><svg/>"s, " words <script>x()</script>"s})
            EXPECT_EQ(why_not(name, page), "file-kind") << name << page;
}

TEST(FileKind, NotOnTheListIsRefused) {
    EXPECT_EQ(why_not("papers.zip", kZip), "file-kind");
    EXPECT_EQ(why_not("letter.docm", kDocx), "file-kind");
    EXPECT_EQ(why_not("plan.pdf.js", "alert(1)"), "file-kind");
    EXPECT_EQ(why_not("plan", kPdf), "file-kind");
    EXPECT_EQ(why_not("empty.pdf", ""), "file-empty");
}

TEST(FileKind, ThatIsNotWhatItsNameSaysIsRefused) {
    EXPECT_EQ(why_not("plan.pdf", kPng), "file-not-as-named");
    EXPECT_EQ(why_not("plan.docx", kZip), "file-not-as-named");
    EXPECT_EQ(why_not("plan.odt", kDocx), "file-not-as-named");
    EXPECT_EQ(why_not("notes.txt", "\0\x01\x02 bytes"s), "file-not-as-named");
    EXPECT_EQ(why_not("photo.png", kPdf), "file-not-as-named");
}

TEST(FileKind, WithMacrosIsRefused) {
    EXPECT_EQ(why_not("plan.docx", kDocx + " word/vbaProject.bin"), "file-macros");
    EXPECT_EQ(why_not("plan.doc", kOld + "_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0"s), "file-macros");
}

TEST(FileKind, EveryRefusalSaysWhatToDo) {
    for (const auto& [name, content] : {std::pair{"a.exe", "MZ\x90\0"s}, {"a.html", "<html>"s}, {"a.zip", kZip}, {"a", kPdf}, {"a.pdf", ""s}, {"a.pdf", kPng}, {"a.docx", kDocx + "vbaProject.bin"}}) {
        const auto text = content_type_of(name, content).error().reasons.front().text;
        EXPECT_TRUE(text.find("ttach") != std::string::npos) << text;
    }
}

TEST(FileName, LosesItsPathAndWhatCannotBeSeen) {
    EXPECT_EQ(clean_file_name("../../etc/passwd"), "passwd");
    EXPECT_EQ(clean_file_name("C:\\Users\\somebody\\plan.pdf"), "plan.pdf");
    EXPECT_EQ(clean_file_name("..\\..\\..").find('.'), std::string::npos);
    EXPECT_EQ(clean_file_name("a\r\nSet-Cookie: x.pdf"), "aSet-Cookie_ x.pdf");
    EXPECT_EQ(clean_file_name("photo\xe2\x80\xaegpj.exe"), "photogpj.exe");
    EXPECT_EQ(clean_file_name("zero\0width\xe2\x80\x8b.pdf"s), "zerowidth.pdf");
    EXPECT_EQ(clean_file_name("bad\xff\xfe.pdf"), "bad__.pdf");
    EXPECT_EQ(clean_file_name(".htaccess. "), "htaccess");
    EXPECT_EQ(clean_file_name("na\xc3\xafve plan (2).pdf"), "na\xc3\xafve plan (2).pdf");
    for (const char* nothing : {"", "/", "..", "\x01\x02", " . "}) EXPECT_EQ(clean_file_name(nothing), "file") << nothing;
}

TEST(FileName, OfAnyLengthIsCutBeforeItsEnding) {
    std::string name;
    for (int i = 0; i < 200; ++i) name += "\xc3\xa9";
    const auto clean = clean_file_name(name + ".pdf");
    EXPECT_LE(clean.size(), 120u);
    EXPECT_TRUE(clean.ends_with("\xc3\xa9.pdf"));
}

TEST(FileSize, IsToldInWords) {
    EXPECT_EQ(size_words(999), "999 bytes");
    EXPECT_EQ(size_words(245000), "245 KB");
    EXPECT_EQ(size_words(3250000), "3.2 MB");
}

}  // namespace hearken::casework
