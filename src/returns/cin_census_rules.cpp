#include "returns/cin_census_rules.hpp"

#include <map>
#include <set>

#include "calendar/moment_text.hpp"
#include "people/identifier.hpp"
#include "returns/cin_census_items.hpp"

namespace hearken::returns {

using calendar::LocalDate;
using Severity = Doubt::Severity;

namespace {

std::string day(LocalDate date) { return calendar::iso_date(date); }

/// One child's values against each other and against the day of the return.
class ChildRules {
public:
    ChildRules(CinCensus& census, const ReturnedChild& child) : census_(census), child_(child) {}

    void apply() {
        identity();
        life();
        disabilities();
        if (child_.episodes.empty()) missing(child_.identifiers, "CINdetails", "8590", "This child has no episode in the return, so nothing happened to bring in.");
        for (size_t i = 0; i < child_.episodes.size(); ++i) episode(child_.episodes[i], "episode " + std::to_string(i + 1));
        episodes_together();
    }

private:
    void doubt(Severity severity, const char* rule, const ReturnedValue& value, std::string why) {
        census_.doubts.push_back({severity, rule, child_.la_child_id, place_, value.item, value.written, std::move(why), value.line});
    }
    void missing(const ReturnedGroup& in, const char* item, const char* rule, std::string why) {
        census_.doubts.push_back({Severity::Error, rule, child_.la_child_id, place_, item, {}, std::move(why), in.line ? in.line : child_.line});
    }
    void query(const char* rule, const ReturnedValue& value, std::string why) { doubt(Severity::Query, rule, value, std::move(why)); }
    void error(const char* rule, const ReturnedValue& value, std::string why) { doubt(Severity::Error, rule, value, std::move(why)); }

    /// The value `later` of one group must not be before `earlier` of another.
    void in_order(const ReturnedGroup& in, const char* later, const ReturnedGroup& from, const char* earlier, const char* rule, Severity severity = Severity::Error) {
        const auto* one = in.value(later);
        const auto* other = from.value(earlier);
        if (!one || !other || !one->date || !other->date || *one->date >= *other->date) return;
        doubt(severity, rule, *one, std::string(words_for_item(later)) + " " + day(*one->date) + " is before " + std::string(words_for_item(earlier)) + " " + day(*other->date) + ".");
    }

    void not_after_return(const ReturnedGroup& in, const char* item, const char* rule) {
        const auto* value = in.value(item);
        if (!value || !value->date || !census_.reference_date || *value->date <= *census_.reference_date) return;
        error(rule, *value, "This is after the day of the return, " + day(*census_.reference_date) + ".");
    }
    void not_after_death(const ReturnedGroup& in, const char* item, const char* rule, Severity severity = Severity::Error) {
        const auto* value = in.value(item);
        if (!value || !value->date || !child_.died() || *value->date <= *child_.died()) return;
        doubt(severity, rule, *value, "This is after the child's death, " + day(*child_.died()) + ".");
    }

