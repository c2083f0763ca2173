#include "web/components/character_count.hpp"

namespace hearken::web {
namespace {

std::string with_count(std::string description, int count) {
    static constexpr std::string_view kPlace = "%{count}";
    for (std::size_t at = 0; (at = description.find(kPlace, at)) != std::string::npos;) {
        const auto figure = std::to_string(count);
        description.replace(at, kPlace.size(), figure);
        at += figure.size();
    }
    return description;
}

Attributes script_settings(const CharacterCount& options, const std::string& count_type, bool has_limit) {
    Attributes settings{{"data-module", "govuk-character-count"}};
    if (options.max_length) settings.with("data-maxlength", std::to_string(options.max_length));
    if (options.max_words) settings.with("data-maxwords", std::to_string(options.max_words));
    if (options.threshold) settings.with("data-threshold", std::to_string(options.threshold));
    if (!count_type.empty()) settings.with("data-count-type", count_type);
    if (!has_limit) add_translation(settings, "textarea-description.other", options.textarea_description);
    add_translation(settings, "characters-under-limit", options.characters_under_limit);
    add_translation(settings, "characters-at-limit", options.characters_at_limit);
    add_translation(settings, "characters-over-limit", options.characters_over_limit);
    add_translation(settings, "words-under-limit", options.words_under_limit);
    add_translation(settings, "words-at-limit", options.words_at_limit);
    add_translation(settings, "words-over-limit", options.words_over_limit);
    for (const auto& attribute : options.form_group.attributes.list()) settings.with(attribute.name, attribute.value);
    return settings;
}

}  // namespace

Html character_count(const CharacterCount& options) {
    const auto& id = options.id.empty() ? options.name : options.id;
    const auto count_type = !options.count_type.empty() ? options.count_type : options.max_words ? "words" : "";
    const int limit = options.max_words ? options.max_words : options.max_length;
    const auto description = !options.textarea_description.empty() ? options.textarea_description
                             : count_type == "words"               ? "You can enter up to %{count} words"
                                                                   : "You can enter up to %{count} characters";
    Html message;
    message << hint({.content = limit ? with_count(description, limit) : "",
                     .id = id + "-info",
                     .classes = classes({"govuk-character-count__message", options.count_message_classes})})
            << options.form_group.after_input;
    return textarea({.name = options.name,
                     .id = id,
                     .label = options.label,
                     .hint = options.hint,
                     .error = options.error,
                     .value = options.value,
                     .rows = options.rows,
                     .classes = classes({"govuk-js-character-count", options.classes}),
                     .form_group = {.classes = classes({"govuk-character-count", options.form_group.classes}),
                                    .attributes = script_settings(options, count_type, limit != 0),
                                    .before_input = options.form_group.before_input,
                                    .after_input = message},
                     .described_by = id + "-info",
                     .spellcheck = options.spellcheck,
                     .attributes = options.attributes});
}

}  // namespace hearken::web
