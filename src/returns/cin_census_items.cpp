#include "returns/cin_census_items.hpp"

#include <algorithm>
#include <array>

#include "returns/cin_census.hpp"

namespace hearken::returns {

namespace {

struct Item {
    std::string_view group, item;
    ItemKind kind;
    std::string_view words;
    bool repeats = false;
};

using enum ItemKind;

constexpr Item kItems[] = {
    {"CollectionDetails", "Collection", Text, "Collection"},
    {"CollectionDetails", "Year", Number, "Year"},
    {"CollectionDetails", "ReferenceDate", Date, "Reference date"},
    {"Source", "SourceLevel", Text, "Level of the source"},
    {"Source", "LEA", Text, "Local authority"},
    {"Source", "SoftwareCode", Text, "Made with"},
    {"Source", "Release", Text, "Release"},
    {"Source", "SerialNo", Text, "Serial number"},
    {"Source", "DateTime", Text, "Made at"},
    {"CBDSLevels", "CBDSLevel", Text, "Level of data"},
    {"ChildIdentifiers", "LAchildID", Text, "The authority's number of the child"},
    {"ChildIdentifiers", "UPN", Text, "UPN"},
    {"ChildIdentifiers", "FormerUPN", Text, "Former UPN"},
    {"ChildIdentifiers", "UPNunknown", Code, "Why there is no UPN"},
    {"ChildIdentifiers", "PersonBirthDate", Date, "Born"},
    {"ChildIdentifiers", "ExpectedPersonBirthDate", Date, "Birth expected"},
    {"ChildIdentifiers", "Sex", Code, "Sex"},
    {"ChildIdentifiers", "GenderCurrent", Code, "Gender (returns up to 2022-23)"},
    {"ChildIdentifiers", "PersonDeathDate", Date, "Died"},
    {"ChildCharacteristics", "Ethnicity", Code, "Ethnicity"},
    {"Disabilities", "Disability", Code, "Disability", true},
    {"CINdetails", "CINreferralDate", Date, "Referred"},
    {"CINdetails", "ReferralSource", Code, "Referred by"},
    {"CINdetails", "PrimaryNeedCode", Code, "Main need"},
    {"CINdetails", "CINclosureDate", Date, "Closed"},
    {"CINdetails", "ReasonForClosure", Code, "Why it closed"},
    {"CINdetails", "DateOfInitialCPC", Date, "Initial child protection conference"},
    {"CINdetails", "ReferralNFA", YesNo, "Referral ended in no further action"},
    {"Assessments", "AssessmentActualStartDate", Date, "Assessment began"},
    {"Assessments", "AssessmentInternalReviewDate", Date, "Assessment reviewed"},
    {"Assessments", "AssessmentAuthorisationDate", Date, "Assessment authorised"},
    {"FactorsIdentifiedAtAssessment", "AssessmentFactors", Code, "Factor found", true},
    {"CINPlanDates", "CINPlanStartDate", Date, "Child in need plan began"},
    {"CINPlanDates", "CINPlanEndDate", Date, "Child in need plan ended"},
    {"Section47", "S47ActualStartDate", Date, "Section 47 enquiry began"},
    {"Section47", "InitialCPCtarget", Date, "Conference was due"},
    {"Section47", "DateOfInitialCPC", Date, "Initial child protection conference"},
    {"Section47", "ICPCnotRequired", YesNo, "No conference was needed"},
    {"ChildProtectionPlans", "CPPstartDate", Date, "Child protection plan began"},
    {"ChildProtectionPlans", "CPPendDate", Date, "Child protection plan ended"},
    {"ChildProtectionPlans", "InitialCategoryOfAbuse", Code, "Category of abuse at first"},
    {"ChildProtectionPlans", "LatestCategoryOfAbuse", Code, "Category of abuse last"},
    {"ChildProtectionPlans", "NumberOfPreviousCPP", Number, "Plans before this one"},
    {"Reviews", "CPPreviewDate", Date, "Review conference", true},
    {"PreProceedingsandFGDM", "PPStartDate", Date, "Pre-proceedings began"},
    {"PreProceedingsandFGDM", "LBPSentDate", Date, "Letter before proceedings sent"},
    {"PreProceedingsandFGDM", "FGDMMeetingOffer", YesNo, "Family group decision meeting offered"},
    {"PreProceedingsandFGDM", "FGDMMeetingFac", YesNo, "Family group decision meeting held"},
    {"PreProceedingsandFGDM", "InitialPPMeetingDate", Date, "First pre-proceedings meeting"},
    {"PreProceedingsandFGDM", "ReviewMeetingsCount", Number, "Pre-proceedings review meetings"},
    {"PreProceedingsandFGDM", "StepDecisionDate", Date, "Decision to step up or down"},
    {"PreProceedingsandFGDM", "PPOutcome", Code, "Outcome of pre-proceedings"},
    {"PreProceedingsandFGDM", "CourtAppDate", Date, "Application to the court"},
    {"PreProceedingsandFGDM", "LetterInitCPDate", Date, "Letter about care proceedings"},
};

struct Group {
    std::string_view parent, group, words;
    bool repeats = false;
};
constexpr Group kGroups[] = {
    {"Message", "Header", "header"},
    {"Header", "CollectionDetails", "collection"},
    {"Header", "Source", "source", true},
    {"Header", "Content", "content"},
    {"Content", "CBDSLevels", "levels"},
    {"Message", "Children", "children"},
    {"Children", "Child", "child", true},
    {"Child", "ChildIdentifiers", "identifiers"},
    {"Child", "ChildCharacteristics", "characteristics"},
    {"Child", "CINdetails", "episode", true},
    {"ChildCharacteristics", "Disabilities", "disabilities"},
    {"CINdetails", "Assessments", "assessment", true},
    {"CINdetails", "CINPlanDates", "child in need plan", true},
    {"CINdetails", "Section47", "section 47 enquiry", true},
    {"CINdetails", "ChildProtectionPlans", "child protection plan", true},
    {"CINdetails", "PreProceedingsandFGDM", "pre-proceedings", true},
    {"Assessments", "FactorsIdentifiedAtAssessment", "factors"},
    {"ChildProtectionPlans", "Reviews", "reviews"},
};

struct Meaning {
    std::string_view item, code, meaning;
};
constexpr Meaning kCodes[] = {
    {"Sex", "M", "Male"}, {"Sex", "F", "Female"}, {"Sex", "U", "Unknown or unborn"},
    {"GenderCurrent", "0", "Not known, or not yet born"}, {"GenderCurrent", "1", "Male"}, {"GenderCurrent", "2", "Female"}, {"GenderCurrent", "9", "Indeterminate"},
    {"UPNunknown", "UN1", "Below school age"}, {"UPNunknown", "UN2", "Never at a maintained school in England"}, {"UPNunknown", "UN3", "Educated outside England"},
    {"UPNunknown", "UN4", "New to the authority in the last week of the period"}, {"UPNunknown", "UN5", "Sources disagree on who it is"},
    {"UPNunknown", "UN6", "Another reason (code UN6)"}, {"UPNunknown", "UN7", "Only referrals that ended in no further action"},
    {"Ethnicity", "WBRI", "White British"}, {"Ethnicity", "WIRI", "White Irish"}, {"Ethnicity", "WIRT", "Traveller of Irish heritage"}, {"Ethnicity", "WOTH", "Any other White background"},
    {"Ethnicity", "WROM", "Gypsy or Roma"}, {"Ethnicity", "MWBC", "White and Black Caribbean"}, {"Ethnicity", "MWBA", "White and Black African"}, {"Ethnicity", "MWAS", "White and Asian"},
    {"Ethnicity", "MOTH", "Any other mixed background"}, {"Ethnicity", "AIND", "Indian"}, {"Ethnicity", "APKN", "Pakistani"}, {"Ethnicity", "ABAN", "Bangladeshi"},
    {"Ethnicity", "AOTH", "Any other Asian background"}, {"Ethnicity", "BCRB", "Black Caribbean"}, {"Ethnicity", "BAFR", "Black African"}, {"Ethnicity", "BOTH", "Any other Black background"},
    {"Ethnicity", "CHNE", "Chinese"}, {"Ethnicity", "OOTH", "Any other ethnic group"}, {"Ethnicity", "REFU", "Refused"}, {"Ethnicity", "NOBT", "Not yet obtained"},
    {"Disability", "NONE", "No disability"}, {"Disability", "MOB", "Mobility"}, {"Disability", "HAND", "Hand function"}, {"Disability", "PC", "Personal care"}, {"Disability", "INC", "Incontinence"},
    {"Disability", "COMM", "Communication"}, {"Disability", "LD", "Learning"}, {"Disability", "HEAR", "Hearing"}, {"Disability", "VIS", "Vision"}, {"Disability", "BEH", "Behaviour"},
    {"Disability", "CON", "Consciousness"}, {"Disability", "AUT", "Autism"}, {"Disability", "DDA", "Another disability under the Equality Act"},
    {"ReferralSource", "1A", "Family, relative or carer"}, {"ReferralSource", "1B", "Acquaintance, such as a neighbour or childminder"}, {"ReferralSource", "1C", "The child"},
    {"ReferralSource", "1D", "Another individual"}, {"ReferralSource", "2A", "School"}, {"ReferralSource", "2B", "Education service"}, {"ReferralSource", "3A", "GP"},
    {"ReferralSource", "3B", "Health visitor"}, {"ReferralSource", "3C", "School nurse"}, {"ReferralSource", "3D", "Other primary health service"}, {"ReferralSource", "3E", "Accident and emergency"},
    {"ReferralSource", "3F", "Other health service"}, {"ReferralSource", "4", "Housing"}, {"ReferralSource", "5A", "Social care of the authority, such as adults'"},
    {"ReferralSource", "5B", "Another department of the authority"}, {"ReferralSource", "5C", "Another local authority"}, {"ReferralSource", "5D", "Early help"}, {"ReferralSource", "6", "Police"},
    {"ReferralSource", "7", "Other legal agency"}, {"ReferralSource", "8", "Another body"}, {"ReferralSource", "9", "Anonymous"}, {"ReferralSource", "10", "Not known"},
    {"PrimaryNeedCode", "N1", "Abuse, neglect or exploitation"}, {"PrimaryNeedCode", "N2", "Child's disability"}, {"PrimaryNeedCode", "N3", "Parental disability or illness"},
    {"PrimaryNeedCode", "N4", "Family in acute stress"}, {"PrimaryNeedCode", "N5", "Family dysfunction"}, {"PrimaryNeedCode", "N6", "Socially unacceptable behaviour"},
    {"PrimaryNeedCode", "N7", "Low income"}, {"PrimaryNeedCode", "N8", "Absent parenting"}, {"PrimaryNeedCode", "N9", "Not a child in need"}, {"PrimaryNeedCode", "N0", "Not stated"},
    {"ReasonForClosure", "RC1", "Adopted"}, {"ReasonForClosure", "RC2", "Died"}, {"ReasonForClosure", "RC3", "Child arrangements order"}, {"ReasonForClosure", "RC4", "Special guardianship order"},
    {"ReasonForClosure", "RC5", "Moved to another local authority"}, {"ReasonForClosure", "RC6", "Moved to adult social care"}, {"ReasonForClosure", "RC7", "Ended for another reason"},
    {"ReasonForClosure", "RC8", "Closed after assessment, no further action"}, {"ReasonForClosure", "RC9", "Closed after assessment, passed to early help"},
    {"InitialCategoryOfAbuse", "NEG", "Neglect"}, {"InitialCategoryOfAbuse", "PHY", "Physical abuse"}, {"InitialCategoryOfAbuse", "SAB", "Sexual abuse"}, {"InitialCategoryOfAbuse", "EMO", "Emotional abuse"},
    {"InitialCategoryOfAbuse", "MUL", "Several categories"},
    {"AssessmentFactors", "1A", "Alcohol misuse: child"}, {"AssessmentFactors", "1B", "Alcohol misuse: parent or carer"}, {"AssessmentFactors", "1C", "Alcohol misuse: another in the household"},
    {"AssessmentFactors", "2A", "Drug misuse: child"}, {"AssessmentFactors", "2B", "Drug misuse: parent or carer"}, {"AssessmentFactors", "2C", "Drug misuse: another in the household"},
    {"AssessmentFactors", "3A", "Domestic abuse: of the child"}, {"AssessmentFactors", "3B", "Domestic abuse: of a parent or carer"}, {"AssessmentFactors", "3C", "Domestic abuse: of another in the household"},
    {"AssessmentFactors", "4A", "Mental health: child"}, {"AssessmentFactors", "4B", "Mental health: parent or carer"}, {"AssessmentFactors", "4C", "Mental health: another in the household"},
    {"AssessmentFactors", "5A", "Learning disability: child"}, {"AssessmentFactors", "5B", "Learning disability: parent or carer"}, {"AssessmentFactors", "5C", "Learning disability: another in the household"},
    {"AssessmentFactors", "6A", "Physical disability or illness: child"}, {"AssessmentFactors", "6B", "Physical disability or illness: parent or carer"}, {"AssessmentFactors", "6C", "Physical disability or illness: another in the household"},
    {"AssessmentFactors", "7A", "Young carer"}, {"AssessmentFactors", "8B", "Private fostering: from overseas, to return"}, {"AssessmentFactors", "8C", "Private fostering: from overseas, to stay"},
    {"AssessmentFactors", "8D", "Private fostering: in education here"}, {"AssessmentFactors", "8E", "Private fostering: family arrangement"}, {"AssessmentFactors", "8F", "Private fostering: other"},
    {"AssessmentFactors", "9A", "Unaccompanied asylum seeker"}, {"AssessmentFactors", "10A", "Going missing"}, {"AssessmentFactors", "11A", "Child sexual exploitation"}, {"AssessmentFactors", "12A", "Trafficking"},
    {"AssessmentFactors", "13A", "Gangs"}, {"AssessmentFactors", "14A", "Socially unacceptable behaviour"}, {"AssessmentFactors", "15A", "Self-harm"}, {"AssessmentFactors", "16A", "Neglect"},
    {"AssessmentFactors", "17A", "Emotional abuse"}, {"AssessmentFactors", "18A", "Physical abuse (older code)"}, {"AssessmentFactors", "18B", "Physical abuse by a child"}, {"AssessmentFactors", "18C", "Physical abuse by an adult"},
    {"AssessmentFactors", "19A", "Sexual abuse (older code)"}, {"AssessmentFactors", "19B", "Sexual abuse by a child"}, {"AssessmentFactors", "19C", "Sexual abuse by an adult"}, {"AssessmentFactors", "20", "Other"},
    {"AssessmentFactors", "21", "No factors found"}, {"AssessmentFactors", "22A", "Female genital mutilation"}, {"AssessmentFactors", "23A", "Abuse linked to faith or belief"}, {"AssessmentFactors", "24A", "Child criminal exploitation"},
    // The draft of 2026-27 names these without saying what they mean.
    {"PPOutcome", "A", "Outcome A (the return's draft does not say what it means)"}, {"PPOutcome", "B", "Outcome B (the return's draft does not say what it means)"}, {"PPOutcome", "C", "Outcome C (the return's draft does not say what it means)"},
};

const Item* item_of(std::string_view group, std::string_view item) {
    const auto found = std::find_if(std::begin(kItems), std::end(kItems), [&](const Item& one) { return one.group == group && one.item == item; });
    return found == std::end(kItems) ? nullptr : &*found;
}
const Group* group_of(std::string_view parent, std::string_view group) {
    const auto found = std::find_if(std::begin(kGroups), std::end(kGroups), [&](const Group& one) { return one.parent == parent && one.group == group; });
    return found == std::end(kGroups) ? nullptr : &*found;
}

}  // namespace

ItemKind kind_of_item(std::string_view group, std::string_view item) {
    const auto* known = item_of(group, item);
    return known ? known->kind : Unknown;
}
bool item_repeats(std::string_view group, std::string_view item) {
    const auto* known = item_of(group, item);
    return known && known->repeats;
}
bool group_belongs(std::string_view parent, std::string_view group) { return group_of(parent, group) != nullptr; }
bool group_repeats(std::string_view parent, std::string_view group) {
    const auto* known = group_of(parent, group);
    return known && known->repeats;
}
std::string_view words_for_group(std::string_view group) {
    const auto found = std::find_if(std::begin(kGroups), std::end(kGroups), [&](const Group& one) { return one.group == group; });
    return found == std::end(kGroups) ? group : found->words;
}
std::string_view words_for_item(std::string_view item) {
    const auto found = std::find_if(std::begin(kItems), std::end(kItems), [&](const Item& one) { return one.item == item; });
    return found == std::end(kItems) ? item : found->words;
}
std::string_view code_meaning(std::string_view item, std::string_view code) {
    if (item == "LatestCategoryOfAbuse") item = "InitialCategoryOfAbuse";
    const auto found = std::find_if(std::begin(kCodes), std::end(kCodes), [&](const Meaning& one) { return one.item == item && one.code == code; });
    return found == std::end(kCodes) ? std::string_view{} : found->meaning;
}

std::string meaning_of(std::string_view item, std::string_view code) { return std::string(code_meaning(item, code)); }

}  // namespace hearken::returns
