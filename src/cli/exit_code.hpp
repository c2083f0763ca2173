// What the command tells the shell. Documented in docs/operating.md, "Exit codes".
#pragma once

namespace hearken::cli {

enum class ExitCode {
    Ok = 0,
    Refused = 1,      ///< it was understood and not done, or faults were found: the message says which and what to do
    Usage = 2,        ///< the command line was not understood
    WorldFailed = 3,  ///< database, network, disk or another program
};

}  // namespace hearken::cli
