// A decision whether to share, as the component "sharing-decision" records it, told to the disclosure log. Internal to casework.
#pragma once
#include "casework/case_record.hpp"

namespace hearken::casework {

/// The component's ids, which its copies in other procedures carry behind a prefix ("parents-share-or-withhold").
/// procedures/sharing-decision.yaml says so too; sharing_decision_test.cpp holds the two together.
inline constexpr char kShareOrWithhold[] = "share-or-withhold";
inline constexpr char kSharingRecord[] = "sharing-record";
inline constexpr char kWhatWasShared[] = "what-was-shared";
inline constexpr char kRecipient[] = "recipient";

/// Adds to what was decided: for sharing, the act of sharing itself with what, to whom, for what purpose, on which basis,
/// with what consent and how, and the recipient as a side of the case where they read it here; for withholding, the same
/// on the decision. The log is projected from these events (M3.information-sharing-decision.s12, .s13, .s14).
void tell_of_sharing(const CaseRecord& record, std::vector<engine::Event>& decided);

/// Where a case is opened to ask for advice (an opening form with "asked-of"), those who hold the roles that are asked at
/// the organisation that owns it are brought in as its advisers: they see this case and nothing else.
void call_advisers(World& world, store::Reading& reading, const CaseRecord& record, std::vector<engine::Event>& decided);

}  // namespace hearken::casework
