// The lists beside the stages: notices, prohibitions, flags, versions for readers, settings.
#include "procedure/load.hpp"

namespace hearken::procedure {

Notice load_notice(Loading& loading, const YamlNode& node, const std::string& path) {
    MapReader reader(loading, node, {"notice"}, path);
    Notice notice;
    notice.line = node.line;
    notice.id = reader.required_id("id");
    notice.text = reader.required_text("text");
    notice.to = reader.list("to");
    if (notice.to.empty() && node.is_map())
        reader.fault("`to` is missing: an involvement, a relation or role@relation");
    notice.upon = load_anchor_at(loading, reader, "upon");
    notice.when = load_condition_at(loading, reader, "when");
    notice.version = reader.id("version");
    notice.needs_receipt = reader.yes_no("needs-receipt", false);
    notice.escalate_after = reader.period("escalate-after");
    notice.escalate_after_setting = reader.id("escalate-after-setting");
    notice.escalate_to = reader.list("escalate-to");
    if (!notice.escalate_after.empty() && !notice.escalate_after_setting.empty())
        reader.fault("`escalate-after` or `escalate-after-setting`, not both");
    if ((notice.escalate_after.empty() && notice.escalate_after_setting.empty()) != notice.escalate_to.empty())
        reader.fault("`escalate-after` (or `escalate-after-setting`) and `escalate-to` go together");
    notice.silenced_by_prohibitions = reader.yes_no("silenced-by-prohibitions", false);
    notice.carries = load_carries(loading, reader);
    return notice;
}

Prohibition load_prohibition(Loading& loading, const YamlNode& node, const std::string& path) {
    MapReader reader(loading, node, {"prohibition"}, path);
    Prohibition prohibition;
    prohibition.line = node.line;
    prohibition.id = reader.required_id("id");
    prohibition.title = reader.required_text("title");
    prohibition.says = reader.required_text("says");
    prohibition.forbids = reader.ids("forbids");
    if (prohibition.forbids.empty() && node.is_map()) reader.fault("`forbids` is missing: which acts?");
    prohibition.reach = reader.word("reach", "reach", Prohibition::Reach::Household);
    prohibition.set_by = reader.ids("set-by");
    prohibition.lifted_by = reader.ids("lifted-by");
    if (prohibition.lifted_by.empty() && node.is_map())
        reader.fault("`lifted-by` is missing: a prohibition that nobody may lift stands for ever");
    prohibition.review_after = reader.period("review-after");
    prohibition.carries = load_carries(loading, reader);
    return prohibition;
}

Flag load_flag(Loading& loading, const YamlNode& node, const std::string& path) {
    MapReader reader(loading, node, {"flag"}, path);
    Flag flag;
    flag.line = node.line;
    flag.id = reader.required_id("id");
    flag.title = reader.required_text("title");
    flag.readers = reader.list("readers");
    flag.review_after = reader.period("review-after");
    flag.expires_after = reader.period("expires-after");
    flag.watches = reader.list("watches");
    flag.carries = load_carries(loading, reader);
    return flag;
}

Definition::ChildEnds load_child_ends(Loading& loading, const YamlNode& node, const std::string& path) {
    MapReader reader(loading, node, {"child ends"}, path);
    Definition::ChildEnds ends;
    ends.line = node.line;
    ends.outcome = reader.required_id("outcome");
    if (!reader.has("when") && node.is_map()) reader.fault("`when` is missing: a child's course must not end at once");
    ends.when = load_condition_at(loading, reader, "when");
    ends.then = load_effects(loading, reader, "then");
    ends.carries = load_carries(loading, reader);
    return ends;
}

Milestone load_milestone(Loading& loading, const YamlNode& node, const std::string& path) {
    MapReader reader(loading, node, {"milestone"}, path);
    Milestone milestone;
    milestone.line = node.line;
    milestone.id = reader.required_id("id");
    milestone.title = reader.required_text("title");
    milestone.relation = reader.required_id("for");
    milestone.next = reader.text("next");
    if (const auto of = load_anchor_at(loading, reader, "of"))
        milestone.of = *of;
    else
        reader.fault("`of` is missing: which moment is it?");
    return milestone;
}

Version load_version(Loading& loading, const YamlNode& node, const std::string& path) {
    MapReader reader(loading, node, {"version"}, path);
    Version version;
    version.line = node.line;
    version.id = reader.required_id("id");
    version.title = reader.required_text("title");
    version.form = reader.id("form");
    version.fields = reader.ids("fields");
    version.for_involvement = reader.id("for-involvement");
    version.plain_text = reader.text("plain-text");
    if (version.form.empty() && version.plain_text.empty() && node.is_map())
        reader.fault("a version needs `form` and `fields`, or `plain-text`");
    const bool form_without_fields = !version.form.empty() && version.fields.empty() && version.plain_text.empty();
    if (form_without_fields || (version.form.empty() && !version.fields.empty()))
        reader.fault("`form` and `fields` go together");
    version.carries = load_carries(loading, reader);
    return version;
}

Setting load_setting(Loading& loading, const YamlNode& node, const std::string& path) {
    MapReader reader(loading, node, {"setting"}, path);
    Setting setting;
    setting.line = node.line;
    setting.id = reader.required_id("id");
    setting.title = reader.required_text("title");
    setting.value = reader.required_text("value");
    if (!reader.has("set-by") && node.is_map())
        reader.fault("`set-by` is missing: manual, statute, authority or house?");
    setting.set_by = reader.word("set-by", "set-by", Setting::SetBy::House);
    setting.verified = reader.yes_no("verified", true);
    setting.source = reader.list("source");
    setting.changeable_by = reader.id("changeable-by");
    return setting;
}

}  // namespace hearken::procedure
