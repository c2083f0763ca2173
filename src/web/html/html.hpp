// Trusted markup: an Html holds only literals of our own source, escaped text and other Html, so a string that
// came from a person cannot become markup by any path the compiler accepts.
#pragma once
#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hearken::web {

/// Markup written in our own source: `"<p class=\"govuk-body\">"_html`. Its constructor runs only in the compiler,
/// so a string made at run time cannot become one.
class Literal {
  public:
    consteval Literal(const char* text) : text_(text) {}
    consteval Literal(const char* text, std::size_t size) : text_(text, size) {}
    constexpr std::string_view view() const { return text_; }

  private:
    std::string_view text_;
};

consteval Literal operator""_html(const char* text, std::size_t size) { return Literal(text, size); }

class Attributes;
class Content;

/// Markup, and the builder of markup: everything streamed into it is escaped unless it is a Literal or an Html.
///   Html out;
///   out << "<p>"_html << name_of_child << "</p>"_html;
class Html {
  public:
    Html() = default;
    Html(Literal literal) : markup_(literal.view()) {}

    const std::string& str() const& { return markup_; }
    std::string str() && { return std::move(markup_); }
    bool empty() const { return markup_.empty(); }
    void reserve(std::size_t bytes) { markup_.reserve(bytes); }

    Html& operator<<(Literal literal) {
        markup_.append(literal.view());
        return *this;
    }
    Html& operator<<(const Html& html) {
        markup_.append(html.markup_);
        return *this;
    }
    Html& operator<<(const Content& content);
    Html& operator<<(const Attributes& attributes);
    Html& operator<<(std::string_view text);
    Html& operator<<(const std::string& text) { return *this << std::string_view(text); }
    Html& operator<<(const char* text) { return *this << std::string_view(text); }
    template <std::integral Number>
    requires(!std::same_as<Number, bool> && !std::same_as<Number, char>) Html& operator<<(Number number) {
        markup_.append(std::to_string(number));
        return *this;
    }

    /// ` name="value"`, the value escaped.
    Html& attr(Literal name, std::string_view value);
    /// The same, or nothing when the value is empty.
    Html& attr_if(Literal name, std::string_view value) { return value.empty() ? *this : attr(name, value); }
    /// A bare ` name` when true: disabled, checked, hidden.
    Html& flag(Literal name, bool on);
    /// ` href="…"`. An address with a scheme other than http, https, mailto or tel becomes "#": text that a person
    /// typed can never be a script address.
    Html& href(std::string_view address) { return link("href", address); }
    /// The same care for another attribute that holds an address: action, formaction.
    Html& link(Literal name, std::string_view address);

  private:
    friend Html trust(std::string markup);  // html/trusted.hpp
    std::string markup_;
};

/// What a component shows where the caller may give text or markup: a string is text and is escaped; an Html or a
/// Literal is markup.
class Content {
  public:
    Content() = default;
    Content(const char* text) { markup_ << text; }
    Content(const std::string& text) { markup_ << text; }
    Content(std::string_view text) { markup_ << text; }
    Content(Html markup) : markup_(std::move(markup)), is_text_(false) {}
    Content(Literal markup) : markup_(markup), is_text_(false) {}

    bool empty() const { return markup_.empty(); }
    /// Some components wrap text in a paragraph and leave markup as it is.
    bool is_text() const { return is_text_; }
    const Html& html() const { return markup_; }

  private:
    Html markup_{};
    bool is_text_ = true;
};

inline Html& Html::operator<<(const Content& content) { return *this << content.html(); }

/// Further attributes of an element, in the order given. Names come from our code; both parts are escaped.
class Attributes {
  public:
    struct Attribute {
        Attribute(std::string its_name, std::string its_value)
            : name(std::move(its_name)), value(std::move(its_value)) {}
        std::string name;
        std::string value;
        bool bare = false;
    };

    Attributes() = default;
    Attributes(std::initializer_list<Attribute> list) : list_(list) {}
    Attributes& with(std::string name, std::string value);
    Attributes& with_flag(std::string name);
    const std::vector<Attribute>& list() const { return list_; }
    bool empty() const { return list_.empty(); }

  private:
    std::vector<Attribute> list_{};
};

/// The class names that are not empty, separated by a space.
std::string classes(std::initializer_list<std::string_view> names);

/// The ids that are not empty, separated by a space: for aria-describedby.
inline std::string ids(std::initializer_list<std::string_view> names) { return classes(names); }

}  // namespace hearken::web
