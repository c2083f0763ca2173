// Recording something new: the pages from "whom is it about" to "it has been received", for any procedure.
#pragma once
#include <memory>
#include <string>

#include "web/pages/form_asking.hpp"
#include "web/pages/page_words.hpp"
#include "web/pages/start_draft.hpp"

namespace hearken::web {

inline constexpr char kWhoPage[] = "who", kRolesPage[] = "parts", kSectionsPage[] = "sections", kCheckPage[] = "check";

/// One start under way: the definition, what has been told so far, and the pages still to come.
struct Start {
    Visit& visit;
    std::shared_ptr<const procedure::Definition> definition;
    const procedure::Form* form = nullptr;   ///< null: nothing is asked but whom it is about
    std::string token = {};
    StartDraft draft = {};
    bool has_draft = false;
    std::vector<FormPart> parts = {};
    FormSetting setting = {};
    Asks asks = {};

    std::string place(const std::string& page) const;          ///< "/start/PROCEDURE/TOKEN/PAGE"
    std::string draft_key(const std::string& page) const;      ///< of what is being typed on that page
    const FormPart* part(const std::string& id) const;
    /// Every page of this start in order, leaving out those with nothing to ask as things stand.
    std::vector<std::string> pages() const;
    std::string after(const std::string& page) const;
    std::string before(const std::string& page) const;         ///< an address
    bool in_sections() const;
    /// From the check page to one page and back again.
    bool came_from_check() const;
    void save();
    casework::OpenCaseRequest request() const;
};

/// Nothing, with the refusal rendered into `refused`, when there is no such procedure or this role does not start it.
std::optional<Start> open_start(Visit& visit, Response& refused);
bool may_start(const Visit& visit, const procedure::Definition& definition);

/// The page in the start's layout: back link, danger, prompts that apply now.
Response start_page(const Start& start, const std::string& page, const std::string& title, Html inside, int status = 200);
Html start_prompts(const Start& start, bool first_page);

Response choose_what_to_start(Visit& visit);
Response show_who(Start& start, const Fields& typed = {}, const Refusal* refused = nullptr);
Response take_who(Start& start);
/// The form begun about one person, from their page.
Response start_about_person(Visit& visit);
Response show_roles(Start& start, const Refusal* refused = nullptr);
Response take_roles(Start& start);
Response show_questions(Start& start, const FormPart& part);
Response take_questions(Start& start, const FormPart& part);
Response show_sections(Start& start);
Response show_check(Start& start, const Refusal* refused = nullptr);
Response send_start(Start& start);
Response show_received(Visit& visit);

void add_start_pages(Router& router, Site& site);

}  // namespace hearken::web