    void identity() {
        const auto& in = child_.identifiers;
        if (child_.la_child_id.empty()) missing(in, "LAchildID", "8500", "The authority's number of the child is missing, so this child cannot be found again in a later return and is not brought in.");
        if (child_.la_child_id.size() > 20) error("1570", *in.value("LAchildID"), "This is longer than 20 characters.");
        if (child_.la_child_id.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789") != std::string::npos)
            error("1580", *in.value("LAchildID"), "This should have only letters and digits.");
        if (const auto* upn = in.value("UPN"); upn && !people::Identifier::make(people::IdentifierKind::Upn, upn->written))
            error("1510", *upn, "This is no UPN: its check letter or its form is wrong. It is kept in the record of the return and not as the child's UPN.");
        if (const auto* former = in.value("FormerUPN"); former && !people::Identifier::make(people::IdentifierKind::FormerUpn, former->written))
            query("1560Q", *former, "This does not have the form of a UPN.");
        if (in.value("UPN") && in.value("UPNunknown")) query("", *in.value("UPNunknown"), "A reason for having no UPN stands beside a UPN.");
        if (!in.value("Sex") && !in.value("GenderCurrent")) missing(in, "Sex", "4180", "The sex is missing.");
        if (in.value("Sex") && in.value("GenderCurrent")) query("", *in.value("GenderCurrent"), "The older item stands beside Sex; Sex is used.");
        if (!child_.characteristics.value("Ethnicity")) missing(child_.characteristics, "Ethnicity", "4220", "The ethnicity is missing.");
    }

    void life() {
        const auto& in = child_.identifiers;
        const auto* born = in.value("PersonBirthDate");
        const auto* expected = in.value("ExpectedPersonBirthDate");
        if (!born && !expected) missing(in, "PersonBirthDate", "8525Q", "There is neither a date of birth nor an expected one.");
        if (born && expected) query("8525Q", *expected, "An expected date of birth stands beside a date of birth; the date of birth is used.");
        not_after_return(in, "PersonBirthDate", "8520");
        in_order(in, "PersonDeathDate", in, "PersonBirthDate", "8535Q", Severity::Query);
        not_after_return(in, "PersonDeathDate", "");
        if (expected && in.text("Sex") != "U" && in.value("Sex")) error("8750", *in.value("Sex"), "An unborn child's sex is returned as U.");
    }

    void disabilities() {
        std::set<std::string> seen;
        for (const auto* group : child_.characteristics.all("Disabilities"))
            for (const auto* one : group->values_of("Disability")) {
                if (!seen.insert(one->written).second) error("8794", *one, "This disability is here twice.");
                if (one->written == "NONE" && group->values_of("Disability").size() > 1) error("8790", *one, "“No disability” stands beside others.");
            }
    }

    void episode(const ReturnedGroup& in, const std::string& place) {
        place_ = place;
        if (!in.value("CINreferralDate")) missing(in, "CINreferralDate", "8600", "The date of the referral is missing.");
        not_after_return(in, "CINreferralDate", "8600");
        not_after_return(in, "CINclosureDate", "8620");
        in_order(in, "CINclosureDate", in, "CINreferralDate", "8630");
        in_order(in, "DateOfInitialCPC", in, "CINreferralDate", "1104");
        not_after_return(in, "DateOfInitialCPC", "8715");
        not_after_death(in, "CINreferralDate", "8555Q", Severity::Query);
        before_birth(in);
        closure(in);
        if (!in.value("ReferralSource")) missing(in, "ReferralSource", "8866", "Who referred is missing.");
        if (!in.value("ReferralNFA")) missing(in, "ReferralNFA", "8568", "Whether the referral ended in no further action is missing.");
        const bool no_further_action = in.value("ReferralNFA") && in.value("ReferralNFA")->meaning == "Yes";
        if (no_further_action && (in.value("DateOfInitialCPC") || !in.all("Assessments").empty() || !in.all("Section47").empty()))
            error("8831", *in.value("ReferralNFA"), "The referral is said to have ended in no further action, yet there is an assessment, a section 47 enquiry or a conference.");
        if (no_further_action && !in.all("ChildProtectionPlans").empty()) error("8832", *in.value("ReferralNFA"), "The referral is said to have ended in no further action, yet there is a child protection plan.");
        if (no_further_action && !in.all("CINPlanDates").empty()) error("4000", *in.value("ReferralNFA"), "The referral is said to have ended in no further action, yet there is a child in need plan.");
        if (!no_further_action && !in.value("PrimaryNeedCode")) missing(in, "PrimaryNeedCode", "8610", "The main need is missing.");
        each(in, "Assessments", &ChildRules::assessment, place);
        each(in, "CINPlanDates", &ChildRules::plan_in_need, place);
        each(in, "Section47", &ChildRules::section_47, place);
        each(in, "ChildProtectionPlans", &ChildRules::protection_plan, place);
        each(in, "PreProceedingsandFGDM", &ChildRules::pre_proceedings, place);
        place_.clear();
    }

    using Check = void (ChildRules::*)(const ReturnedGroup& one, const ReturnedGroup& episode);
    void each(const ReturnedGroup& episode, const char* kind, Check check, const std::string& place) {
        int number = 0;
        for (const auto* one : episode.all(kind)) {
            place_ = place + ", " + std::string(words_for_group(kind)) + " " + std::to_string(++number);
            (this->*check)(*one, episode);
        }
        place_ = place;
    }

    void before_birth(const ReturnedGroup& in) {
        const auto* referred = in.value("CINreferralDate");
        const auto birth = child_.born() ? child_.born() : child_.expected();
        if (!referred || !referred->date || !birth) return;
        if (*referred->date < calendar::plus_days(*birth, -280)) error("8606", *referred, "This is more than 280 days before the child's birth, " + day(*birth) + ".");
        if (*referred->date >= calendar::plus_months(*birth, 18 * 12)) query("", *referred, "The person was already 18 when referred: born " + day(*birth) + ".");
        const auto* closed = in.value("CINclosureDate");
        if (closed && closed->date && *closed->date > calendar::plus_months(*birth, 25 * 12)) query("8775Q", *closed, "The person was over 25 by then: born " + day(*birth) + ".");
    }

    void closure(const ReturnedGroup& in) {
        const auto* closed = in.value("CINclosureDate");
        const auto* reason = in.value("ReasonForClosure");
        if (closed && !reason) error("8805", *closed, "There is no reason for the closure.");
        if (reason && !closed) error("8810", *reason, "A reason for closure stands without a date; the episode is brought in as open.");
        if (!reason) return;
        if (reason->written == "RC2" && !child_.died()) query("8585Q", *reason, "Closed because the child died, yet no date of death is given.");
        const bool after_assessment = reason->written == "RC8" || reason->written == "RC9";
        if (after_assessment && in.all("Assessments").empty()) query("8825Q", *reason, "Closed after assessment, yet there is no assessment.");
        if (after_assessment && (in.value("DateOfInitialCPC") || !in.all("Section47").empty() || !in.all("ChildProtectionPlans").empty() || !in.all("CINPlanDates").empty()))
            error("2990", *reason, "Closed after assessment, yet an enquiry, a conference or a plan followed.");
    }

    void assessment(const ReturnedGroup& one, const ReturnedGroup& episode) {
        if (!one.value("AssessmentActualStartDate")) missing(one, "AssessmentActualStartDate", "", "When it began is missing.");
        not_after_return(one, "AssessmentActualStartDate", "");
        in_order(one, "AssessmentActualStartDate", episode, "CINreferralDate", "1103");
        in_order(one, "AssessmentAuthorisationDate", one, "AssessmentActualStartDate", "8608");
        not_after_return(one, "AssessmentAuthorisationDate", "8696");
        in_order(episode, "CINclosureDate", one, "AssessmentAuthorisationDate", "8565");
        if (!one.value("AssessmentAuthorisationDate") && episode.value("CINclosureDate")) error("8867", *episode.value("CINclosureDate"), "The episode is closed, yet an assessment in it was never authorised.");
        std::set<std::string> seen;
        bool any = false;
        for (const auto* group : one.all("FactorsIdentifiedAtAssessment"))
            for (const auto* factor : group->values_of("AssessmentFactors")) {
                any = true;
                if (!seen.insert(factor->written).second) error("8898", *factor, "This factor is here twice.");
                if (factor->written == "21" && group->values_of("AssessmentFactors").size() > 1) error("8869", *factor, "“No factors found” stands beside others.");
                if (factor->written == "18A" || factor->written == "19A") query(factor->written == "18A" ? "8945Q" : "8950Q", *factor, "An older code: it does not say whether a child or an adult did it.");
            }
        if (!any && one.value("AssessmentAuthorisationDate")) query("8897Q", *one.value("AssessmentAuthorisationDate"), "Authorised without any factor found, not even “no factors found”.");
        if (any && !one.value("AssessmentAuthorisationDate")) missing(one, "AssessmentAuthorisationDate", "8614", "There are factors although the assessment is not authorised.");
    }

    void plan_in_need(const ReturnedGroup& one, const ReturnedGroup& episode) {
        not_after_return(one, "CINPlanStartDate", "4010");
        not_after_return(one, "CINPlanEndDate", "4013");
        in_order(one, "CINPlanStartDate", episode, "CINreferralDate", "4015");
        in_order(one, "CINPlanEndDate", one, "CINPlanStartDate", "4011");
        in_order(episode, "CINclosureDate", one, "CINPlanEndDate", "8565");
        not_after_death(one, "CINPlanStartDate", "4008");
        not_after_death(one, "CINPlanEndDate", "4009Q", Severity::Query);
        if (one.date("CINPlanStartDate") && one.date("CINPlanStartDate") == one.date("CINPlanEndDate")) query("4012Q", *one.value("CINPlanEndDate"), "The plan began and ended on the same day.");
    }

    void section_47(const ReturnedGroup& one, const ReturnedGroup& episode) {
        not_after_return(one, "S47ActualStartDate", "");
        in_order(one, "S47ActualStartDate", episode, "CINreferralDate", "2889");
        in_order(one, "DateOfInitialCPC", one, "S47ActualStartDate", "8615");
        in_order(one, "DateOfInitialCPC", episode, "CINreferralDate", "1104");
        not_after_return(one, "DateOfInitialCPC", "8715");
        in_order(episode, "CINclosureDate", one, "S47ActualStartDate", "8565");
        weekend(one, "InitialCPCtarget", "8870Q", Severity::Query);
        weekend(one, "DateOfInitialCPC", "8875", Severity::Error);
        const auto* held = one.value("DateOfInitialCPC");
        if (held && held->date && episode.date("DateOfInitialCPC") == held->date) error("2884", *held, "The same conference is returned for the episode and for the enquiry; it is brought in once.");
        const auto* not_required = one.value("ICPCnotRequired");
        if (held && not_required && not_required->meaning == "Yes") query("8868", *not_required, "No conference was needed, yet one was held.");
    }

    void protection_plan(const ReturnedGroup& one, const ReturnedGroup& episode) {
        not_after_return(one, "CPPstartDate", "8720");
        not_after_return(one, "CPPendDate", "8930");
        in_order(one, "CPPstartDate", episode, "CINreferralDate", "1105");
        in_order(one, "CPPendDate", one, "CPPstartDate", "8925");
        in_order(episode, "CINclosureDate", one, "CPPendDate", "8565");
        not_after_death(one, "CPPstartDate", "8915");
        not_after_death(one, "CPPendDate", "8920");
        if (one.date("CPPstartDate") && one.date("CPPstartDate") == one.date("CPPendDate")) error("8840", *one.value("CPPendDate"), "The plan began and ended on the same day.");
        if (const auto* before = one.value("NumberOfPreviousCPP"); before && before->written.size() >= 2 && before->written.find_first_not_of("0123456789") == std::string::npos)
            query("", *before, "So many child protection plans before this one are unusual.");
        for (const auto* reviews : one.all("Reviews")) {
            if (reviews->values_of("CPPreviewDate").empty()) missing(*reviews, "CPPreviewDate", "8842Q", "Reviews are returned without a date.");
            for (const auto* review : reviews->values_of("CPPreviewDate")) {
                if (!review->date) continue;
                if (const auto start = one.date("CPPstartDate"); start && *review->date <= *start) error("8841", *review, "The review is not after the plan began, " + day(*start) + ".");
                if (const auto end = one.date("CPPendDate"); end && *review->date > *end) query("", *review, "The review is after the plan ended, " + day(*end) + ".");
                if (census_.reference_date && *review->date > *census_.reference_date) error("", *review, "This is after the day of the return, " + day(*census_.reference_date) + ".");
            }
        }
    }

    void pre_proceedings(const ReturnedGroup& one, const ReturnedGroup& episode) {
        for (const auto& value : one.values) {
            if (!value.date) continue;
            if (census_.reference_date && *value.date > *census_.reference_date) error("", value, "This is after the day of the return, " + day(*census_.reference_date) + ".");
            if (const auto referred = episode.date("CINreferralDate"); referred && *value.date < *referred) error("", value, "This is before the referral, " + day(*referred) + ".");
        }
    }

    void weekend(const ReturnedGroup& in, const char* item, const char* rule, Severity severity) {
        const auto* value = in.value(item);
        if (value && value->date && calendar::is_weekend(*value->date)) doubt(severity, rule, *value, "This is a Saturday or Sunday.");
    }

    void episodes_together() {
        for (size_t i = 0; i < child_.episodes.size(); ++i) {
            for (size_t j = 0; j < child_.episodes.size(); ++j) {
                const auto& one = child_.episodes[i];
                const auto& later = child_.episodes[j];
                const auto from = one.date("CINreferralDate"), next = later.date("CINreferralDate"), until = one.date("CINclosureDate");
                if (i == j || !from || !next || *from > *next || (*from == *next && i > j)) continue;
                place_ = "episode " + std::to_string(j + 1);
                if (!until) {
                    if (!no_further_action(one)) error("8816", *later.value("CINreferralDate"), "A referral was made while episode " + std::to_string(i + 1) + " was still open.");
                } else if (*next < *until) {
                    error("8820", *later.value("CINreferralDate"), "This overlaps episode " + std::to_string(i + 1) + ", which closed on " + day(*until) + ".");
                }
            }
        }
        place_.clear();
    }
    static bool no_further_action(const ReturnedGroup& episode) { return episode.value("ReferralNFA") && episode.value("ReferralNFA")->meaning == "Yes"; }

    CinCensus& census_;
    const ReturnedChild& child_;
    std::string place_;
};

void of_the_return(CinCensus& census) {
    const auto doubt = [&](const char* rule, const char* item, std::string written, std::string why) { census.doubts.push_back({Severity::Error, rule, {}, {}, item, std::move(written), std::move(why), census.header.line}); };
    for (const auto* collection : census.header.all("CollectionDetails")) {
        if (collection->text("Collection") != "CIN") doubt("", "Collection", collection->text("Collection"), "This should be CIN.");
        const auto date = collection->date("ReferenceDate");
        if (date && (day(*date) != collection->text("Year") + "-03-31")) doubt("100", "ReferenceDate", collection->text("ReferenceDate"), "The day of the return should be 31 March of its year, " + collection->text("Year") + ".");
    }
    if (!census.reference_date) doubt("100", "ReferenceDate", {}, "The day of the return is missing, so nothing can be compared with it.");
    if (census.authority.empty()) doubt("", "LEA", {}, "The number of the local authority is missing.");
}

void same_numbers(CinCensus& census) {
    std::map<std::string, int> children, upns;
    for (const auto& child : census.children) {
        if (!child.la_child_id.empty() && ++children[child.la_child_id] > 1)
            census.doubts.push_back({Severity::Error, "8510", child.la_child_id, {}, "LAchildID", child.la_child_id, "This number stands for more than one child of the return; the episodes of all are brought in under the first.", child.line});
        const auto upn = child.identifiers.text("UPN");
        if (!upn.empty() && ++upns[upn] > 1)
            census.doubts.push_back({Severity::Error, "1520", child.la_child_id, {}, "UPN", upn, "Another child of the return has the same UPN, so it is not taken over for this one.", child.line});
    }
}

}  // namespace

void add_rule_doubts(CinCensus& census) {
    of_the_return(census);
    same_numbers(census);
    for (const auto& child : census.children) ChildRules(census, child).apply();
}

}  // namespace hearken::returns
