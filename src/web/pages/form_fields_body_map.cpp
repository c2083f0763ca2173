#include "web/pages/form_fields_body_map.hpp"

#include <algorithm>
#include <cstdlib>

#include "web/components/body_parts.hpp"

namespace hearken::web {

namespace {

// The drawing that body parts are placed on.
constexpr int kWidth = 220, kHeight = 430;

std::string text_at(const engine::Answers& row, const char* key) {
    const auto found = row.find(key);
    return found == row.end() ? std::string{} : found->second.first();
}

/// Marks made elsewhere (through the API) name a place only: the nearest part is the one they are on.
std::string nearest_part(const engine::Answers& row) {
    const bool back = text_at(row, "view") == "back";
    const double x = std::atof(text_at(row, "x").c_str()) * kWidth / 100, y = std::atof(text_at(row, "y").c_str()) * kHeight / 100;
    std::string nearest;
    double least = 1e9;
    for (const auto& part : body_parts()) {
        if ((part.side == BodySide::Back) != back) continue;
        const double dx = part.number_x - x, dy = part.number_y - y, distance = dx * dx + dy * dy;
        if (distance < least) {
            least = distance;
            nearest = part.id;
        }
    }
    return nearest;
}

std::string per_cent(int value, int of) { return std::to_string((value * 1000 + of / 2) / of / 10) + "." + std::to_string((value * 1000 + of / 2) / of % 10); }

}  // namespace

std::vector<BodyMark> body_marks(const engine::Answer& answer) {
    std::vector<BodyMark> marks;
    for (const auto& row : answer.rows) {
        std::string part = text_at(row, "part");
        if (body_part_label(part).empty()) part = nearest_part(row);
        auto mark = std::find_if(marks.begin(), marks.end(), [&](const BodyMark& one) { return one.part == part; });
        if (mark == marks.end()) marks.push_back({part, text_at(row, "note")});
        else mark->description += "; " + text_at(row, "note");
    }
    return marks;
}

engine::Answer body_map_answer(const std::string& name, const Fields& posted) {
    engine::Answer answer;
    for (const auto& part : body_parts()) {
        bool ticked = false;
        for (const auto& value : posted.all(name)) ticked = ticked || value == part.id;
        if (!ticked) continue;
        engine::Answers row;
        row["part"] = engine::Answer::of(std::string(part.id));
        row["view"] = engine::Answer::of(part.side == BodySide::Back ? "back" : "front");
        row["x"] = engine::Answer::of(per_cent(part.number_x, kWidth));
        row["y"] = engine::Answer::of(per_cent(part.number_y, kHeight));
        const std::string note(posted.get(body_map_description_name(name, part.id)));
        if (!note.empty()) row["note"] = engine::Answer::of(note);
        answer.rows.push_back(std::move(row));
    }
    return answer;
}

}  // namespace hearken::web
