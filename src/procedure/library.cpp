#include "procedure/library.hpp"

#include <algorithm>

#include "procedure/check.hpp"
#include "procedure/compose.hpp"
#include "procedure/guides.hpp"
#include "procedure/load.hpp"
#include "procedure/walk.hpp"

namespace hearken::procedure {

namespace {

bool ends_with(const std::string& text, std::string_view end) {
    return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}
bool starts_with(const std::string& text, std::string_view start) { return text.rfind(start, 0) == 0; }

/// Number by number: "2" before "10", "2026.1" before "2026.2".
bool older(const std::string& a, const std::string& b) {
    size_t i = 0, j = 0;
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    while (i < a.size() && j < b.size()) {
        if (digit(a[i]) && digit(b[j])) {
            const auto run = [&](const std::string& text, size_t& at) {
                while (at < text.size() && text[at] == '0') ++at;
                const size_t from = at;
                while (at < text.size() && digit(text[at])) ++at;
                return text.substr(from, at - from);
            };
            const std::string x = run(a, i), y = run(b, j);
            if (x.size() != y.size()) return x.size() < y.size();
            if (x != y) return x < y;
        } else if (a[i] != b[j]) {
            return a[i] < b[j];
        } else {
            ++i, ++j;
        }
    }
    return a.size() - i < b.size() - j;
}

void add_asked_elsewhere(const Condition& condition, std::set<std::string>& procedures) {
    if (condition.kind == Condition::Kind::Elsewhere) procedures.insert(condition.name);
    for (const auto& inner : condition.of) add_asked_elsewhere(inner, procedures);
}

const std::string& newest(const std::map<std::string, std::shared_ptr<const Definition>>& versions) {
    return std::max_element(versions.begin(), versions.end(), [](const auto& a, const auto& b) { return older(a.first, b.first); })->first;
}

}  // namespace

/// Fills a library from texts: each file by itself, then what they say about each other.
class Loader {
  public:
    Loader(const SourceFiles& files, Library::Loaded& into) : files_(files), library_(into.library), faults_(into.faults) {}

    void load() {
        library_.sources_ = files_;
        for (const auto& [name, text] : files_)
            if (!starts_with(name, "specimen/")) read(name, text);
        compose();
        check();
    }

  private:
    void fault(const std::string& file, int line, std::string text) { faults_.push_back({Fault::Severity::Error, file, line, "", std::move(text)}); }

    void read(const std::string& name, const std::string& text) {
        Loading loading{name, &faults_, nullptr, {}, {}, {}};
        if (starts_with(name, "guidance/") && ends_with(name, ".md")) {
            const std::string id = name.substr(9, name.size() - 12);
            library_.guidance_[id] = load_guidance_page(loading, id, text);
        } else if (name == "duties.csv" || name == "timescales.csv") {
            for (Duty& duty : name == "duties.csv" ? load_duties(loading, text) : load_timescales(loading, text)) {
                const std::string id = duty.id;
                if (!library_.duties_.emplace(id, std::move(duty)).second) fault(name, 1, "two duties have the id `" + id + "`");
            }
        } else if (ends_with(name, ".yaml")) {
            read_yaml_file(loading, text);
        }
    }

    void read_yaml_file(Loading& loading, const std::string& text) {
        const auto root = read_yaml(loading.file, text, faults_);
        if (!root) return;
        if (loading.file == "vocabulary.yaml") {
            library_.vocabulary_ = load_vocabulary(loading, *root);
        } else if (loading.file == "carried-in-code.yaml") {
            library_.carried_in_code_ = load_carried_in_code(loading, *root);
        } else if (root->find("guide")) {
            Guide guide = load_guide(loading, *root);
            if (!guide.id.empty()) library_.guides_[guide.id].push_back(std::move(guide));
        } else {
            Definition definition = load_definition(loading, *root);
            if (definition.id.empty()) return;  // told already
            const auto same = std::find_if(written_.begin(), written_.end(), [&](const Definition& other) {
                return other.id == definition.id && (other.version == definition.version || other.kind != definition.kind);
            });
            if (same != written_.end()) fault(loading.file, 1, "`" + definition.id + "` version " + definition.version + " is also in " + same->file);
            else written_.push_back(std::move(definition));
        }
    }

