#include "web/components/footer.hpp"

namespace hearken::web {
namespace {

constexpr Literal kLicenceLogo =
    "<svg aria-hidden=\"true\" focusable=\"false\" class=\"govuk-footer__licence-logo\" "
    "xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 483.2 195.7\" height=\"17\" width=\"41\">\n"
    "<path fill=\"currentColor\" d=\"M421.5 142.8V.1l-50.7 32.3v161.1h112.4v-50.7zm-122.3-9.6A47.12 47.12 0 0 1 221 "
    "97.8c0-26 21.1-47.1 47.1-47.1 16.7 0 31.4 8.7 39.7 21.8l42.7-27.2A97.63 97.63 0 0 0 268.1 0c-36.5 0-68.3 "
    "20.1-85.1 49.7A98 98 0 0 0 97.8 0C43.9 0 0 43.9 0 97.8s43.9 97.8 97.8 97.8c36.5 0 68.3-20.1 85.1-49.7a97.76 97.76 "
    "0 0 0 149.6 25.4l19.4 22.2h3v-87.8h-80l24.3 27.5zM97.8 145c-26 0-47.1-21.1-47.1-47.1s21.1-47.1 47.1-47.1 47.2 21 "
    "47.2 47S123.8 145 97.8 145\" />\n</svg>\n";

void links(Html& out, Literal item_tag, const std::vector<FooterLink>& list) {
    for (const auto& link : list) {
        if (link.href.empty() || link.text.empty()) continue;
        out << item_tag << "\n<a class=\"govuk-footer__link\""_html;
        out.href(link.href) << link.attributes << ">\n"_html << link.text << "\n</a>\n</li>\n"_html;
    }
}

void navigation(Html& out, const Footer& options) {
    out << "<div class=\"govuk-footer__navigation\">\n"_html;
    for (const auto& section : options.navigation) {
        out << "<div class=\"govuk-footer__section govuk-grid-column-"_html << section.width
            << "\">\n<h2 class=\"govuk-footer__heading govuk-heading-m\">"_html << section.title << "</h2>\n"_html;
        if (!section.links.empty()) {
            out << "<ul class=\"govuk-footer__list"_html;
            if (section.columns) out << " govuk-footer__list--columns-"_html << section.columns;
            out << "\">\n"_html;
            links(out, "<li class=\"govuk-footer__list-item\">", section.links);
            out << "</ul>\n"_html;
        }
        out << "</div>\n"_html;
    }
    out << "</div>\n<hr class=\"govuk-footer__section-break\">\n"_html;
}

void meta(Html& out, const Footer& options) {
    const auto& its = options.meta;
    if (!options.has_meta && its.links.empty() && its.content.empty()) return;
    out << "<h2 class=\"govuk-visually-hidden\">"_html << its.visually_hidden_title << "</h2>\n"_html;
    if (!its.links.empty()) {
        out << "<ul class=\"govuk-footer__inline-list\">\n"_html;
        links(out, "<li class=\"govuk-footer__inline-list-item\">", its.links);
        out << "</ul>\n"_html;
    }
    if (!its.content.empty())
        out << "<div class=\"govuk-footer__meta-custom\">\n"_html << its.content << "\n</div>\n"_html;
}

}  // namespace

Html footer(const Footer& options) {
    Html out;
    out << "<div"_html;
    out.attr("class", classes({"govuk-footer", options.classes})) << options.attributes << ">\n<div"_html;
    out.attr("class", classes({"govuk-width-container", options.container_classes})) << ">\n"_html << options.logo;
    if (!options.navigation.empty()) navigation(out, options);
    out << "<div class=\"govuk-footer__meta\">\n<div class=\"govuk-footer__meta-item govuk-footer__meta-item--grow\">\n"_html;
    meta(out, options);
    if (!options.content_licence.empty())
        out << kLicenceLogo << "<span class=\"govuk-footer__licence-description\">\n"_html << options.content_licence
            << "\n</span>\n"_html;
    out << "</div>\n"_html;
    if (!options.crown_copyright.empty())
        out << "<div class=\"govuk-footer__meta-item\">\n<a class=\"govuk-footer__link govuk-footer__copyright-logo\" "
               "href=\"https://www.nationalarchives.gov.uk/information-management/re-using-public-sector-information/uk-government-licensing-framework/crown-copyright/\">\n"_html
            << options.crown_copyright << "\n</a>\n</div>\n"_html;
    return out << "</div>\n</div>\n</div>"_html;
}

}  // namespace hearken::web
