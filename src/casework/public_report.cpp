#include "casework/public_report.hpp"

#include <algorithm>
#include <cctype>

#include "auth/sealed_text.hpp"
#include "auth/secret_text.hpp"
#include "casework/public_actor.hpp"
#include "store/visitor_drafts.hpp"

namespace hearken::casework {

namespace {

constexpr char kPurpose[] = "visitor-draft";

/// Letters and figures that are not mistaken for each other on the telephone.
constexpr std::string_view kAlphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/// It says nothing, and cannot be guessed: nothing can be done with it but to name it to social care.
std::string new_reference() {
    const auto text = auth::random_text(kAlphabet, 7);
    return "PR-" + text.substr(0, 4) + "-" + text.substr(4);
}

}  // namespace

std::string new_visitor_key() { return auth::new_secret(); }

void keep_visitor_draft(World& world, const std::string& key, const std::string& text) {
    const auto now = world.clock.now();
    const store::VisitorDraft draft{auth::digest_of(key), auth::seal(key, kPurpose, text), now, now + kVisitorDraftLasts};
    world.database.write([&](store::Transaction& transaction) {
        store::remove_expired_visitor_drafts(transaction, now);
        store::keep_visitor_draft(transaction, draft);
    });
}

std::optional<std::string> find_visitor_draft(World& world, const std::string& key) {
    if (key.empty()) return std::nullopt;
    const auto kept = world.database.read([&](store::Reading& reading) { return store::find_visitor_draft(reading, auth::digest_of(key), world.clock.now()); });
    return kept ? auth::unseal(key, kPurpose, kept->body) : std::nullopt;
}

Result<std::string> send_public_report(World& world, const std::string& visitor_key, const NewSubject& child, engine::Answers answers) {
    const auto reference = new_reference();
    answers["public-reference"] = engine::Answer::of(reference);
    answers["channel"] = engine::Answer::of("online");
    answers["caller"] = engine::Answer::of("public");
    OpenCaseRequest request;
    request.procedure = kPublicConcern;
    request.subjects = {child};
    request.answers = std::move(answers);
    request.channel = "online";
    const auto digest = auth::digest_of(visitor_key);
    request.once = {"public-report/" + digest, digest};
    const auto opened = open_case(world, public_actor(world), request);
    if (!opened) return refuse(opened.error());
    world.database.write([&](store::Transaction& transaction) { store::keep_public_reference(transaction, reference, opened->in_case, world.clock.now()); });
    return reference;
}

Result<CaseId> case_of_reference(World& world, const access::Actor& actor, const std::string& as_named) {
    std::string reference = as_named;
    std::transform(reference.begin(), reference.end(), reference.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    const auto found = world.database.read([&](store::Reading& reading) { return store::case_of_public_reference(reading, reference); });
    if (found)
        if (const auto page = read_case(world, actor, *found); page) return *found;
    return refuse(RefusalCode::NotFound, "no-such-reference", "There is no report of that reference here. Ask the caller to read it again: it begins with PR.", "reference");
}

}  // namespace hearken::casework
