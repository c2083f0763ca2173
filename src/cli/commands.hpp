// The commands, each in a file of its own. They print results on standard output, and progress and reasons on standard
// error; what the world fails at is thrown and told in one place (command_line.cpp).
#pragma once
#include <map>
#include <string>
#include <vector>

#include "cli/config.hpp"
#include "cli/exit_code.hpp"

namespace hearken::cli {

ExitCode version();

ExitCode serve(const Config& config);

struct InitOptions { bool erase_demonstration = false, yes = false; std::string partnership; };
ExitCode init(const Config& config, const InitOptions& options);

struct DemoOptions { bool if_none = false; };
ExitCode demo(const Config& config, const DemoOptions& options);

struct UserAddOptions { std::string sign_in_name, name, job_title, email; };
struct GiveRoleOptions { std::string sign_in_name, role, at, team, from, until, cover_for; };
ExitCode user_add(const Config& config, const UserAddOptions& options);
ExitCode user_list(const Config& config, const std::string& words);
ExitCode user_disable(const Config& config, const std::string& sign_in_name);
ExitCode user_password(const Config& config, const std::string& sign_in_name, bool from_standard_input);
ExitCode user_give_role(const Config& config, const GiveRoleOptions& options);

struct TokenOptions { std::string sign_in_name, role, at, name, scopes = "read"; int days = 90; };
ExitCode token_make(const Config& config, const TokenOptions& options);
ExitCode token_revoke(const Config& config, const std::string& sign_in_name, const std::string& id);
ExitCode token_list(const Config& config, const std::string& sign_in_name);

struct RosterOptions {
    std::string file, school;
    std::vector<std::string> map;   ///< "heading=column"
    bool dry_run = false, end_leavers = false;
    std::string decisions;          ///< CSV file: row, person id or "new"
};
ExitCode import_roster(const Config& config, const RosterOptions& options);

struct CinCensusOptions { std::string file, organisation, report; bool dry_run = false; };
ExitCode import_cin_census(const Config& config, const CinCensusOptions& options);

ExitCode procedures_check(const Config& config);
struct DrawOptions { std::string procedure; bool svg = false; };
ExitCode procedures_draw(const Config& config, const DrawOptions& options);
struct WalkOptions { std::string procedure; bool all = false; int seeds = 100, cores = 0, seed = 0; };  ///< cores 0: all there are; seed: that walk alone, told line by line
ExitCode procedures_walk(const Config& config, const WalkOptions& options);
struct CoverageOptions { bool json = false, totals_only = false; std::string procedure; };
ExitCode procedures_coverage(const Config& config, const CoverageOptions& options);

struct CalendarDueOptions { std::string from, within, school; bool before = false, json = false; };
ExitCode calendar_due(const Config& config, const CalendarDueOptions& options);
ExitCode calendar_import_bank_holidays(const Config& config, const std::string& file);

ExitCode rebuild(const Config& config, bool check_only);
ExitCode audit_verify(const Config& config);

}  // namespace hearken::cli
