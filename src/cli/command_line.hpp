// The `hearken` command: what can be asked of it, and what each way of ending tells the shell.
#pragma once

namespace hearken::cli {

int run(int count, char** words);

}  // namespace hearken::cli
