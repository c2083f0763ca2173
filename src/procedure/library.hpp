// All definitions of a partnership, loaded together: the manual that runs.
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/result.hpp"
#include "procedure/guide.hpp"
#include "procedure/model.hpp"

namespace hearken::procedure {

/// A fault in a definition, addressed to its author.
struct Fault {
    enum class Severity { Error, Warning } severity = Severity::Error;
    std::string file;
    int line = 0;
    std::string path;      ///< e.g. stages/screening/tasks/acknowledge/due
    std::string text;      ///< what is wrong and what to do, with "did you mean" where it helps
};

/// A guidance page: procedures/guidance/ID.md with a front matter of `title`, `carries`, `checked-on`.
struct GuidancePage {
    std::string id, title, checked_on, markdown;
    std::vector<Carries> carries;
};

/// One duty of procedures/duties.csv (or T.<id> of procedures/timescales.csv).
struct Duty {
    std::string id, kind, severity, actor, text, deadline, procedure;
    bool verified = true;  ///< a timescale may be one that nobody has confirmed
};

/// A rule in C++ that carries duties: procedures/carried-in-code.yaml.
struct CodeRule {
    std::string id, where;
    std::vector<Carries> carries;
    int line = 0;
};

/// The texts of the files, read by the caller (this module does no I/O): name relative to procedures/ → content.
using SourceFiles = std::map<std::string, std::string>;

class Library {
public:
    /// Loads and checks everything: *.yaml (one definition each; vocabulary.yaml and carried-in-code.yaml are what they
    /// say; a guide begins with `guide:`), guidance/*.md, duties.csv, timescales.csv. Files under specimen/ are a library of their own and are passed
    /// over. `faults` has every error and warning, by file and line; the library is usable if none is an error.
    struct Loaded;
    static Loaded load(const SourceFiles& files);

    /// The newest version of a procedure; null when there is none.
    std::shared_ptr<const Definition> find(const std::string& id) const;
    /// A given version: running cases keep theirs.
    std::shared_ptr<const Definition> find(const std::string& id, const std::string& version) const;
    std::vector<std::shared_ptr<const Definition>> all() const;       ///< procedures: newest versions, by title
    std::vector<std::shared_ptr<const Definition>> overlays() const;  ///< the same of overlays
    std::vector<std::shared_ptr<const Definition>> components() const;
    /// Whether any definition asks if a child is in a case of this procedure elsewhere.
    bool asked_elsewhere(const std::string& procedure) const { return asked_elsewhere_.contains(procedure); }
    const Vocabulary& vocabulary() const { return vocabulary_; }
    const std::map<std::string, GuidancePage>& guidance() const { return guidance_; }
    const std::map<std::string, Duty>& duties() const { return duties_; }
    const std::vector<CodeRule>& carried_in_code() const { return carried_in_code_; }
    /// Every edition of every guide: by id, newest first.
    const std::map<std::string, std::vector<Guide>>& guides() const { return guides_; }
    /// The newest edition; null when there is no such guide.
    const Guide* guide(const std::string& id) const;
    const SourceFiles& sources() const { return sources_; }

private:
    friend class Loader;
    std::vector<std::shared_ptr<const Definition>> of_kind(const std::string& kind) const;
    std::map<std::string, std::map<std::string, std::shared_ptr<const Definition>>> definitions_;
    std::set<std::string> asked_elsewhere_;
    Vocabulary vocabulary_;
    std::map<std::string, GuidancePage> guidance_;
    std::map<std::string, Duty> duties_;
    std::vector<CodeRule> carried_in_code_;
    std::map<std::string, std::vector<Guide>> guides_;
    SourceFiles sources_;
};

struct Library::Loaded {
    Library library;
    std::vector<Fault> faults;
    bool ok() const;
};

}  // namespace hearken::procedure
