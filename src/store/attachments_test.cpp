#include "store/attachments.hpp"

#include <chrono>

#include "store/a_history.hpp"

namespace hearken::store {

using namespace std::chrono_literals;

namespace {

/// Every byte there is, and not a multiple of anything.
std::string any_bytes(size_t size) {
    std::string bytes(size, '\0');
    for (size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>((i * 31 + i / 251) & 0xff);
    return bytes;
}

}  // namespace

class Attachments : public WithHistory {
protected:
    AttachmentId keep(const std::string& content, const char* user = "robin") {
        return database->write([&](Transaction& transaction) {
            return add_attachment(transaction, {ids.next<AttachmentId>(), {}, UserId{user}, clock.now(), "letter – näive.pdf", "application/pdf", 0, {}}, content).id;
        });
    }
    bool adopt(const AttachmentId& id, const char* by) {
        return database->write([&](Transaction& transaction) { return adopt_attachment(transaction, id, CaseId{by}); });
    }
    std::string content_of(const AttachmentId& id) {
        return database->read([&](Reading& reading) { return attachment_content(reading, find_attachment(reading, id).value()); });
    }
};
HEARKEN_ON_BOTH(Attachments);

TEST_P(Attachments, ComeBackByteForByte) {
    for (const size_t size : {0UL, 1UL, 2UL, 3UL, 786431UL, 786432UL, 786433UL, 2000000UL}) {
        const auto content = any_bytes(size);
        EXPECT_TRUE(content_of(keep(content)) == content) << size;
    }
    EXPECT_TRUE(content_of(keep(any_bytes(kMostFileBytes))) == any_bytes(kMostFileBytes));
}

TEST_P(Attachments, AboveTheLimitAreOurOwnMistake) { EXPECT_THROW(keep(any_bytes(kMostFileBytes + 1)), std::logic_error); }

TEST_P(Attachments, KeepWhatIsKnownOfThem) {
    const auto id = keep("abc");
    database->read([&](Reading& reading) {
        const auto found = find_attachment(reading, id).value();
        EXPECT_EQ(found, (Attachment{id, {}, UserId{"robin"}, clock.now(), "letter – näive.pdf", "application/pdf", 3,
                                     "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}));
        EXPECT_FALSE(find_attachment(reading, AttachmentId{"none"}));
    });
}

TEST_P(Attachments, AreAdoptedOnceAndForGood) {
    const auto id = keep("abc");
    database->read([&](Reading& reading) { EXPECT_TRUE(attachments_of_case(reading, CaseId{}).empty()) << "what waits is in nobody's list"; });
    EXPECT_TRUE(adopt(id, "c1"));
    EXPECT_FALSE(adopt(id, "c2"));
    EXPECT_FALSE(adopt(AttachmentId{"none"}, "c1"));
    database->read([&](Reading& reading) {
        ASSERT_EQ(attachments_of_case(reading, CaseId{"c1"}).size(), 1u);
        EXPECT_EQ(attachments_of_case(reading, CaseId{"c1"}).front().id, id);
        EXPECT_EQ(count_attachments(reading, CaseId{"c1"}), 1);
        EXPECT_EQ(count_attachments(reading, CaseId{"c2"}), 0);
    });
}

TEST_P(Attachments, ThatNobodySentAreRemovedAfterADay) {
    const auto sent = keep("sent"), left = keep("left");
    adopt(sent, "c1");
    clock.set(clock.now() + 24h);
    const auto fresh = keep("fresh");
    clock.set(clock.now() + 1s);
    EXPECT_EQ(database->write([&](Transaction& transaction) { return remove_never_adopted(transaction, clock.now() - 24h); }), 1);
    database->read([&](Reading& reading) {
        EXPECT_TRUE(find_attachment(reading, sent));
        EXPECT_TRUE(find_attachment(reading, fresh));
        EXPECT_FALSE(find_attachment(reading, left));
    });
    EXPECT_EQ(count("select count(*) from attachment_part"), 2);
}

TEST_P(Attachments, AreCountedAgainstWhoUploadedThem) {
    adopt(keep(std::string(70, 'x')), "c1");
    keep(std::string(30, 'x'));
    keep(std::string(500, 'x'), "ash");
    database->read([&](Reading& reading) {
        const auto today = uploaded_since(reading, UserId{"robin"}, clock.now() - 24h);
        EXPECT_EQ(today.bytes, 100);
        EXPECT_EQ(today.waiting_bytes, 30);
        EXPECT_EQ(uploaded_since(reading, UserId{"robin"}, clock.now()).bytes, 0);
        EXPECT_EQ(uploaded_since(reading, UserId{"nobody"}, clock.now() - 24h).bytes, 0);
    });
}

TEST_P(Attachments, ThatNoEventNamesAnyMoreAreDestroyed) {
    const auto named = keep("named"), erased = keep("erased"), elsewhere = keep("elsewhere");
    for (const auto& id : {named, erased}) adopt(id, "rabbit");
    adopt(elsewhere, "c2");
    auto saved = a_note("", clock.now());
    saved.kind = engine::EventKind::FormSaved;
    saved.details["form"] = "letter";
    saved.answers["scan"] = {engine::Answer::Kind::Given, {"other", named.str()}, {}};
    ASSERT_TRUE(append(rabbit, 0, {an_opening(clock.now()), saved}));
    EXPECT_EQ(database->write([&](Transaction& transaction) { return remove_unnamed(transaction, rabbit); }), 1);
    database->read([&](Reading& reading) {
        EXPECT_TRUE(find_attachment(reading, named));
        EXPECT_FALSE(find_attachment(reading, erased));
        EXPECT_TRUE(find_attachment(reading, elsewhere));
    });
}

TEST_P(Attachments, ChangedBehindOurBackAreNotServed) {
    const auto changed = keep("abc"), cut = keep(any_bytes(800000)), broken = keep("abc");
    tamper("update attachment_part set content = 'YWJk' where attachment_id = '" + changed.str() + "'");
    tamper("delete from attachment_part where number = 1 and attachment_id = '" + cut.str() + "'");
    tamper("update attachment_part set content = '!?!?' where attachment_id = '" + broken.str() + "'");
    EXPECT_THROW(content_of(changed), DatabaseDamaged);
    EXPECT_THROW(content_of(cut), DatabaseDamaged);
    EXPECT_THROW(content_of(broken), DatabaseDamaged);
}

}  // namespace hearken::store
