// The people around a child, and what can be changed about them: each change says where it is known from, ends rather
// than deletes, and leaves what was there before on the record.
#include <algorithm>

#include "calendar/moment_text.hpp"
#include "casework/chronology.hpp"
#include "casework/family.hpp"
#include "web/components/moj/alert.hpp"
#include "web/components/tag.hpp"
#include "web/components/warning_text.hpp"
#include "web/pages/page_parts.hpp"
#include "web/pages/people_family_parts.hpp"
#include "web/pages/people_pages.hpp"
#include "web/pages/small_form.hpp"

namespace hearken::web {

namespace {

using people::RelationshipKind;
using people::ResponsibilityBasis;

PersonId person_of(const Visit& visit) { return PersonId(visit.params["person"]); }
std::string family_href(const Visit& visit, const std::string& page = {}) { return "/people/" + person_of(visit).str() + "/family" + (page.empty() ? "" : "/" + page); }

Result<casework::FamilyPage> family_of(const Visit& visit) { return casework::read_family(visit.world(), visit.actor(), person_of(visit)); }

template <class Code>
Options options_of(std::initializer_list<Code> codes) {
    Options options;
    for (const auto code : codes) options.emplace_back(std::string(people::code_of(code)), std::string(people::label_of(code)));
    return options;
}

const Options kKinds = options_of({RelationshipKind::BirthMother, RelationshipKind::BirthFather, RelationshipKind::Mother, RelationshipKind::Father, RelationshipKind::Parent,
                                   RelationshipKind::AdoptiveParent, RelationshipKind::StepParent, RelationshipKind::FosterCarer, RelationshipKind::SpecialGuardian, RelationshipKind::Carer,
                                   RelationshipKind::FullSibling, RelationshipKind::HalfSibling, RelationshipKind::Sibling, RelationshipKind::StepSibling, RelationshipKind::FosterSibling,
                                   RelationshipKind::Grandparent, RelationshipKind::AuntOrUncle, RelationshipKind::Cousin, RelationshipKind::OtherRelative, RelationshipKind::Child,
                                   RelationshipKind::Partner, RelationshipKind::FormerPartner, RelationshipKind::FriendOfFamily, RelationshipKind::OtherConnection});
const Options kBases = options_of({ResponsibilityBasis::BirthMother, ResponsibilityBasis::MarriedToMother, ResponsibilityBasis::OnBirthCertificate, ResponsibilityBasis::Agreement,
                                   ResponsibilityBasis::CourtOrder, ResponsibilityBasis::Adoption, ResponsibilityBasis::SpecialGuardianship, ResponsibilityBasis::NotKnown});

template <class Code, size_t Count>
std::optional<Code> code_typed(const Fields& typed, const char* name, const Code (&all)[Count]) {
    for (const auto code : all)
        if (typed.get(name) == people::code_of(code)) return code;
    return std::nullopt;
}

Options people_options(const casework::FamilyPage& family) {
    Options options;
    for (const auto& [id, words] : family.people) options.emplace_back(id.str(), words);
    return options;
}

/// One form of the family: shown, and shown again with what was typed and every fault.
struct FamilyForm {
    std::string title, path, button = "Save";
    Html before = {}, inside = {};
    bool warns = false;
};
Response form_page(const Visit& visit, const casework::FamilyPage& family, FamilyForm form, const Refusal* refused) {
    SmallFormPage page;
    page.title = std::move(form.title);
    page.caption = family.child.name;
    page.posts_to = family_href(visit, form.path);
    page.back = family_href(visit);
    page.button = std::move(form.button);
    page.before = std::move(form.before);
    page.inside = std::move(form.inside);
    page.warns = form.warns;
    return small_form_page(visit, page, refused);
}

/// After a refusal: what nobody may know stays a page of its own, everything else goes back to the form.
bool is_for_the_form(const Refusal& refusal) { return refusal.code == RefusalCode::Invalid || refusal.code == RefusalCode::Conflict; }

using ShowForm = Response (*)(const Visit&, const casework::FamilyPage&, const Fields&, const Refusal*);

template <class Done>
Response finish(const Visit& visit, const Result<Done>& done, Refusal unreadable, ShowForm show, const char* said) {
    if (done) return changed(family_href(visit), said);
    const auto family = family_of(visit);
    if (!family) return render_refusal(visit, family.error());
    if (!is_for_the_form(done.error())) return render_refusal(visit, done.error());
    Refusal all = done.error();
    for (const auto& reason : unreadable.reasons) {
        std::erase_if(all.reasons, [&](const Reason& one) { return one.field == reason.field; });
        all.reasons.insert(all.reasons.begin(), reason);
    }
    return show(visit, *family, visit.request.form.fields, &all);
}

template <ShowForm show>
Response open_form(Visit& visit) {
    const auto family = family_of(visit);
    if (!family) return render_refusal(visit, family.error());
    Fields typed = visit.request.query;
    return show(visit, *family, typed, nullptr);
}

// --- Relationships

Response relationship_form(const Visit& visit, const casework::FamilyPage& family, const Fields& typed, const Refusal* refused) {
    SmallForm form(typed, refused);
    form.chosen("other", "Somebody already around this child", people_options(family))
        .text("record", "Or somebody who has a record: the last part of its address", "Find them with “People”; the address ends with letters and figures.")
        .text("given", "Or somebody new: first name")
        .text("surname", "Family name")
        .chosen("kind", "What are they to this child?", kKinds)
        .day("since", "Since when? (if you know)")
        .day("until", "Until when? (if it has ended)")
        .one_of("responsibility", "Do they hold parental responsibility?", {{"yes", "Yes"}, {"no", "No"}, {"not-known", "Not known: to be asked"}, {"", "This does not arise"}})
        .chosen("basis", "If yes: through what?", kBases)
        .text("evidence", "If yes: what was seen?", "For example: birth certificate seen on 3 March 2026.")
        .text("note", "Note (if there is something to know)")
        .text("source", "Where do you know it from?");
    return form_page(visit, family, {.title = "Add somebody around this child", .path = "relationship", .button = "Add them", .inside = form.html()}, refused);
}

Response add_tie(Visit& visit) {
    const auto& typed = visit.request.form.fields;
    Refusal unreadable{RefusalCode::Invalid, {}};
    casework::NewRelationship request;
    request.other = PersonId(std::string(typed.get("other").empty() ? typed.get("record") : typed.get("other")));
    request.given = std::string(typed.get("given"));
    request.family_name = std::string(typed.get("surname"));
    if (const auto kind = people::relationship_kind_from_code(typed.get("kind"))) request.kind = *kind;
    else unreadable.reasons.push_back({"required", "Choose what they are to this child.", "kind"});
    request.period = {day_typed(typed, "since", unreadable), day_typed(typed, "until", unreadable)};
    request.note = std::string(typed.get("note"));
    request.source = std::string(typed.get("source"));
    request.says_responsibility = !typed.get("responsibility").empty();
    request.responsibility = people::yes_no_from_text(typed.get("responsibility")).value_or(people::YesNo::NotKnown);
    static constexpr ResponsibilityBasis kAll[] = {ResponsibilityBasis::BirthMother, ResponsibilityBasis::MarriedToMother, ResponsibilityBasis::OnBirthCertificate, ResponsibilityBasis::Agreement,
                                                   ResponsibilityBasis::CourtOrder, ResponsibilityBasis::Adoption, ResponsibilityBasis::SpecialGuardianship};
    request.basis = code_typed(typed, "basis", kAll).value_or(ResponsibilityBasis::NotKnown);
    request.evidence = std::string(typed.get("evidence"));
    const auto done = unreadable.reasons.empty() ? casework::add_relationship(visit.world(), visit.actor(), person_of(visit), request) : Result<PersonId>(refuse(unreadable));
    return finish(visit, done, unreadable, relationship_form, "They were added to the people around this child.");
}

std::string words_of_tie(const casework::FamilyPage& family, const Fields& typed) {
    for (const auto& tie : family.ties)
        if (typed.get("who") == tie.relationship.person.str() && typed.get("of") == tie.relationship.of.str() && typed.get("kind") == people::code_of(tie.relationship.kind)) return tie.name + ": " + tie.words;
    return {};
}

Response end_tie_form(const Visit& visit, const casework::FamilyPage& family, const Fields& typed, const Refusal* refused) {
    SmallForm form(typed, refused);
    form.add(hidden_fields({{"who", std::string(typed.get("who"))}, {"of", std::string(typed.get("of"))}, {"kind", std::string(typed.get("kind"))}, {"from", std::string(typed.get("from"))}}))
        .day("until", "On which day did it end?")
        .text("reason", "What changed, and where do you know it from?");
    return form_page(visit, family, {.title = "A relationship ended", .path = "relationship/end", .button = "Record that it ended",
                                     .before = paragraph(words_of_tie(family, typed)) << paragraph("It stays on the record with the day on which it ended."), .inside = form.html()}, refused);
}

Response end_tie(Visit& visit) {
    const auto& typed = visit.request.form.fields;
    Refusal unreadable{RefusalCode::Invalid, {}};
    people::Relationship relationship{PersonId(std::string(typed.get("who"))), RelationshipKind::OtherConnection, PersonId(std::string(typed.get("of"))), {people::date_from_text(typed.get("from")), {}}, {}};
    if (const auto kind = people::relationship_kind_from_code(typed.get("kind"))) relationship.kind = *kind;
    const auto until = day_typed(typed, "until", unreadable);
    const auto done = casework::end_relationship(visit.world(), visit.actor(), person_of(visit), relationship, until, std::string(typed.get("reason")));
    return finish(visit, done, unreadable, end_tie_form, "The relationship is recorded as ended.");
}

// --- Addresses

constexpr people::AddressUse kUses[] = {people::AddressUse::Home, people::AddressUse::Temporary, people::AddressUse::TermTime, people::AddressUse::Placement};
constexpr people::ProtectionKind kProtections[] = {people::ProtectionKind::None, people::ProtectionKind::Refuge, people::ProtectionKind::ConfidentialPlacement, people::ProtectionKind::Other};

Response address_form(const Visit& visit, const casework::FamilyPage& family, const Fields& typed, const Refusal* refused) {
    const auto sharing = casework::read_chronology_sharing(visit.world(), visit.actor(), person_of(visit));
    Options organisations{{visit.actor().organisation.str(), "Everybody at your own organisation who reads this record"}};
    if (sharing)
        for (const auto& [id, name] : sharing->organisations) organisations.emplace_back(id.str(), name);
    SmallForm form(typed, refused);
    form.area("lines", "Address, a line each", "", 3).text("postcode", "Postcode")
        .one_of("use", "What is it to this child?", {{"home", "Home"}, {"temporary", "Temporary"}, {"term-time", "Term time"}, {"placement", "Placement"}})
        .day("since", "Since when? (if you know)")
        .some_of("also", "Who else lives there?", people_options(family))
        .one_of("protection", "Must it be kept secret?", {{"none", "No"}, {"refuge", "Yes: a refuge"}, {"confidential-placement", "Yes: a confidential placement"}, {"other", "Yes: for another reason"}},
                "A secret address is shown only to you and to those you name here, and is left out of everything that leaves.")
        .text("protection.reason", "If yes: why, and from whom?")
        .chosen("who", "If yes: which organisation may also know it?", organisations)
        .text("source", "Where do you know it from?");
    return form_page(visit, family, {.title = "Add an address", .path = "address", .button = "Add the address", .inside = form.html()}, refused);
}

Response add_home(Visit& visit) {
    const auto& typed = visit.request.form.fields;
    Refusal unreadable{RefusalCode::Invalid, {}};
    casework::NewAddress request;
    std::string line;
    for (const char c : std::string(typed.get("lines")) + "\n") {
        if (c != '\n' && c != '\r') line += c;
        else if (!line.empty()) request.text.lines.push_back(std::exchange(line, {}));
    }
    request.text.postcode = std::string(typed.get("postcode"));
    if (const auto use = code_typed(typed, "use", kUses)) request.use = *use;
    else unreadable.reasons.push_back({"required", "Choose what it is to this child.", "use"});
    if (const auto protection = code_typed(typed, "protection", kProtections)) request.protection = *protection;
    else unreadable.reasons.push_back({"required", "Say whether it must be kept secret.", "protection"});
    request.period.from = day_typed(typed, "since", unreadable);
    request.protection_reason = std::string(typed.get("protection.reason"));
    if (!typed.get("who").empty()) request.organisations_who_may_see.emplace_back(std::string(typed.get("who")));
    for (const auto& also : typed.all("also")) request.also.emplace_back(std::string(also));
    request.source = std::string(typed.get("source"));
    auto done = unreadable.reasons.empty() ? casework::add_address(visit.world(), visit.actor(), person_of(visit), request) : Result<void>(refuse(unreadable));
    if (!done)
        for (auto& reason : done.error().reasons)
            if (reason.field.starts_with("lines")) reason.field = "lines";
    return finish(visit, done, unreadable, address_form, "The address was added.");
}

Response end_address_form(const Visit& visit, const casework::FamilyPage& family, const Fields& typed, const Refusal* refused) {
    SmallForm form(typed, refused);
    std::string words;
    for (const auto& lives : family.addresses)
        if (typed.get("address") == lives.lives.address.str()) words = lives.words + ": " + lives.address;
    form.add(hidden_fields({{"address", std::string(typed.get("address"))}, {"use", std::string(typed.get("use"))}, {"from", std::string(typed.get("from"))}}))
        .day("until", "Which was the last day there?")
        .text("reason", "What changed, and where do you know it from?");
    return form_page(visit, family, {.title = "No longer at an address", .path = "address/end", .button = "Record it", .before = paragraph(words), .inside = form.html()}, refused);
}

Response end_home(Visit& visit) {
    const auto& typed = visit.request.form.fields;
    Refusal unreadable{RefusalCode::Invalid, {}};
    people::PersonAddress lives{person_of(visit), AddressId(std::string(typed.get("address"))), code_typed(typed, "use", kUses).value_or(people::AddressUse::Home), {people::date_from_text(typed.get("from")), {}}};
    const auto until = day_typed(typed, "until", unreadable);
    return finish(visit, casework::end_address(visit.world(), visit.actor(), person_of(visit), lives, until, std::string(typed.get("reason"))), unreadable, end_address_form, "The address is recorded as ended.");
}

// --- Households

Response household_form(const Visit& visit, const casework::FamilyPage& family, const Fields& typed, const Refusal* refused) {
    Options households{{"", "A new household with this child"}};
    for (const auto& home : family.households) {
        std::string members;
        for (const auto& [id, name, dates, current] : home.members)
            if (current) members += (members.empty() ? "" : ", ") + name;
        households.emplace_back(home.id.str(), home.title + ": " + members);
    }
    SmallForm form(typed, refused);
    form.one_of("household", "Which household?", households).chosen("member", "Who lives there?", people_options(family)).day("since", "Since when? (if you know)")
        .text("source", "Where do you know it from?");
    return form_page(visit, family, {.title = "Somebody lives with this child", .path = "household", .button = "Add them", .inside = form.html()}, refused);
}

Response add_member(Visit& visit) {
    const auto& typed = visit.request.form.fields;
    Refusal unreadable{RefusalCode::Invalid, {}};
    const auto since = day_typed(typed, "since", unreadable);
    const auto done = unreadable.reasons.empty() ? casework::add_to_household(visit.world(), visit.actor(), person_of(visit), HouseholdId(std::string(typed.get("household"))),
                                                                              PersonId(std::string(typed.get("member"))), since, std::string(typed.get("source")))
                                                 : Result<void>(refuse(unreadable));
    return finish(visit, done, unreadable, household_form, "The household was changed.");
}

Response leave_form(const Visit& visit, const casework::FamilyPage& family, const Fields& typed, const Refusal* refused) {
    std::string words;
    for (const auto& home : family.households)
        for (const auto& [id, name, dates, current] : home.members)
            if (typed.get("household") == home.id.str() && typed.get("member") == id.str()) words = name + ", " + home.title;
    SmallForm form(typed, refused);
    form.add(hidden_fields({{"household", std::string(typed.get("household"))}, {"member", std::string(typed.get("member"))}})).day("until", "Which was the last day there?")
        .text("source", "Where do you know it from?");
    return form_page(visit, family, {.title = "Somebody left the household", .path = "household/leave", .button = "Record it", .before = paragraph(words), .inside = form.html()}, refused);
}

Response leave(Visit& visit) {
    const auto& typed = visit.request.form.fields;
    Refusal unreadable{RefusalCode::Invalid, {}};
    const auto until = day_typed(typed, "until", unreadable);
    return finish(visit, casework::leave_household(visit.world(), visit.actor(), person_of(visit), HouseholdId(std::string(typed.get("household"))), PersonId(std::string(typed.get("member"))), until,
                                                   std::string(typed.get("source"))),
                  unreadable, leave_form, "The household was changed.");
}

// --- A birth

Response birth_form(const Visit& visit, const casework::FamilyPage& family, const Fields& typed, const Refusal* refused) {
    if (!family.unborn) return render_refusal(visit, Refusal::of(RefusalCode::Conflict, "born", "This is not the record of a child still to be born."));
    SmallForm form(typed, refused);
    form.day("born", "On which day was the child born?").text("given", "First name (if there is one yet)").text("surname", "Family name")
        .one_of("sex", "Sex", {{"F", "Female"}, {"M", "Male"}, {"U", "Not known"}}).text("source", "Who told you, or what did you see?")
        .add(warning_text({.content = "This cannot be undone. The record, with everything in it from before the birth, becomes the child’s own. The name it had stays findable."}));
    return form_page(visit, family, {.title = "Record the birth", .path = "birth", .button = "Record the birth", .inside = form.html(), .warns = true}, refused);
}

Response born(Visit& visit) {
    const auto& typed = visit.request.form.fields;
    Refusal unreadable{RefusalCode::Invalid, {}};
    casework::BirthRecorded birth;
    birth.born = day_typed(typed, "born", unreadable);
    birth.given = std::string(typed.get("given"));
    birth.surname = std::string(typed.get("surname"));
    birth.sex = people::sex_from_text(typed.get("sex")).value_or(people::Sex::NotKnown);
    birth.source = std::string(typed.get("source"));
    return finish(visit, casework::record_birth(visit.world(), visit.actor(), person_of(visit), birth), unreadable, birth_form, "The birth was recorded. Everything from before it is still here.");
}

Response show_family(Visit& visit) {
    const auto family = family_of(visit);
    if (!family) return render_refusal(visit, family.error());
    PageContent content;
    content.title = "Family and household";
    content.section = "people";
    content.wide = true;
    content.before_main = back_to("/people/" + person_of(visit).str(), "Back to the record");
    content.main = family_body(*family, family_href(visit), "/people/" + person_of(visit).str());
    return render_page(visit, std::move(content));
}

}  // namespace

void add_family_pages(Router& router, Site& site) {
    const auto add = [&](const char* method, const std::string& path, const std::string& name, std::function<Response(Visit&)> page) {
        add_route(router, site, {.method = method, .pattern = "/people/:person/family" + path, .name = "people.family" + name, .action = access::Action::ChangePerson, .handler = std::move(page)});
    };
    add("GET", "", "", show_family);
    add("GET", "/relationship", ".relationship.show", open_form<relationship_form>);
    add("POST", "/relationship", ".relationship", add_tie);
    add("GET", "/relationship/end", ".relationship.end.show", open_form<end_tie_form>);
    add("POST", "/relationship/end", ".relationship.end", end_tie);
    add("GET", "/address", ".address.show", open_form<address_form>);
    add("POST", "/address", ".address", add_home);
    add("GET", "/address/end", ".address.end.show", open_form<end_address_form>);
    add("POST", "/address/end", ".address.end", end_home);
    add("GET", "/household", ".household.show", open_form<household_form>);
    add("POST", "/household", ".household", add_member);
    add("GET", "/household/leave", ".household.leave.show", open_form<leave_form>);
    add("POST", "/household/leave", ".household.leave", leave);
    add("GET", "/birth", ".birth.show", open_form<birth_form>);
    add("POST", "/birth", ".birth", born);
    add_people_map(router, site);
    add_joining_pages(router, site);
}

}  // namespace hearken::web
