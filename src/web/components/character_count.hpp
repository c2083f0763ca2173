// GOV.UK character count: a textarea that says how much may still be written.
#pragma once
#include <optional>

#include "web/components/textarea.hpp"
#include "web/components/translations.hpp"

namespace hearken::web {

struct CharacterCount {
    std::string name{};
    std::string id{};  ///< the name when empty
    Label label{};
    Hint hint{};
    ErrorMessage error{};
    std::string value{};
    int rows = 5;
    int max_length = 0;  ///< in characters; 0 when not limited so
    int max_words = 0;
    std::string count_type{};  ///< "words" or "characters", where the script counts otherwise than the limit says
    int threshold = 0;         ///< per cent of the limit before the count is shown
    std::string classes{};
    FormGroup form_group{};
    std::string count_message_classes{};
    std::string textarea_description{};  ///< for example "You can enter up to %{count} characters"
    Plurals characters_under_limit{};
    std::string characters_at_limit{};
    Plurals characters_over_limit{};
    Plurals words_under_limit{};
    std::string words_at_limit{};
    Plurals words_over_limit{};
    std::optional<bool> spellcheck{};
    Attributes attributes{};
};

Html character_count(const CharacterCount& options);

}  // namespace hearken::web
