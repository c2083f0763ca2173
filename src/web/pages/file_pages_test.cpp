// Files on records, from the form that they come with to the reader who opens them: through the use cases and the whole
// pipeline, as a browser without a script sends them.
#include "casework/administration_reads.hpp"
#include "casework/attachments.hpp"
#include "casework/background.hpp"
#include "casework/case_files.hpp"
#include "web/pages/signed_in_test.hpp"

namespace hearken::web {
namespace {

using casework::AttachmentId;

const std::string kPdf = "%PDF-1.7\nA letter.";

struct FilePages : SchoolUnderTest {
    UserId deputy = partnership.add_user("demo.deputy", "Dale Invented");
    RoleHeldId deputy_role = partnership.give_role(deputy, "deputy-dsl", school);

    FilePages() {
        if (!partnership.router.named("case.show")) add_case_pages(partnership.router, *partnership.site);
        if (!partnership.router.named("api.file.keep")) add_api(partnership.router, *partnership.site);
    }

    casework::World& world() { return *partnership.world; }
    AttachmentId keep(const RoleHeldId& by, const std::string& name = "letter.pdf", const std::string& content = kPdf) {
        return casework::keep_attachment(world(), actor(by), {}, name, content).value();
    }
    static casework::OpenCaseRequest concern_with(const std::vector<AttachmentId>& files) {
        casework::OpenCaseRequest request;
        request.procedure = "school-concern";
        casework::NewSubject subject;
        subject.given = "Tamsin";
        subject.family = "Harrow";
        request.subjects.push_back(subject);
        request.answers["summary"] = engine::Answer::of("Came to school without a coat again.");
        for (const auto& file : files) request.answers["attachments"].values.push_back(file.str());
        return request;
    }
    CaseId record_with(const RoleHeldId& by, const std::vector<AttachmentId>& files) {
        return casework::open_case(world(), actor(by), concern_with(files)).value().in_case;
    }
    std::string why_not_read(const RoleHeldId& by, const CaseId& in_case, const AttachmentId& file) {
        const auto read = casework::read_attachment(world(), actor(by), in_case, file);
        return read ? "" : read.error().reasons.front().code;
    }
    std::optional<store::Attachment> held(const AttachmentId& file) {
        return partnership.database->read([&](store::Reading& reading) { return store::find_attachment(reading, file); });
    }
    store::AuditLine last_line() {
        return partnership.database->read([](store::Reading& reading) { return store::audit_of_all(reading, {}, {}).items.front(); });
    }
};

TEST_F(FilePages, AFileSentWithAConcernIsReadThroughItAndAuditedWithTheChild) {
    const auto file = keep(supervisor_role, "../a letter\r\n.pdf");
    EXPECT_TRUE(held(file)->case_id.empty());
    const auto in_case = record_with(supervisor_role, {file});
    EXPECT_EQ(held(file)->case_id, in_case);
    const auto read = casework::read_attachment(world(), actor(dsl_role), in_case, file);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->name, "a letter.pdf");
    EXPECT_EQ(read->content, kPdf);
    const auto line = last_line();
    EXPECT_EQ(line.outcome, "seen");
    EXPECT_EQ(line.detail, "file:" + file.str());
    EXPECT_EQ(line.persons.size(), 1u);
}

TEST_F(FilePages, AFileIsReachedThroughItsOwnRecordOnly) {
    const auto file = keep(supervisor_role), waiting = keep(dsl_role);
    const auto in_case = record_with(supervisor_role, {file}), another = record_with(supervisor_role, {});
    EXPECT_EQ(why_not_read(dsl_role, another, file), "no-such-file");
    EXPECT_EQ(last_line().outcome, "refused");
    EXPECT_EQ(last_line().reasons, "no-such-file");
    EXPECT_EQ(why_not_read(dsl_role, in_case, waiting), "no-such-file") << "not part of any record yet";
    EXPECT_EQ(why_not_read(dsl_role, in_case, AttachmentId{"none"}), "no-such-file");
    EXPECT_EQ(why_not_read(dsl_role, CaseId{}, waiting), "no-such-file");
    EXPECT_EQ(why_not_read(supervisor_role, in_case, file), "no-such-file") << "a receipt says that it was recorded, no more";
}

TEST_F(FilePages, AFileThatIsSomebodyElsesOrElsewhereIsRefusedAtItsField) {
    const auto theirs = keep(dsl_role), elsewhere = keep(supervisor_role), own = keep(supervisor_role);
    record_with(supervisor_role, {elsewhere});
    for (const auto& file : {theirs, elsewhere, AttachmentId{"none"}}) {
        const auto opened = casework::open_case(world(), actor(supervisor_role), concern_with({own, file}));
        ASSERT_FALSE(opened);
        EXPECT_EQ(opened.error().code, RefusalCode::Invalid);
        ASSERT_EQ(opened.error().reasons.size(), 1u);
        EXPECT_EQ(opened.error().reasons.front().field, "attachments");
        EXPECT_TRUE(held(own)->case_id.empty()) << "nothing of what was refused remains";
    }
    EXPECT_TRUE(held(theirs)->case_id.empty());
}

TEST_F(FilePages, AFileInAFieldMaskedFromAReaderIsNotTheirs) {
    auto sources = library_of_this_tree().sources();
    auto& text = sources.at("school-concern.yaml");
    const std::string field = "{id: attachments, type: file, ";
    text.insert(text.find(field) + field.size(), "hidden-from: [deputy-dsl], ");
    auto masked = procedure::Library::load(sources);
    casework::World theirs(*partnership.database, masked.library, partnership.clock, partnership.ids, *partnership.audit, true);
    const auto file = casework::keep_attachment(theirs, actor(supervisor_role), {}, "letter.pdf", kPdf).value();
    const auto in_case = casework::open_case(theirs, actor(supervisor_role), concern_with({file})).value().in_case;
    EXPECT_FALSE(casework::read_attachment(theirs, actor(deputy_role), in_case, file));
    EXPECT_FALSE(casework::attachment_named(theirs, actor(deputy_role), in_case, file.str()));
    EXPECT_TRUE(casework::read_attachment(theirs, actor(dsl_role), in_case, file));
    const auto page = casework::read_case(theirs, actor(deputy_role), in_case);
    ASSERT_TRUE(page);
    for (const auto& form : page->forms)
        for (const auto& answer : form.answers)
            EXPECT_TRUE(answer.field != "attachments" || (answer.masked && answer.files.empty()));
}

TEST_F(FilePages, AnActTakesInItsFilesAndNoOthers) {
    auto sources = library_of_this_tree().sources();
    auto& text = sources.at("school-concern.yaml");
    const std::string field = "- {id: name, type: text, label: Their name and post}\n";
    text.insert(text.find(field) + field.size(), "      - {id: scan, type: file, label: The letter}\n");
    auto with_scan = procedure::Library::load(sources);
    casework::World theirs(*partnership.database, with_scan.library, partnership.clock, partnership.ids, *partnership.audit, true);
    const auto own = keep(dsl_role), of_supervisor = keep(supervisor_role), of_deputy = keep(deputy_role);
    const auto in_case = casework::open_case(theirs, actor(supervisor_role), concern_with({of_supervisor})).value().in_case;
    const auto log = [&](const RoleHeldId& by, const AttachmentId& scan) {
        engine::DoTask command;
        command.task = "log-contact";
        command.answers["with"] = engine::Answer::of("police");
        command.answers["said"] = engine::Answer::of("They will ring back.");
        command.answers["scan"] = engine::Answer::of(scan.str());
        return casework::act(theirs, actor(by), in_case, command);
    };
    EXPECT_TRUE(log(dsl_role, own));
    EXPECT_EQ(held(own)->case_id, in_case);
    EXPECT_TRUE(log(deputy_role, own)) << "it may stay where it stood, whoever saves";
    for (const auto& file : {of_deputy, of_supervisor}) {
        const auto refused = log(dsl_role, file);
        ASSERT_FALSE(refused) << "not theirs, and not to be carried from another field of the record";
        EXPECT_EQ(refused.error().code, RefusalCode::Invalid);
        EXPECT_EQ(refused.error().reasons.front().field, "scan");
    }
    EXPECT_TRUE(held(of_deputy)->case_id.empty());
}

TEST_F(FilePages, OnTheirOwnSideSomebodyReadsWhatTheyAttachedThemselves) {
    const auto file = keep(supervisor_role);
    const auto in_case = record_with(supervisor_role, {file});
    partnership.database->read([&](store::Reading& reading) {
        const auto record = casework::load_case(world(), reading, in_case);
        const casework::SurroundingsOf surroundings(world(), reading, in_case, record->state);
        casework::Names names(reading);
        const auto may = [&](const RoleHeldId& role, access::CaseView view) {
            const auto who = actor(role);
            return casework::may_read_file({world(), reading, who, *record, surroundings.get(), view, {}, names}, store::find_attachment(reading, file).value());
        };
        EXPECT_TRUE(may(supervisor_role, access::CaseView::Party));
        EXPECT_FALSE(may(dsl_role, access::CaseView::Party));
        EXPECT_FALSE(may(supervisor_role, access::CaseView::Receipt));
        EXPECT_TRUE(may(dsl_role, access::CaseView::Full));
    });
}

TEST_F(FilePages, NobodyFillsTheServerInADay) {
    const std::string large = kPdf + std::string(static_cast<size_t>(store::kMostFileBytes) - kPdf.size(), 'x');
    const auto too_large = casework::keep_attachment(world(), actor(dsl_role), {}, "large.pdf", large + "x");
    EXPECT_EQ(too_large.error().reasons.front().code, "file-too-large");
    for (int i = 0; i < 4; ++i) keep(dsl_role, "large.pdf", large);
    const auto one_more = casework::keep_attachment(world(), actor(dsl_role), {}, "large.pdf", large);
    ASSERT_FALSE(one_more);
    EXPECT_EQ(one_more.error().code, RefusalCode::TooMany);
    keep(supervisor_role, "large.pdf", large);  // another's day is their own
    partnership.clock.set(partnership.clock.now() + std::chrono::hours{25});
    keep(dsl_role, "large.pdf", large);
}

TEST_F(FilePages, WhatNobodySentIsRemovedAfterADayByItself) {
    const auto sent = keep(supervisor_role), left = keep(supervisor_role);
    record_with(supervisor_role, {sent});
    partnership.clock.set(partnership.clock.now() + std::chrono::hours{24} + std::chrono::seconds{2});
    casework::NoMailer nobody;
    casework::run_due_jobs(world(), nobody, "test", "http://localhost", 500);
    EXPECT_FALSE(held(left));
    EXPECT_TRUE(held(sent));
}

// --- Through the pages

struct FileForms : FilePages {
    std::string place;  ///< of the page that asks for files

