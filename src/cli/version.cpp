// hearken version.
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/product.hpp"

namespace hearken::cli {

ExitCode version() {
    say(std::string("hearken ") + kVersion);
    return ExitCode::Ok;
}

}  // namespace hearken::cli
