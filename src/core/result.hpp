// Expected failure is a value: Result<T> holds a T or a Refusal that says, in words a person can act on, why not.
#pragma once
#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace hearken {

/// Why something was not done. The HTTP status is chosen from this code in one place (web/server/respond.hpp).
enum class RefusalCode {
    Invalid,       ///< what was sent cannot be accepted; `reasons` name the fields               (422)
    NotPermitted,  ///< the reader may know it exists but may not do this                         (403)
    NotFound,      ///< it does not exist, or the reader may not know that it does                (404)
    Conflict,      ///< somebody changed it first, or it is already done                          (409)
    GateNotMet,    ///< the procedure requires something first; `reasons` say what                (409)
    SignInNeeded,  ///< no session, an expired one, or a second factor is still to be given       (401)
    TooMany,       ///< rate or size limit                                                        (429)
};

/// One reason. `field` is the form field (or JSON member) it concerns, empty when it concerns the whole act.
/// `code` is stable and machine-readable, e.g. "required", "not-self", "gate:manager-signature".
struct Reason {
    std::string code;
    std::string text;   ///< a sentence for the person: what is wrong and what to do
    std::string field;
    bool operator==(const Reason&) const = default;
};

struct [[nodiscard]] Refusal {
    RefusalCode code = RefusalCode::Invalid;
    std::vector<Reason> reasons;  ///< all of them, never only the first

    static Refusal of(RefusalCode code, std::string reason_code, std::string text, std::string field = {}) {
        return Refusal{code, {{std::move(reason_code), std::move(text), std::move(field)}}};
    }
    bool operator==(const Refusal&) const = default;
};

template <class T>
using Result = tl::expected<T, Refusal>;

inline tl::unexpected<Refusal> refuse(Refusal refusal) { return tl::unexpected<Refusal>(std::move(refusal)); }
inline tl::unexpected<Refusal> refuse(RefusalCode code, std::string reason_code, std::string text,
                                      std::string field = {}) {
    return refuse(Refusal::of(code, std::move(reason_code), std::move(text), std::move(field)));
}

}  // namespace hearken
