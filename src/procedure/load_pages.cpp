// Guidance pages, and the lists of duties and statutory timescales.
#include "procedure/csv.hpp"
#include "procedure/load.hpp"

namespace hearken::procedure {

namespace {

/// A table with these columns; faults for those that are missing and for rows that cannot be read.
CsvTable read_table(Loading& loading, const std::string& text, const std::vector<std::string>& columns) {
    CsvTable table = read_csv(text);
    for (const auto& [line, words] : table.faults) loading.error(line, "", words);
    for (const std::string& column : columns) {
        bool there = false;
        for (const std::string& each : table.columns) there = there || each == column;
        if (!there) loading.error(1, "", "the column `" + column + "` is missing");
    }
    return table;
}

}  // namespace

GuidancePage load_guidance_page(Loading& loading, const std::string& id, const std::string& text) {
    GuidancePage page;
    page.id = id;
    const std::string fence = "---\n";
    const auto end = text.rfind(fence, 0) == 0 ? text.find("\n---", fence.size() - 1) : std::string::npos;
    if (end == std::string::npos) {
        loading.error(1, "", "a guidance page begins with a front matter: a line `---`, `title: …`, and a line `---`");
        page.markdown = text;
        return page;
    }
    if (const auto root = read_yaml(loading.file, text.substr(fence.size(), end + 1 - fence.size()), *loading.faults)) {
        MapReader reader(loading, *root, {"guidance page"}, "");
        page.title = reader.required_text("title");
        page.checked_on = reader.text("checked-on");
        page.carries = load_carries(loading, reader);
    }
    const auto body = text.find('\n', end + 1);
    if (body != std::string::npos) page.markdown = text.substr(body + 1);
    return page;
}

std::vector<Duty> load_duties(Loading& loading, const std::string& text) {
    std::vector<Duty> duties;
    for (const CsvRow& row :
         read_table(loading, text, {"id", "kind", "severity", "actor", "duty", "deadline", "procedure"}).rows) {
        if (row.at("id").empty()) loading.error(row.line, "", "a duty without an id");
        duties.push_back({row.at("id"), row.at("kind"), row.at("severity"), row.at("actor"), row.at("duty"),
                          row.at("deadline"), row.at("procedure"), true});
    }
    return duties;
}

std::vector<Duty> load_timescales(Loading& loading, const std::string& text) {
    std::vector<Duty> duties;
    for (const CsvRow& row :
         read_table(loading, text, {"id", "event", "deadline", "unit", "from", "source", "clock", "verified"}).rows) {
        if (row.at("id").empty()) loading.error(row.line, "", "a timescale without an id");
        std::string deadline = row.at("deadline");
        const bool figure = deadline.find_first_not_of("0123456789") == std::string::npos;
        if (figure) deadline += " " + row.at("unit") + " from " + row.at("from");
        duties.push_back({"T." + row.at("id"), "timescale", row.at("clock") == "local" ? "should" : "must", "",
                          row.at("event"), deadline, "statutory-timescales", row.at("verified") != "no"});
    }
    return duties;
}

}  // namespace hearken::procedure
