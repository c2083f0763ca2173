// The acts a task can be: decision, meeting, exchange, plan.
#include <cstdlib>

#include "procedure/load.hpp"

namespace hearken::procedure {

namespace {

DecisionOption load_decision_option(Loading& loading, const YamlNode& node, const std::string& path) {
    DecisionOption option;
    option.line = node.line;
    if (node.is_scalar()) {
        option.label = node.text;
        option.id = id_from_label(node.text);
        return option;
    }
    MapReader reader(loading, node, {"decision option"}, path);
    option.label = reader.required_text("label");
    option.id = reader.id("id");
    if (option.id.empty()) option.id = id_from_label(option.label);
    option.hint = reader.text("hint");
    option.needs_reason = reader.yes_no("needs-reason", true);
    option.needs_approval = reader.yes_no("needs-approval", true);
    option.when = load_condition_at(loading, reader, "when");
    option.then = load_effects(loading, reader, "then");
    option.carries = load_carries(loading, reader);
    return option;
}

/// A number, kinds of organisation or roles that must be there, or both in one list.
void read_quorum(Loading& loading, MapReader& reader, Meeting& meeting) {
    for (const std::string& word : reader.list("quorum")) {
        if (!word.empty() && word.size() < 4 && word.find_first_not_of("0123456789") == std::string::npos)
            meeting.quorum = std::atoi(word.c_str());
        else if (is_id(word))
            meeting.quorum_of.push_back(word);
        else
            loading.error(reader.line(), reader.child_path("quorum"),
                          "`" + word + "` is neither a number nor a kind of organisation or a role");
    }
}

}  // namespace

Decision load_decision(Loading& loading, const YamlNode& node, const std::string& path) {
    MapReader reader(loading, node, {"decision"}, path);
    Decision decision;
    decision.question = reader.required_text("question");
    decision.criteria = reader.list("criteria");
    reader.each("options", [&](const YamlNode& item, const std::string& item_path) {
        DecisionOption option = load_decision_option(loading, item, item_path);
        for (const DecisionOption& other : decision.options)
            if (other.id == option.id)
                loading.error(item.line, item_path, "two options have the id `" + option.id + "`");
        decision.options.push_back(std::move(option));
    });
    if (decision.options.size() < 2 && node.is_map()) reader.fault("a decision needs at least two `options`");
    decision.coded_reasons = load_options(loading, reader, "reason-codes");
    decision.approved_by = reader.ids("approved-by");
    decision.not_self = reader.yes_no("not-self", true);
    decision.approve_after_emergency = reader.yes_no("approve-after-emergency", false);
    decision.agree = reader.ids("agree");
    if (decision.agree.size() == 1)
        reader.fault_at("agree", "agreement is between two or more relations; for one signature write `approved-by`");
    decision.advice_from = reader.text("advice-from");
    decision.others_decide = reader.yes_no("others-decide", false);
    if (decision.others_decide && !decision.approved_by.empty())
        reader.fault_at("others-decide", "a decision of others has no signature of ours; remove `approved-by`");
    decision.by_meeting = reader.yes_no("by-meeting", false);
    decision.review_after = reader.period("review-after");
    reader.each("table", [&](const YamlNode& item, const std::string& item_path) {
        MapReader row(loading, item, {"table row"}, item_path);
        decision.table.push_back(
            {load_condition_at(loading, row, "when"), row.required_id("suggests"), row.text("why")});
        const std::string& suggested = decision.table.back().suggests;
        bool exists = suggested.empty();
        std::vector<std::string> ids;
        for (const DecisionOption& option : decision.options) {
            exists = exists || option.id == suggested;
            ids.push_back(option.id);
        }
        if (!exists) row.fault_at("suggests", "no option `" + suggested + "`" + did_you_mean(suggested, ids));
    });
    return decision;
}

Meeting::Invitee load_invitee(Loading& loading, const YamlNode& node, const std::string& path) {
    if (node.is_scalar()) return {node.text, false, true, {}};
    MapReader reader(loading, node, {"invitee"}, path);
    Meeting::Invitee invitee;
    invitee.who = reader.required_id("who");
    invitee.required = reader.yes_no("required", false);
    invitee.may_send_information = reader.yes_no("may-send-information", true);
    invitee.when = load_condition_at(loading, reader, "when");
    return invitee;
}

Meeting load_meeting(Loading& loading, const YamlNode& node, const std::string& path) {
    MapReader reader(loading, node, {"meeting"}, path);
    Meeting meeting;
    meeting.convened_by = reader.id("convened-by");
    meeting.chair = reader.id("chair");
    read_quorum(loading, reader, meeting);
    meeting.quorum_setting = reader.id("quorum-setting");
    meeting.quorum_counts_agencies = reader.yes_no("quorum-counts-agencies", false);
    if (meeting.quorum_counts_agencies && meeting.quorum == 0 && meeting.quorum_setting.empty())
        reader.fault_at("quorum-counts-agencies", "how many? Write a number as `quorum`, or a `quorum-setting`");
    if (meeting.quorum > 0 && !meeting.quorum_setting.empty()) reader.fault("`quorum` or `quorum-setting`, not both");
    reader.each("invite", [&](const YamlNode& item, const std::string& item_path) {
        meeting.invite.push_back(load_invitee(loading, item, item_path));
    });
    reader.each("agenda", [&](const YamlNode& item, const std::string& item_path) {
        if (item.is_scalar()) {
            meeting.agenda.push_back({id_from_label(item.text), item.text, false});
            return;
        }
        MapReader inner(loading, item, {"agenda item"}, item_path);
        Meeting::Item read{inner.id("id"), inner.required_text("title"), inner.yes_no("must-be-minuted", false)};
        if (read.id.empty()) read.id = id_from_label(read.title);
        meeting.agenda.push_back(std::move(read));
    });
    meeting.minutes_within = reader.period("minutes-within");
    meeting.minutes_approved_by_all = reader.yes_no("minutes-approved-by-all", false);
    meeting.series = reader.period("series");
    meeting.confidential_parts = reader.list("confidential-parts");
    return meeting;
}

Exchange load_exchange(Loading& loading, const YamlNode& node, const std::string& path) {
    MapReader reader(loading, node, {"exchange"}, path);
    Exchange exchange;
    exchange.body = reader.required_text("body");
    exchange.answer_within = reader.period("answer-within");
    exchange.chase_after = reader.period("chase-after");
    exchange.partial_answers = reader.yes_no("partial-answers", true);
    return exchange;
}

Plan load_plan(Loading& loading, const YamlNode& node, const std::string& path) {
    MapReader reader(loading, node, {"plan"}, path);
    Plan plan;
    plan.outcomes_prompt = reader.list("outcomes-prompt");
    plan.review_every = reader.period("review-every");
    plan.contingency = reader.yes_no("contingency", false);
    return plan;
}

}  // namespace hearken::procedure