    /// Goes on to the page of the start form that asks for files.
    void go_to_files(const UserId& user) {
        sign_in(user);
        browser.get("/start/school-concern");
        const auto at = browser.page.find("action=\"/start/") + 8;
        const auto who = browser.page.substr(at, browser.page.find('"', at) - at);
        ASSERT_EQ(browser.post(who, {{"given", "Ada"}, {"family", "Testwell"}, {"_do", "go"}}).status, 303);
        const auto base = who.substr(0, who.rfind('/') + 1);
        browser.get(base + "happened");
        ASSERT_EQ(browser.post(base + "happened", {{"f-summary", "Came without a coat again."}}).status, 303);
        place = base + "told";
        browser.get(place);
    }
    Response send_with(Fields fields, std::vector<UploadedFile> files) {
        for (const char* ours : {"_csrf", "_form"}) fields.add(ours, hidden_value(browser.page, ours));
        auto request = post_request(place, std::move(fields));
        request.form.files = std::move(files);
        return browser.send(std::move(request));
    }
    static UploadedFile chosen(const std::string& name, const std::string& content) { return {"f-attachments", name, "application/octet-stream", content}; }
};

TEST_F(FileForms, AskForFilesWithAPlainControl) {
    go_to_files(supervisor);
    EXPECT_TRUE(shown("enctype=\"multipart/form-data\""));
    EXPECT_TRUE(shown("type=\"file\""));
    EXPECT_FALSE(shown("data-module=\"govuk-file-upload\""));
}

TEST_F(FileForms, ThatComeBackWithAnErrorHaveLostNeitherWordsNorFiles) {
    go_to_files(supervisor);
    const auto back = send_with({{"f-told-in-person", "told-somebody-else"}, {"f-told-in-person--told-somebody-else--text", "The class teacher"}},
                                {chosen("..\\..\\good <letter>.pdf", kPdf), chosen("run.exe", std::string("MZ\x90\0\x03", 5))});
    EXPECT_EQ(back.status, 422);
    EXPECT_TRUE(shown("“run.exe” was not attached. A program cannot be attached."));
    EXPECT_TRUE(shown("href=\"#f-attachments\""));
    EXPECT_TRUE(shown("value=\"The class teacher\""));
    EXPECT_TRUE(shown("good _letter_.pdf (18 bytes)"));
    const auto id = hidden_value(browser.page, "f-attachments");
    const auto sent = send_with({{"f-told-in-person", "told-dsl"}, {"f-attachments", id}}, {});
    ASSERT_EQ(sent.status, 303);
    const auto check = place.substr(0, place.rfind('/') + 1) + "check";
    browser.get(check);
    EXPECT_TRUE(shown("good _letter_.pdf (18 bytes)"));
    EXPECT_EQ(browser.post(check, {}).status, 303);
    EXPECT_FALSE(held(AttachmentId{id})->case_id.empty());
}

TEST_F(FileForms, SayThatAFileIsTooLargeAndKeepWhatWasTyped) {
    go_to_files(supervisor);
    auto left_out = chosen("film.mp4", "");
    left_out.left_out = true;
    EXPECT_EQ(send_with({{"f-told-in-person", "told-somebody-else"}, {"f-told-in-person--told-somebody-else--text", "The class teacher"}}, {left_out}).status, 422);
    EXPECT_TRUE(shown("“film.mp4” was not attached."));
    EXPECT_TRUE(shown("value=\"The class teacher\""));
}

TEST_F(FileForms, RemoveAFileThatIsTicked) {
    go_to_files(supervisor);
    ASSERT_EQ(send_with({}, {chosen("one.pdf", kPdf), chosen("two.pdf", kPdf)}).status, 303);
    browser.get(place);
    ASSERT_TRUE(shown("one.pdf") && shown("two.pdf"));
    const auto first = hidden_value(browser.page, "f-attachments");
    const auto second = hidden_value(browser.page.substr(browser.page.find(first) + first.size()), "f-attachments");
    ASSERT_EQ(send_with({{"f-attachments", first}, {"f-attachments", second}, {"f-attachments--remove", first}}, {}).status, 303);
    browser.get(place);
    EXPECT_FALSE(shown("one.pdf"));
    EXPECT_TRUE(shown("two.pdf"));
}

TEST_F(FileForms, TellThatAFileWaitedTooLong) {
    go_to_files(supervisor);
    ASSERT_EQ(send_with({}, {chosen("one.pdf", kPdf)}).status, 303);
    partnership.database->write([&](store::Transaction& transaction) { store::remove_never_adopted(transaction, partnership.clock.now() + std::chrono::hours{1}); });
    browser.get(place);
    EXPECT_TRUE(shown("Attach it again"));
    EXPECT_EQ(hidden_value(browser.page, "f-attachments"), "");
}

TEST_F(FileForms, OfSomebodyElseDoNotNameTheirFiles) {
    const auto theirs = keep(dsl_role, "their letter.pdf");
    go_to_files(supervisor);
    ASSERT_EQ(send_with({{"f-attachments", theirs.str()}}, {}).status, 303);
    browser.get(place);
    EXPECT_FALSE(shown("their letter.pdf"));
}

TEST_F(FileForms, OfATaskKeepItsFilesOnTheRecord) {
    const auto in_case = record_with(supervisor_role, {});
    engine::DoTask invited;
    invited.task = "conference-invited";
    invited.answers = {{"kind", engine::Answer::of("initial")}, {"meeting-at", engine::Answer::of("2026-03-20T10:00:00Z")}, {"going", engine::Answer::of("The lead")}};
    ASSERT_TRUE(casework::act(world(), actor(dsl_role), in_case, invited));
    sign_in(dsl);
    place = "/cases/" + in_case.str() + "/tasks/conference-report";
    browser.get(place);
    ASSERT_TRUE(shown("enctype=\"multipart/form-data\""));
    EXPECT_EQ(send_with({{"_do", "save"}, {"f-report", "She comes hungry."}}, {{"f-report-file", "page.html", "", "<html>"}}).status, 422);
    EXPECT_TRUE(shown("“page.html” was not attached."));
    EXPECT_TRUE(shown("She comes hungry."));
    ASSERT_EQ(send_with({{"_do", "save"}, {"f-report", "She comes hungry."}}, {{"f-report-file", "report.pdf", "", kPdf}}).status, 303);
    browser.get(place);
    EXPECT_TRUE(shown("report.pdf (18 bytes)"));
    const auto file = hidden_value(browser.page, "f-report-file");
    EXPECT_EQ(held(AttachmentId{file})->case_id, in_case);
    browser.get("/cases/" + in_case.str() + "?part=record");
    EXPECT_TRUE(shown("/files/" + file + "\""));
}

TEST_F(FilePages, TheRecordLinksItsFilesAndTheyAreOnlyEverDownloaded) {
    const auto file = keep(supervisor_role, "letter.pdf");
    const auto in_case = record_with(supervisor_role, {file});
    const std::string address = "/cases/" + in_case.str() + "/files/" + file.str();
    sign_in(dsl);
    browser.get("/cases/" + in_case.str() + "?part=record");
    EXPECT_TRUE(shown("href=\"" + address + "\"")) << browser.page;
    const auto response = browser.get(address);
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.content(), kPdf);
    EXPECT_EQ(response.headers.get("Content-Type"), "application/pdf");
    EXPECT_TRUE(response.headers.get("Content-Disposition").starts_with("attachment;"));
    EXPECT_EQ(response.headers.get("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(response.headers.get("Cache-Control"), "no-store");
    EXPECT_EQ(browser.get("/cases/" + record_with(supervisor_role, {}).str() + "/files/" + file.str()).status, 404);
}

TEST_F(FilePages, TheApiTakesAFileAndGivesItBack) {
    sign_in(supervisor);
    browser.get("/start");
    auto request = post_request("/api/v1/attachments", {});
    request.headers.set("X-CSRF-Token", hidden_value(browser.get("/account").body, "_csrf"));
    request.headers.set("File-Name", "na%C3%AFve.pdf");
    request.form = {};
    request.body = kPdf;
    const auto kept = browser.send(request);
    ASSERT_EQ(kept.status, 201) << kept.content();
    const auto quote = kept.content().find(":\"") + 2;
    const AttachmentId file{kept.content().substr(quote, kept.content().find('"', quote) - quote)};
    EXPECT_EQ(held(file)->file_name, "na\xc3\xafve.pdf");
    request.headers.remove("File-Name");
    EXPECT_EQ(browser.send(request).status, 422) << "without a name";
    request.form.files = {{"file", "x.exe", "", std::string("MZ\x90\0", 4)}};
    EXPECT_EQ(browser.send(request).status, 422);
    request.form.files = {{"file", "form.pdf", "", kPdf}};
    EXPECT_EQ(browser.send(request).status, 201);
    const auto in_case = record_with(supervisor_role, {file});
    const std::string address = "/api/v1/cases/" + in_case.str() + "/files/" + file.str();
    EXPECT_EQ(browser.get(address).status, 404);
    sign_in(dsl);
    EXPECT_EQ(browser.get(address).content(), kPdf);
}

}  // namespace
}  // namespace hearken::web
