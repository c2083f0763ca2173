#include "web/components/body_parts.hpp"

#include <algorithm>

namespace hearken::web {
namespace {

// Shapes that front and back share.
constexpr Literal kScalp = "<path d=\"M83 42C81 10 139 10 137 42Z\"/>";
constexpr Literal kHalfFace = "<path d=\"M83 42H110V78C94 78 84 64 83 42Z\"/>";
constexpr Literal kMouth = "<ellipse cx=\"110\" cy=\"68\" rx=\"12\" ry=\"7\"/>";
constexpr Literal kEar = "<ellipse cx=\"78\" cy=\"48\" rx=\"6\" ry=\"9\"/>";
constexpr Literal kBackOfHead = "<path d=\"M83 42H137C136 64 126 78 110 78S84 64 83 42Z\"/>";
constexpr Literal kNeck = "<path d=\"M99 77H121V96H99Z\"/>";
constexpr Literal kShoulder = "<path d=\"M99 92L72 99Q62 102 61 122L86 118L90 97Z\"/>";
constexpr Literal kChest = "<path d=\"M90 96H130L134 118L132 152H88L86 118Z\"/>";
constexpr Literal kTrunk = "<path d=\"M88 152H132L134 198H86Z\"/>";
constexpr Literal kPelvis = "<path d=\"M86 198H134L136 216L110 232L84 216Z\"/>";
constexpr Literal kUpperArm = "<path d=\"M61 122L86 118L78 164L56 162Z\"/>";
constexpr Literal kForearm = "<path d=\"M56 162L78 164L66 214L49 210Z\"/>";
constexpr Literal kHand = "<path d=\"M49 210L66 214L64 232Q58 244 47 238Q40 228 49 210Z\"/>";
constexpr Literal kThigh = "<path d=\"M84 216L110 232L107 296H86Z\"/>";
constexpr Literal kKnee = "<path d=\"M86 296H107L106 320H87Z\"/>";
constexpr Literal kLowerLeg = "<path d=\"M87 320H106L103 388H90Z\"/>";
constexpr Literal kFoot = "<path d=\"M90 388H103L104 404Q100 412 78 410Q76 402 90 396Z\"/>";

using enum BodySide;

// On the front the viewer's left is the child's right; on the back the two are the same.
constexpr BodyPart kParts[] = {
    {"front-forehead", "Top of head and forehead", Front, 1, kScalp, false, 110, 35},
    {"front-face-right", "Right side of face and eye", Front, 2, kHalfFace, false, 96, 57},
    {"front-face-left", "Left side of face and eye", Front, 3, kHalfFace, true, 124, 57},
    {"front-mouth", "Mouth and chin", Front, 4, kMouth, false, 110, 71},
    {"front-ear-right", "Right ear", Front, 5, kEar, false, 78, 51},
    {"front-ear-left", "Left ear", Front, 6, kEar, true, 142, 51},
    {"front-neck", "Front of neck and throat", Front, 7, kNeck, false, 110, 90},
    {"front-shoulder-right", "Right shoulder", Front, 8, kShoulder, false, 78, 111},
    {"front-shoulder-left", "Left shoulder", Front, 9, kShoulder, true, 142, 111},
    {"front-chest", "Chest", Front, 10, kChest, false, 110, 128},
    {"front-abdomen", "Abdomen", Front, 11, kTrunk, false, 110, 178},
    {"front-genital", "Genital area and groin", Front, 12, kPelvis, false, 110, 215},
    {"front-upper-arm-right", "Right upper arm", Front, 13, kUpperArm, false, 70, 144},
    {"front-upper-arm-left", "Left upper arm", Front, 14, kUpperArm, true, 150, 144},
    {"front-forearm-right", "Right forearm and wrist", Front, 15, kForearm, false, 62, 190},
    {"front-forearm-left", "Left forearm and wrist", Front, 16, kForearm, true, 158, 190},
    {"front-hand-right", "Right hand (palm)", Front, 17, kHand, false, 56, 228},
    {"front-hand-left", "Left hand (palm)", Front, 18, kHand, true, 164, 228},
    {"front-thigh-right", "Right thigh", Front, 19, kThigh, false, 96, 264},
    {"front-thigh-left", "Left thigh", Front, 20, kThigh, true, 124, 264},
    {"front-knee-right", "Right knee", Front, 21, kKnee, false, 96, 311},
    {"front-knee-left", "Left knee", Front, 22, kKnee, true, 124, 311},
    {"front-shin-right", "Right shin", Front, 23, kLowerLeg, false, 97, 354},
    {"front-shin-left", "Left shin", Front, 24, kLowerLeg, true, 123, 354},
    {"front-foot-right", "Top of right foot", Front, 25, kFoot, false, 94, 406},
    {"front-foot-left", "Top of left foot", Front, 26, kFoot, true, 126, 406},
    {"back-scalp", "Top of head, from behind", Back, 27, kScalp, false, 110, 35},
    {"back-head", "Back of head", Back, 28, kBackOfHead, false, 110, 60},
    {"back-ear-left", "Behind left ear", Back, 29, kEar, false, 78, 51},
    {"back-ear-right", "Behind right ear", Back, 30, kEar, true, 142, 51},
    {"back-neck", "Back of neck", Back, 31, kNeck, false, 110, 90},
    {"back-shoulder-left", "Left shoulder, from behind", Back, 32, kShoulder, false, 78, 111},
    {"back-shoulder-right", "Right shoulder, from behind", Back, 33, kShoulder, true, 142, 111},
    {"back-upper", "Upper back", Back, 34, kChest, false, 110, 128},
    {"back-lower", "Lower back", Back, 35, kTrunk, false, 110, 178},
    {"back-buttocks", "Buttocks", Back, 36, kPelvis, false, 110, 215},
    {"back-upper-arm-left", "Back of left upper arm", Back, 37, kUpperArm, false, 70, 144},
    {"back-upper-arm-right", "Back of right upper arm", Back, 38, kUpperArm, true, 150, 144},
    {"back-forearm-left", "Left elbow and back of forearm", Back, 39, kForearm, false, 62, 190},
    {"back-forearm-right", "Right elbow and back of forearm", Back, 40, kForearm, true, 158, 190},
    {"back-hand-left", "Back of left hand", Back, 41, kHand, false, 56, 228},
    {"back-hand-right", "Back of right hand", Back, 42, kHand, true, 164, 228},
    {"back-thigh-left", "Back of left thigh", Back, 43, kThigh, false, 96, 264},
    {"back-thigh-right", "Back of right thigh", Back, 44, kThigh, true, 124, 264},
    {"back-knee-left", "Back of left knee", Back, 45, kKnee, false, 96, 311},
    {"back-knee-right", "Back of right knee", Back, 46, kKnee, true, 124, 311},
    {"back-calf-left", "Left calf", Back, 47, kLowerLeg, false, 97, 354},
    {"back-calf-right", "Right calf", Back, 48, kLowerLeg, true, 123, 354},
    {"back-foot-left", "Left heel and sole", Back, 49, kFoot, false, 94, 406},
    {"back-foot-right", "Right heel and sole", Back, 50, kFoot, true, 126, 406},
};

}  // namespace

std::span<const BodyPart> body_parts() { return kParts; }

std::string_view body_part_label(std::string_view id) {
    const auto found = std::ranges::find(kParts, id, &BodyPart::id);
    return found == std::end(kParts) ? std::string_view() : found->label;
}

}  // namespace hearken::web