    void compose() {
        join_guides(library_.guides_, library_.vocabulary_, faults_);
        std::map<std::string, const Definition*> components;
        for (const Definition& definition : written_) {
            if (definition.kind != "component") continue;
            const Definition*& newest_so_far = components[definition.id];
            if (!newest_so_far || older(newest_so_far->version, definition.version)) newest_so_far = &definition;
        }
        for (const Definition& definition : written_) {
            Definition whole = definition.kind == "component" ? definition : expand_includes(definition, components, faults_);
            // A component's own inclusions are followed where it is included; here only that they exist.
            if (definition.kind == "component") (void)expand_includes(definition, components, faults_);
            if (definition.kind == "case") compile_orderings(whole);
            Visitor asks;
            asks.condition = [&](Condition& condition, const std::string&) { add_asked_elsewhere(condition, library_.asked_elsewhere_); };
            walk(whole, asks);
            library_.definitions_[definition.id][definition.version] = std::make_shared<const Definition>(std::move(whole));
        }
    }

    void check() {
        Known known{library_.vocabulary_, library_.guidance_, library_.duties_, {}};
        for (const auto& [id, versions] : library_.definitions_) {
            const auto& definition = versions.at(newest(versions));
            if (definition->kind == "case") known.procedures[id] = definition.get();
        }
        for (const auto& [id, definition] : known.procedures) known.as_opened[id] = as_opened(*definition);
        for (const auto& [id, versions] : library_.definitions_)
            for (const auto& [version, definition] : versions)
                if (definition->kind == "case") Check(*definition, known, faults_).all();
        for (const auto& overlay : library_.overlays()) check_overlay_on_hosts(overlay, known);
        check_duties_of_library(library_, known, faults_);
        check_guides(library_, known, faults_);
    }

    std::shared_ptr<const Definition> as_opened(const Definition& host) const {
        const auto always = [](const Condition& when) { return when.always(); };
        return std::make_shared<const Definition>(merge_overlays(host, library_.overlays(), always));
    }

    /// With each host it may join; what is wrong with the host alone has been told.
    void check_overlay_on_hosts(const std::shared_ptr<const Definition>& overlay, const Known& known) {
        check_overlay(*overlay, known, faults_);
        const auto told = [&](const Fault& fault, const std::vector<Fault>& faults) {
            return std::any_of(faults.begin(), faults.end(), [&](const Fault& other) {
                return other.path == fault.path && other.text == fault.text && other.file == fault.file;
            });
        };
        for (const auto& [id, host] : known.procedures) {
            if (!may_join(*overlay, *host) || host->status == "stub") continue;
            const Definition merged = merge_overlays(*host, {overlay}, [](const Condition&) { return true; });
            std::vector<Fault> found;
            Check(merged, known, found).all();
            for (Fault& fault : found)
                if (!told(fault, faults_)) faults_.push_back(std::move(fault));
        }
    }

    const SourceFiles& files_;
    Library& library_;
    std::vector<Fault>& faults_;
    std::vector<Definition> written_;
};

Library::Loaded Library::load(const SourceFiles& files) {
    Loaded loaded;
    Loader(files, loaded).load();
    std::stable_sort(loaded.faults.begin(), loaded.faults.end(), [](const Fault& a, const Fault& b) {
        return std::tie(a.file, a.line) < std::tie(b.file, b.line);
    });
    return loaded;
}

bool Library::Loaded::ok() const {
    return std::none_of(faults.begin(), faults.end(), [](const Fault& fault) { return fault.severity == Fault::Severity::Error; });
}

std::shared_ptr<const Definition> Library::find(const std::string& id) const {
    const auto versions = definitions_.find(id);
    return versions == definitions_.end() ? nullptr : versions->second.at(newest(versions->second));
}

std::shared_ptr<const Definition> Library::find(const std::string& id, const std::string& version) const {
    const auto versions = definitions_.find(id);
    if (versions == definitions_.end()) return nullptr;
    const auto found = versions->second.find(version);
    return found == versions->second.end() ? nullptr : found->second;
}

const Guide* Library::guide(const std::string& id) const {
    const auto editions = guides_.find(id);
    return editions == guides_.end() ? nullptr : &editions->second.front();
}

std::vector<std::shared_ptr<const Definition>> Library::of_kind(const std::string& kind) const {
    std::vector<std::shared_ptr<const Definition>> found;
    for (const auto& [id, versions] : definitions_) {
        const auto& definition = versions.at(newest(versions));
        if (definition->kind == kind && definition->status != "stub") found.push_back(definition);
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a->title < b->title; });
    return found;
}

std::vector<std::shared_ptr<const Definition>> Library::all() const { return of_kind("case"); }
std::vector<std::shared_ptr<const Definition>> Library::overlays() const { return of_kind("overlay"); }
std::vector<std::shared_ptr<const Definition>> Library::components() const { return of_kind("component"); }

}  // namespace hearken::procedure
