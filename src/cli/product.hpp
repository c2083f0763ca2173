// What this program is called and which version it is; the version is CMakeLists.txt's.
#pragma once

namespace hearken::cli {

inline constexpr char kVersion[] = HEARKEN_VERSION;

}  // namespace hearken::cli
