// For tests: the Nunjucks options of a published fixture as our option structs.
#pragma once
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "web/components/fieldset.hpp"
#include "web/components/form_group.hpp"
#include "web/components/translations.hpp"
#include "web/html/trusted.hpp"

namespace hearken::web::testing {

using Json = nlohmann::ordered_json;
using Renderer = std::function<Html(const Json& options, const std::string& expected)>;
using Renderers = std::map<std::string, Renderer>;

/// Fields that are filled in, and everything else: one table each, so that each file stays small.
void add_field_renderers(Renderers& renderers);
void add_content_renderers(Renderers& renderers);

/// What JavaScript calls true.
inline bool truthy(const Json& value) {
    if (value.is_null()) return false;
    if (value.is_boolean()) return value.get<bool>();
    if (value.is_string()) return !value.get_ref<const std::string&>().empty();
    if (value.is_number()) return value.get<double>() != 0;
    return true;
}

inline const Json& member(const Json& object, const std::string& key) {
    static const Json kNone;
    if (!object.is_object()) return kNone;
    const auto found = object.find(key);
    return found == object.end() ? kNone : *found;
}

inline std::string text_of(const Json& value) {
    if (value.is_null()) return {};
    return value.is_string() ? value.get<std::string>() : value.dump();
}

inline std::string text(const Json& object, const std::string& key, const std::string& otherwise = {}) {
    const auto& value = member(object, key);
    return truthy(value) ? text_of(value) : otherwise;
}

inline int number(const Json& object, const std::string& key, int otherwise = 0) {
    const auto& value = member(object, key);
    return value.is_number() ? value.get<int>() : otherwise;
}

inline bool yes(const Json& object, const std::string& key) { return truthy(member(object, key)); }

inline std::optional<bool> maybe(const Json& object, const std::string& key) {
    const auto& value = member(object, key);
    return value.is_boolean() ? std::optional(value.get<bool>()) : std::nullopt;
}

inline Html markup(const Json& object, const std::string& key) { return trust(text(object, key)); }

inline Content content(const Json& object, const std::string& text_key = "text", const std::string& html_key = "html") {
    if (yes(object, html_key)) return markup(object, html_key);
    return text(object, text_key);
}

inline Attributes attributes(const Json& object, const std::string& key = "attributes") {
    Attributes made;
    const auto& value = member(object, key);
    if (value.is_object())
        for (const auto& [name, its] : value.items()) made.with(name, text_of(its));
    return made;
}

inline Plurals plurals(const Json& object, const std::string& key) {
    Plurals made;
    const auto& value = member(object, key);
    if (value.is_object())
        for (const auto& [rule, message] : value.items()) made.emplace_back(rule, text_of(message));
    return made;
}

inline Hint hint_from(const Json& j) {
    return {.content = content(j), .id = text(j, "id"), .classes = text(j, "classes"), .attributes = attributes(j)};
}

inline ErrorMessage error_from(const Json& j) {
    ErrorMessage made{
        .content = content(j), .id = text(j, "id"), .classes = text(j, "classes"), .attributes = attributes(j)};
    if (j.is_object() && j.contains("visuallyHiddenText")) made.visually_hidden_text = text(j, "visuallyHiddenText");
    return made;
}

inline Label label_from(const Json& j) {
    return {.content = content(j),
            .classes = text(j, "classes"),
            .attributes = attributes(j),
            .for_id = text(j, "for"),
            .is_page_heading = yes(j, "isPageHeading")};
}

inline Fieldset fieldset_from(const Json& j) {
    const auto& legend = member(j, "legend");
    return {.legend = {.content = content(legend),
                       .classes = text(legend, "classes"),
                       .is_page_heading = yes(legend, "isPageHeading")},
            .classes = text(j, "classes"),
            .role = text(j, "role"),
            .described_by = text(j, "describedBy"),
            .attributes = attributes(j),
            .html = markup(j, "html")};
}

inline std::optional<Fieldset> maybe_fieldset(const Json& j) {
    const auto& value = member(j, "fieldset");
    return truthy(value) ? std::optional(fieldset_from(value)) : std::nullopt;
}

inline FormGroup form_group_from(const Json& options) {
    const auto& j = member(options, "formGroup");
    const bool many = member(j, "beforeInputs").is_object() || member(j, "afterInputs").is_object();
    return {.classes = text(j, "classes"),
            .attributes = attributes(j),
            .before_input = content(member(j, many ? "beforeInputs" : "beforeInput")),
            .after_input = content(member(j, many ? "afterInputs" : "afterInput"))};
}

}  // namespace hearken::web::testing
