// The manual, as the product runs it: procedures with their diagrams, guidance, duties, and whom to ring.
#pragma once
#include <mutex>
#include <optional>
#include <string>

#include "procedure/coverage.hpp"
#include "web/manual/graphviz.hpp"
#include "web/pages/site.hpp"

namespace hearken::web {

/// What the pages of the manual work out once and keep: drawings, and where every duty is carried.
class Manual {
  public:
    explicit Manual(const procedure::Library& library) : library_(library) {}
    const procedure::Coverage& coverage();
    Drawings& drawings() { return drawings_; }

  private:
    const procedure::Library& library_;
    Drawings drawings_;
    std::once_flag once_;
    procedure::Coverage coverage_;
};

Response procedures_page(Visit& visit, Manual& manual);
Response procedure_page(Visit& visit, Manual& manual);
Response procedure_diagram(Visit& visit, Manual& manual);
Response guidance_pages(Visit& visit, Manual& manual);
Response guidance_page(Visit& visit, Manual& manual);
Response duties_page(Visit& visit, Manual& manual);
Response procedure_duties_page(Visit& visit, Manual& manual);

// Parts of the page of one procedure.
Html procedure_course(const procedure::Definition& definition, const procedure::Library& library);  ///< stages, tasks, clocks, decisions
Html procedure_settings(const procedure::Definition& definition, const procedure::Vocabulary& vocabulary);
Html procedure_forms(const procedure::Definition& definition);
Html procedure_duties(const procedure::Definition& definition, const procedure::Coverage& coverage);

Html status_tag(const std::string& status);  ///< "Local", "National", "Under review", "Not written yet"
std::string role_titles(const std::vector<std::string>& roles, const procedure::Vocabulary& vocabulary);
/// A place in a definition in words: "Screening, Acknowledge the referral".
std::string place_in_words(const procedure::Definition& definition, const std::string& path);

}  // namespace hearken::web
