#include "cli/command_line.hpp"

int main(int count, char** words) { return hearken::cli::run(count, words); }
