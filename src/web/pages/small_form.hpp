// A short form of a page that no definition describes: each box with its label, what was typed, and its error.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "people/dates.hpp"
#include "web/html/html.hpp"
#include "web/pages/site.hpp"

namespace hearken::web {

using Options = std::vector<std::pair<std::string, std::string>>;  ///< (value, words)

class SmallForm {
public:
    SmallForm(const Fields& typed, const Refusal* refused) : typed_(typed), refused_(refused) {}

    SmallForm& text(const std::string& name, const std::string& label, const std::string& hint = {});
    SmallForm& area(const std::string& name, const std::string& label, const std::string& hint = {}, int rows = 4);
    SmallForm& day(const std::string& name, const std::string& label, const std::string& hint = "For example, 2/4/2026");
    SmallForm& one_of(const std::string& name, const std::string& legend, const Options& options, const std::string& hint = {});
    SmallForm& chosen(const std::string& name, const std::string& label, const Options& options, const std::string& hint = {});  ///< from a drop-down list; "" is "Choose"
    SmallForm& some_of(const std::string& name, const std::string& legend, const Options& options, const std::string& hint = {});
    SmallForm& tick(const std::string& name, const std::string& words);
    SmallForm& add(const Html& html) { out_ << html; return *this; }
    const Html& html() const { return out_; }

private:
    std::string value(const std::string& name) const { return std::string(typed_.get(name)); }
    const Fields& typed_;
    const Refusal* refused_;
    Html out_;
};

/// A page with one short form. `posts_to` also names the draft, so that what is typed outlives a session.
struct SmallFormPage {
    std::string title, caption, section = "people", posts_to, back, button = "Save";
    bool warns = false;          ///< the button of something that cannot be undone
    Html before, inside, after;
    bool keeps_draft = true, wide = false;
};
Response small_form_page(const Visit& visit, const SmallFormPage& page, const Refusal* refused);

/// The day typed in a box of SmallForm::day; a fault is added to `refusal` where it is no day at all.
std::optional<people::Date> day_typed(const Fields& typed, const std::string& name, Refusal& refusal);

}  // namespace hearken::web
