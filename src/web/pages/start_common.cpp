#include <algorithm>

#include "casework/choices.hpp"
#include "casework/joined.hpp"
#include "web/components/inset_text.hpp"
#include "web/pages/contacts_parts.hpp"
#include "web/pages/form_files.hpp"
#include "web/pages/start_pages.hpp"

namespace hearken::web {

namespace {

std::string draft_key_of(const std::string& procedure, const std::string& token) { return "start/" + procedure + "/" + token; }

/// People whom answers may name: those the case is about. New ones have no record yet and are named by their number.
std::vector<Named> people_named(const StartDraft& draft) {
    std::vector<Named> people;
    for (size_t i = 0; i < draft.subjects.size(); ++i) {
        const auto& subject = draft.subjects[i];
        people.push_back({subject.person ? subject.person.str() : "subject-" + std::to_string(i + 1), subject.name});
    }
    return people;
}

void add_kinds(const std::vector<procedure::Field>& fields, FormSetting& setting, casework::World& world) {
    for (const auto& field : fields) {
        add_kinds(field.fields, setting, world);
        if (field.type != procedure::FieldType::Organisation || setting.organisations.contains(field.of_kind)) continue;
        auto& names = setting.organisations[field.of_kind];
        for (auto& one : casework::organisations_to_choose_from(world, field.of_kind)) names.push_back({one.id, one.name});
    }
}

bool applies_now(const Start& start, const procedure::Condition& condition) {
    engine::Surroundings world;
    world.now = start.visit.world().clock.now();
    world.vocabulary = &start.visit.world().library.vocabulary();
    engine::CaseState state;
    if (start.form) state.forms[{start.form->id, PersonId{}}].answers = start.draft.answers;
    return engine::holds(condition, *start.definition, state, world);
}

}  // namespace

std::string Start::place(const std::string& page) const { return "/start/" + percent_encoded(definition->id) + "/" + percent_encoded(token) + "/" + page; }
std::string Start::draft_key(const std::string& page) const { return draft_key_of(definition->id, token) + "/" + page; }

const FormPart* Start::part(const std::string& id) const {
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const FormPart& one) { return one.id == id; });
    return found == parts.end() ? nullptr : &*found;
}

bool Start::in_sections() const { return form && form->layout.style == procedure::Layout::Style::Sections; }
bool Start::came_from_check() const { return visit.request.query.get("check") == "yes"; }

std::vector<std::string> Start::pages() const {
    std::vector<std::string> list{kWhoPage};
    if (!definition->subjects.parts.empty() && !draft.subjects.empty()) list.push_back(kRolesPage);
    if (in_sections()) list.push_back(kSectionsPage);
    for (const auto& one : parts)
        if (is_asked(one, draft.answers, asks)) list.push_back(one.id);
    list.push_back(kCheckPage);
    return list;
}

std::string Start::after(const std::string& page) const {
    if (came_from_check()) return place(kCheckPage);
    const auto list = pages();
    const auto at = std::find(list.begin(), list.end(), page);
    if (at == list.end() || at + 1 == list.end()) return place(kCheckPage);
    return place(*(at + 1));
}

std::string Start::before(const std::string& page) const {
    if (came_from_check()) return place(kCheckPage);
    const auto list = pages();
    const auto at = std::find(list.begin(), list.end(), page);
    if (at == list.end() || at == list.begin()) return "/start";
    if (in_sections() && part(page)) return place(kSectionsPage);
    if (in_sections() && page == kCheckPage) return place(kSectionsPage);
    return place(*(at - 1));
}

void Start::save() {
    // A draft that cannot be kept is lost text: that is a failure of ours, told as one.
    const auto kept = casework::save_draft(visit.world(), *visit.session, draft_key_of(definition->id, token), to_text(draft), std::nullopt);
    if (!kept) throw std::runtime_error("a start could not be kept as a draft");
    has_draft = true;
}

casework::OpenCaseRequest Start::request() const {
    casework::OpenCaseRequest request;
    request.procedure = definition->id;
    for (const auto& subject : draft.subjects) request.subjects.push_back(subject);
    request.answers = draft.answers;
    if (form && form->per_child)
        for (const auto& subject : draft.subjects)
            if (subject.person) request.per_child[subject.person] = draft.answers;
    return request;
}

bool may_start(const Visit& visit, const procedure::Definition& definition) {
    const auto& roles = definition.start.roles;
    return definition.status != "stub" && std::any_of(roles.begin(), roles.end(), [&](const std::string& role) {
        return role == "anyone" || visit.world().library.vocabulary().acts_as(visit.actor().role, role);
    });
}

std::optional<Start> open_start(Visit& visit, Response& refused) {
    const auto definition = casework::definition_to_start(visit.world(), visit.params["procedure"]);
    if (!definition || !may_start(visit, *definition)) {
        refused = render_refusal(visit, Refusal::of(RefusalCode::NotPermitted, "role",
                                                    "Your role does not start this. Ask somebody whose role does. If a child is in danger now, ring 999."));
        return std::nullopt;
    }
    Start start{.visit = visit, .definition = definition, .form = definition->form(definition->start.form)};
    const auto* token = visit.params.values().find("token");
    start.token = token ? *token : visit.world().ids.next<DraftId>().str();
    if (token)
        if (const auto kept = casework::find_draft(visit.world(), *visit.session, draft_key_of(definition->id, start.token)))
            if (auto draft = start_draft_from(kept->body)) {
                start.draft = std::move(*draft);
                start.has_draft = true;
            }
    start.asks = [](const procedure::Field&, const engine::Answers&) { return true; };
    if (start.form) {
        start.parts = parts_of(*start.form);
        start.asks = asks_at_start(*definition, *start.form, visit.world().library.vocabulary(), visit.world().clock.now());
        start.setting.form = start.form->id;
        add_kinds(start.form->fields, start.setting, visit.world());
    }
    start.setting.vocabulary = &visit.world().library.vocabulary();
    start.setting.signer = visit.session->user_name;
    start.setting.people = people_named(start.draft);
    start.setting.file_named = files_named(visit, {});
    return start;
}

Html start_prompts(const Start& start, bool first_page) {
    Html out;
    for (const auto& prompt : start.definition->start.prompts) {
        const bool always = prompt.when.always();
        if (always ? first_page : applies_now(start, prompt.when)) {
            if (always) out << paragraph(prompt.text);
            else out << inset_text({.content = prompt.text});
        }
    }
    std::vector<std::pair<std::string, std::string>> pages;
    for (const auto& reference : start.definition->start.guidance) {
        if (reference.when.always() ? !first_page : !applies_now(start, reference.when)) continue;
        if (reference.page == kWhoToRingNow) out << who_to_ring_panel(start.visit, "harm");
        const auto page = start.visit.world().library.guidance().find(reference.page);
        if (page != start.visit.world().library.guidance().end()) pages.emplace_back("/guidance/" + reference.page, page->second.title);
    }
    if (pages.empty()) return out;
    out << "<ul class=\"govuk-list\">\n"_html;
    for (const auto& [href, title] : pages) out << "<li>"_html << link_to(href, title) << "</li>\n"_html;
    return out << "</ul>\n"_html;
}

Response start_page(const Start& start, const std::string& page, const std::string& title, Html inside, int status) {
    PageContent content;
    content.title = title + " – " + start.definition->title;
    content.section = "start";
    content.status = status;
    content.before_main = back_to(start.before(page));
    Html whole;
    if (start.definition->start.urgent) whole << ring_999();
    whole << inside;
    content.main = narrow(whole);
    return render_page(start.visit, std::move(content));
}

}  // namespace hearken::web
