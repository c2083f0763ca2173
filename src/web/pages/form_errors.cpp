#include "web/pages/form_errors.hpp"

#include "web/components/error_summary.hpp"

namespace hearken::web {

Html refusal_summary(const Refusal& refusal) {
    ErrorSummary summary;
    for (const auto& reason : refusal.reasons) summary.errors.push_back({.content = reason.text, .href = reason.field.empty() ? "" : "#" + reason.field});
    return error_summary(summary);
}

ErrorMessage error_at(const Refusal* refusal, std::string_view field) {
    std::string words;
    if (refusal)
        for (const auto& reason : refusal->reasons)
            if (reason.field == field) words += (words.empty() ? "" : " ") + reason.text;
    ErrorMessage message;
    if (!words.empty()) message.content = words;
    return message;
}

}  // namespace hearken::web
