// The loader's parts, one for each noun of the language. Internal to the module; callers use Library::load.
#pragma once
#include <string>
#include <vector>

#include "procedure/guide.hpp"
#include "procedure/anchors.hpp"
#include "procedure/map_reader.hpp"
#include "procedure/model.hpp"

namespace hearken::procedure {

Condition load_condition(Loading& loading, const YamlNode& node, const std::string& path);
/// The condition under `key`, or always.
Condition load_condition_at(Loading& loading, MapReader& reader, std::string_view key);

/// "done acknowledge". A fault, and "task opened", when it is not an anchor.
Anchor load_anchor(Loading& loading, const std::string& text, int line, const std::string& path);
std::optional<Anchor> load_anchor_at(Loading& loading, MapReader& reader, std::string_view key);
/// All time keywords of a task or start.
std::vector<TimeRule> load_time(Loading& loading, MapReader& reader);
std::vector<TimeRule> load_keep(Loading& loading, MapReader& reader);

std::vector<Carries> load_carries(Loading& loading, MapReader& reader);
/// "form.field → form.field" under `carry`.
std::vector<std::pair<std::string, std::string>> load_carry(MapReader& reader);
std::vector<Effect> load_effects(Loading& loading, MapReader& reader, std::string_view key);
Gate load_gate(Loading& loading, const YamlNode& node, const std::string& path);
std::vector<Gate> load_gates(Loading& loading, MapReader& reader, std::string_view key, const std::string& element);
std::vector<Prompt> load_prompts(Loading& loading, MapReader& reader);
std::vector<GuidanceRef> load_guidance(Loading& loading, MapReader& reader);

std::vector<Option> load_options(Loading& loading, MapReader& reader, std::string_view key);
Field load_field(Loading& loading, const YamlNode& node, const std::string& path);
Form load_form(Loading& loading, const YamlNode& node, const std::string& path);

Meeting::Invitee load_invitee(Loading& loading, const YamlNode& node, const std::string& path);
Decision load_decision(Loading& loading, const YamlNode& node, const std::string& path);
Meeting load_meeting(Loading& loading, const YamlNode& node, const std::string& path);
Exchange load_exchange(Loading& loading, const YamlNode& node, const std::string& path);
Plan load_plan(Loading& loading, const YamlNode& node, const std::string& path);
Task load_task(Loading& loading, const YamlNode& node, const std::string& path);
Stage load_stage(Loading& loading, const YamlNode& node, const std::string& path);
Strand load_strand(Loading& loading, const YamlNode& node, const std::string& path);

Notice load_notice(Loading& loading, const YamlNode& node, const std::string& path);
Prohibition load_prohibition(Loading& loading, const YamlNode& node, const std::string& path);
Flag load_flag(Loading& loading, const YamlNode& node, const std::string& path);
Milestone load_milestone(Loading& loading, const YamlNode& node, const std::string& path);
Definition::ChildEnds load_child_ends(Loading& loading, const YamlNode& node, const std::string& path);
Version load_version(Loading& loading, const YamlNode& node, const std::string& path);
Setting load_setting(Loading& loading, const YamlNode& node, const std::string& path);

Definition load_definition(Loading& loading, const YamlNode& root);
Vocabulary load_vocabulary(Loading& loading, const YamlNode& root);
std::vector<CodeRule> load_carried_in_code(Loading& loading, const YamlNode& root);
Guide load_guide(Loading& loading, const YamlNode& root);
/// `text` is Markdown with a front matter.
GuidancePage load_guidance_page(Loading& loading, const std::string& id, const std::string& text);
/// Rows of duties.csv or timescales.csv.
std::vector<Duty> load_duties(Loading& loading, const std::string& text);
std::vector<Duty> load_timescales(Loading& loading, const std::string& text);

}  // namespace hearken::procedure
