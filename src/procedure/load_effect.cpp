// What follows from an act and what must come before it: effects, gates, prompts, guidance, and the duties they carry.
#include <algorithm>

#include "procedure/load.hpp"
#include "procedure/tells_linked.hpp"

namespace hearken::procedure {

namespace {

using Kind = Effect::Kind;

struct Head {
    std::string_view word;
    Kind kind;
    std::vector<std::string_view> with;  ///< further keywords
};

const std::vector<Head>& heads() {
    static const std::vector<Head> all = {
        {"open", Kind::OpenCase, {"how", "carry", "as", "shares", "basis", "what", "for-each"}},
        {"enter", Kind::EnterStage, {}},
        {"start", Kind::StartStrand, {}},
        {"close", Kind::CloseCase, {}},
        {"end-child", Kind::EndChild, {}},
        {"set", Kind::SetFact, {"to", "at"}},
        {"flag", Kind::SetFlag, {}},
        {"end-flag", Kind::EndFlag, {}},
        {"prohibit", Kind::Prohibit, {}},
        {"lift", Kind::Lift, {}},
        {"responsible", Kind::MoveResponsibility, {"to"}},
        {"involve", Kind::Involve, {"from"}},
        {"chronology", Kind::Chronology, {"significant"}},
        {"tell", Kind::Tell, {"carry"}},
        {"reopen", Kind::ReopenTask, {}},
        {"share", Kind::Share, {"with", "basis", "what"}},
    };
    return all;
}

std::pair<std::string, std::string> read_arrow(MapReader& reader, const std::string& text) {
    for (const std::string arrow : {"→", "->"}) {
        const auto at = text.find(arrow);
        if (at == std::string::npos) continue;
        const auto trim = [](std::string part) {
            part.erase(0, part.find_first_not_of(' '));
            part.erase(part.find_last_not_of(' ') + 1);
            return part;
        };
        std::pair<std::string, std::string> pair{trim(text.substr(0, at)), trim(text.substr(at + arrow.size()))};
        if (!pair.first.empty() && !pair.second.empty()) return pair;
    }
    reader.fault_at("carry", "`" + text + "` must say from where to where: `form.field → form.field`");
    return {};
}

std::string value_keyword(Kind kind) {
    switch (kind) {
        case Kind::OpenCase:
            return "as";
        case Kind::SetFact:
        case Kind::MoveResponsibility:
            return "to";
        case Kind::Involve:
            return "from";
        case Kind::Share:
            return "with";
        default:
            return "";
    }
}

Effect load_effect(Loading& loading, const YamlNode& node, const std::string& path) {
    Effect effect{};
    effect.line = node.line;
    MapReader reader(loading, node, {"effect"}, path);
    const Head* head = nullptr;
    for (const Head& each : heads()) {
        if (!reader.has(each.word)) continue;
        if (head) {
            reader.fault("`" + std::string(head->word) + "` and `" + std::string(each.word) +
                         "` together; write each as its own item of the list");
            reader.take(each.word);
            continue;
        }
        head = &each;
    }
    effect.when = load_condition_at(loading, reader, "when");
    std::vector<std::string_view> allowed = head ? head->with : std::vector<std::string_view>{};
    for (const std::string_view word : {"how", "carry", "as", "shares", "basis", "what", "for-each", "to", "at", "from", "significant", "with"}) {
        if (!reader.has(word) || std::find(allowed.begin(), allowed.end(), word) != allowed.end()) continue;
        reader.take(word);
        reader.fault_at(word, "`" + std::string(word) + "` does not belong to `" +
                                  std::string(head ? head->word : "this effect") + "`; remove it");
    }
    if (!head) {
        if (node.is_map())
            reader.fault("an effect needs one of: open, enter, start, close, end-child, set, flag, prohibit, lift, …");
        effect.kind = Kind::Chronology;
        return effect;
    }
    effect.kind = head->kind;
    effect.name = reader.required_text(head->word);
    const std::string value = value_keyword(effect.kind);
    if (!value.empty()) effect.value = reader.text(value);
    if (effect.kind == Kind::SetFact) {
        const auto answer = yes_or_no(effect.value);
        if (answer) effect.value = *answer ? "yes" : "no";
        if (effect.value.empty()) effect.value = "yes";
        effect.at = reader.text("at");
    } else if (effect.value.empty() && !value.empty() && effect.kind != Kind::OpenCase) {
        reader.fault("`" + value + "` is missing");
    }
    if (effect.kind == Kind::OpenCase) {
        enum How { Must, Offer };
        effect.must = reader.word("how", "how", Must) == Must;
        effect.shares = reader.yes_no("shares", false);
        effect.for_each = reader.text("for-each");
        effect.carry = load_carry(reader);
        if (!effect.shares && (reader.has("basis") || reader.has("what")))
            reader.fault("`basis` and `what` say why and what is shared; write `shares: yes` with them");
    }
    if (effect.kind == Kind::Tell) {
        effect.carry = load_carry(reader);
        if (!effect.carry.empty() && !tells_linked(effect)) reader.fault_at("carry", "a notice carries nothing; name what is told as `PROCEDURE.TASK`");
    }
    if (effect.kind == Effect::Kind::OpenCase || effect.kind == Effect::Kind::Share) {
        effect.basis = reader.id("basis");
        effect.what = reader.text("what");
    }
    if (effect.kind == Kind::Chronology) effect.significant = reader.yes_no("significant", false);
    return effect;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> load_carry(MapReader& reader) {
    std::vector<std::pair<std::string, std::string>> carry;
    for (const std::string& text : reader.list("carry")) carry.push_back(read_arrow(reader, text));
    return carry;
}

std::vector<Carries> load_carries(Loading& loading, MapReader& reader) {
    std::vector<Carries> carries;
    const YamlNode* node = reader.take("carries");
    if (!node) return carries;
    MapReader inner(loading, *node, {"carries"}, reader.child_path("carries"));
    const auto& words = noun("carries").words;  // in the order of the enumerators
    for (size_t i = 0; i < words.size(); ++i) {
        std::vector<std::string> duties = inner.list(words[i]);
        if (!duties.empty()) carries.push_back({static_cast<Carried>(i), std::move(duties)});
    }
    return carries;
}

std::vector<Effect> load_effects(Loading& loading, MapReader& reader, std::string_view key) {
    std::vector<Effect> effects;
    reader.each(key, [&](const YamlNode& node, const std::string& path) {
        effects.push_back(load_effect(loading, node, path));
    });
    return effects;
}

Gate load_gate(Loading& loading, const YamlNode& node, const std::string& path) {
    Gate gate;
    gate.line = node.line;
    MapReader reader(loading, node, {"gate"}, path);
    gate.id = reader.id("id");
    if (!reader.has("that") && node.is_map()) reader.fault("`that` is missing: which condition must hold?");
    gate.that = load_condition_at(loading, reader, "that");
    gate.otherwise = reader.required_text("otherwise");
    gate.strength = reader.word("strength", "gate strength", GateStrength::Block);
    if (const YamlNode* bypass = reader.take("bypass")) {
        MapReader inner(loading, *bypass, {"bypass"}, reader.child_path("bypass"));
        gate.bypass_by = inner.ids("by");
        inner.word_text("reasons", "reasons");
        if (gate.bypass_by.empty()) inner.fault("`by` is missing: which roles may pass it, or anyone");
    }
    gate.unless = load_condition_at(loading, reader, "unless");
    gate.carries = load_carries(loading, reader);
    if (!reader.has("unless")) gate.unless = Condition::that_never_holds();
    return gate;
}

std::vector<Gate> load_gates(Loading& loading, MapReader& reader, std::string_view key, const std::string& element) {
    std::vector<Gate> gates;
    reader.each(key, [&](const YamlNode& node, const std::string& path) {
        gates.push_back(load_gate(loading, node, path));
        if (gates.back().id.empty()) gates.back().id = element + "-" + std::to_string(gates.size());
    });
    return gates;
}

std::vector<Prompt> load_prompts(Loading& loading, MapReader& reader) {
    std::vector<Prompt> prompts;
    reader.each("prompts", [&](const YamlNode& node, const std::string& path) {
        MapReader inner(loading, node, {"prompt"}, path);
        Prompt prompt;
        prompt.line = node.line;
        prompt.id = inner.id("id");
        prompt.text = inner.required_text("text");
        prompt.kind = inner.word("kind", "prompt kind", Prompt::Kind::Shown);
        prompt.when = load_condition_at(loading, inner, "when");
        prompt.carries = load_carries(loading, inner);
        prompts.push_back(std::move(prompt));
        if (prompts.back().id.empty()) prompts.back().id = "prompt-" + std::to_string(prompts.size());
    });
    return prompts;
}

std::vector<GuidanceRef> load_guidance(Loading& loading, MapReader& reader) {
    std::vector<GuidanceRef> pages;
    const auto plain = [&](const YamlNode& node) { pages.push_back({node.text, {}, {}, node.line}); };
    if (const YamlNode* node = reader.take("guidance"); node && node->is_scalar()) {
        plain(*node);
        return pages;
    }
    reader.each("guidance", [&](const YamlNode& node, const std::string& path) {
        if (node.is_scalar()) return plain(node);
        MapReader inner(loading, node, {"guidance"}, path);
        GuidanceRef page;
        page.line = node.line;
        page.page = inner.required_id("page");
        page.when = load_condition_at(loading, inner, "when");
        page.carries = load_carries(loading, inner);
        pages.push_back(std::move(page));
    });
    return pages;
}

}  // namespace hearken::procedure
