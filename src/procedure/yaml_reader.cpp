#include "procedure/yaml_reader.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

namespace hearken::procedure {

namespace {

// Ten times what the longest procedure of the catalogue needs.
constexpr size_t kLongestFile = 2'000'000;
constexpr size_t kLongestScalar = 100'000;
constexpr size_t kMostNodes = 200'000;
constexpr size_t kDeepest = 40;

struct Unacceptable {
    int line;
    std::string text;
};

int line_of(const YAML::Mark& mark) { return mark.line + 1; }

class TreeBuilder : public YAML::EventHandler {
  public:
    TreeBuilder(const std::string& file, std::vector<Fault>& faults) : file_(file), faults_(faults) {}

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        refuse_anchor(mark, anchor);
        add(YamlNode{YamlNode::Kind::Null, {}, {}, {}, line_of(mark)});
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        throw Unacceptable{line_of(mark), "aliases (*name) are not allowed; write it out, or use a component"};
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        refuse_anchor(mark, anchor);
        refuse_tag(mark, tag);
        if (value.size() > kLongestScalar)
            throw Unacceptable{line_of(mark), "this text is longer than 100,000 characters; put it in a guidance page"};
        add(YamlNode{YamlNode::Kind::Scalar, value, {}, {}, line_of(mark)});
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(YamlNode::Kind::List, mark, tag, anchor);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(YamlNode::Kind::Map, mark, tag, anchor);
    }
    void OnMapEnd() override { close(); }

    YamlNode take_root() { return std::move(root_); }

  private:
    struct Open {
        YamlNode node;
        std::optional<YamlNode::Key> key;  ///< read, its value not yet
    };

    static void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
        if (anchor != YAML::NullAnchor)
            throw Unacceptable{line_of(mark), "anchors (&name) are not allowed; write it out"};
    }
    static void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
        if (!tag.empty() && tag != "?" && tag != "!")
            throw Unacceptable{line_of(mark), "tags (!name) are not allowed; remove it"};
    }

    void open(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
        refuse_anchor(mark, anchor);
        refuse_tag(mark, tag);
        if (stack_.size() >= kDeepest) throw Unacceptable{line_of(mark), "nested more than 40 deep"};
        stack_.push_back({YamlNode{kind, {}, {}, {}, line_of(mark)}, std::nullopt});
    }
    void close() {
        YamlNode done = std::move(stack_.back().node);
        stack_.pop_back();
        add(std::move(done));
    }

    void add(YamlNode node) {
        if (++nodes_ > kMostNodes) throw Unacceptable{node.line, "more than 200,000 values in one file"};
        if (stack_.empty()) {
            root_ = std::move(node);
            return;
        }
        Open& parent = stack_.back();
        if (parent.node.is_list()) {
            parent.node.items.push_back(std::move(node));
        } else if (!parent.key) {
            if (!node.is_scalar()) throw Unacceptable{node.line, "a keyword must be a word"};
            parent.key = YamlNode::Key{std::move(node.text), node.line};
        } else {
            add_entry(parent, std::move(node));
        }
    }
    void add_entry(Open& parent, YamlNode value) {
        YamlNode::Key key = std::move(*parent.key);
        parent.key.reset();
        const auto earlier = std::find_if(parent.node.keys.begin(), parent.node.keys.end(),
                                          [&](const YamlNode::Key& other) { return other.text == key.text; });
        if (earlier != parent.node.keys.end()) {
            faults_.push_back({Fault::Severity::Error, file_, key.line, key.text,
                               "`" + key.text + "` is written twice here (first on line " +
                                   std::to_string(earlier->line) + "); remove one"});
            return;
        }
        parent.node.keys.push_back(std::move(key));
        parent.node.items.push_back(std::move(value));
    }

    const std::string& file_;
    std::vector<Fault>& faults_;
    std::vector<Open> stack_;
    YamlNode root_;
    size_t nodes_ = 0;
};

/// yaml-cpp guesses UTF-16 and UTF-32 from zero bytes, and lets other control characters through.
bool is_plain_text(const std::string& text) {
    return std::none_of(text.begin(), text.end(), [](unsigned char c) {
        return (c < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7F || c >= 0xF8;
    });
}

}  // namespace

const YamlNode* YamlNode::find(const std::string& key) const {
    for (size_t i = 0; i < keys.size(); ++i)
        if (keys[i].text == key) return &items[i];
    return nullptr;
}

std::optional<YamlNode> read_yaml(const std::string& file, const std::string& text, std::vector<Fault>& faults) {
    const auto fault = [&](int line, std::string words) {
        faults.push_back({Fault::Severity::Error, file, line, "", std::move(words)});
        return std::nullopt;
    };
    if (text.size() > kLongestFile) return fault(1, "the file is larger than 2 MB; split it");
    if (!is_plain_text(text)) return fault(1, "the file is not UTF-8 text; save it as UTF-8");
    try {
        std::istringstream stream(text);
        YAML::Parser parser(stream);
        TreeBuilder tree(file, faults);
        if (!parser.HandleNextDocument(tree)) return fault(1, "the file is empty");
        YamlNode root = tree.take_root();
        TreeBuilder rest(file, faults);
        if (parser.HandleNextDocument(rest)) return fault(1, "one file holds one definition; remove the second `---`");
        return root;
    } catch (const Unacceptable& what) {
        return fault(what.line, what.text);
    } catch (const YAML::Exception& what) {
        const std::string hint =
            what.msg == "unknown token" ? "; inside { } and [ ] put text that has a ? or : into quotation marks" : "";
        return fault(what.mark.is_null() ? 1 : line_of(what.mark), "not valid YAML: " + what.msg + hint);
    }
}

}  // namespace hearken::procedure
