// The only file that sees CLI11, which is slow to compile.
#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>

#include <exception>
#include <functional>

#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/product.hpp"
#include "store/failure.hpp"

namespace hearken::cli {

namespace {

using Run = std::function<ExitCode(const Config&)>;

/// The words of the command line as they are read, and what is then to be done.
struct CommandLine {
    CLI::App app{"Hearken keeps a safeguarding partnership's records and runs its procedures.", "hearken"};
    std::string config_file;
    SettingTexts options;
    Run run;
    bool needs_config = true;

    CommandLine() {
        app.require_subcommand(1);
        app.set_help_flag("-h,--help", "Say what can be asked, and end");
        app.add_option("--config", config_file, "The file of settings (otherwise HEARKEN_CONFIG, otherwise ./hearken.yaml)")->option_text("FILE");
        app.footer("Exit codes: 0 done; 1 refused, or faults were found; 2 the command line was not understood; 3 the database,\nthe network or another program failed. docs/operating.md says more.");
        // So that --config may also stand behind the command.
        app.fallthrough();
    }

    void setting(CLI::App& command, const std::string& name, const std::string& text, const std::string& about) {
        command.add_option_function<std::string>("--" + name, [this, name](const std::string& value) { options[name] = {value, "--" + name}; }, about)->option_text(text);
    }

    CLI::App& command(CLI::App& parent, const std::string& name, const std::string& about, Run what) {
        auto& added = *parent.add_subcommand(name, about);
        added.fallthrough();
        if (what) added.final_callback([this, what] { run = what; });
        else added.require_subcommand(1);
        return added;
    }
    CLI::App& database_command(CLI::App& parent, const std::string& name, const std::string& about, Run what) {
        auto& added = command(parent, name, about, std::move(what));
        setting(added, "database", "WHERE", "sqlite:///path/to/file or postgresql://user@host/name");
        return added;
    }
};

struct Options {
    InitOptions init;
    DemoOptions demo;
    UserAddOptions user;
    GiveRoleOptions role;
    std::string words, name, token, file;
    bool from_standard_input = false, check_only = false;
    TokenOptions made;
    RosterOptions roster;
    CinCensusOptions cin_census;
    DrawOptions draw;
    WalkOptions walk;
    CoverageOptions coverage;
    CalendarDueOptions due;
};

void add_running(CommandLine& line, Options& o) {
    auto& serve_command = line.database_command(line.app, "serve", "Serve the web pages and the API until stopped", [](const Config& config) { return serve(config); });
    line.setting(serve_command, "port", "N", "The port to listen at (8080)");
    line.setting(serve_command, "address", "ADDRESS", "The network address to listen at (127.0.0.1: this machine alone)");
    serve_command.add_flag_callback("--test-clock", [&line] { line.options["test-clock"] = {"yes", "--test-clock"}; },
                                    "Let anybody on this machine set the time with PUT /test/clock; demonstrations only");

    auto& init_command = line.database_command(line.app, "init", "Prepare a database, or bring an older one to this version", [&o](const Config& config) { return init(config, o.init); });
    init_command.add_flag("--erase-demonstration", o.init.erase_demonstration, "Throw a demonstration away instead; refused for anything else");
    init_command.add_option("--partnership", o.init.partnership, "Name of the safeguarding partnership, where its administrators hold their role")->option_text("NAME");
    init_command.add_flag("--yes", o.init.yes, "Do not ask");

    auto& demo_command = line.database_command(line.app, "demo", "Make a demonstration: an invented partnership with invented people", [&o](const Config& config) { return demo(config, o.demo); });
    demo_command.add_flag("--if-none", o.demo.if_none, "Do nothing where there is one already");
}

void add_users(CommandLine& line, Options& o) {
    auto& user = line.command(line.app, "user", "People who sign in", {});
    auto& add = line.database_command(user, "add", "Add a person; prints a one-time password", [&o](const Config& config) { return user_add(config, o.user); });
    add.add_option("sign-in-name", o.user.sign_in_name, "What they type to sign in")->required();
    add.add_option("--name", o.user.name, "Their name")->required();
    add.add_option("--job-title", o.user.job_title, "Their job title");
    add.add_option("--email", o.user.email, "Where they are told that something waits");
    auto& list = line.database_command(user, "list", "List people with their roles today", [&o](const Config& config) { return user_list(config, o.words); });
    list.add_option("words", o.words, "Part of a name");
    auto& disable = line.database_command(user, "disable", "End somebody's sessions and let them sign in no more", [&o](const Config& config) { return user_disable(config, o.name); });
    disable.add_option("sign-in-name", o.name)->required();
    auto& password = line.database_command(user, "password", "Set a password: a random one, printed once, or one that is given",
                                           [&o](const Config& config) { return user_password(config, o.name, o.from_standard_input); });
    password.add_option("sign-in-name", o.name)->required();
    password.add_flag("--from-standard-input", o.from_standard_input, "Read the password from standard input");
    auto& give = line.database_command(user, "give-role", "Give somebody a role at an organisation", [&o](const Config& config) { return user_give_role(config, o.role); });
    give.add_option("sign-in-name", o.role.sign_in_name)->required();
    give.add_option("role", o.role.role, "For example dsl (procedures/vocabulary.yaml lists them)")->required();
    give.add_option("--at", o.role.at, "The organisation: URN, id or name")->required();
    give.add_option("--team", o.role.team, "A team of it");
    give.add_option("--from", o.role.from, "First day (today)")->option_text("DATE");
    give.add_option("--until", o.role.until, "Last day")->option_text("DATE");
    give.add_option("--cover-for", o.role.cover_for, "Sign-in name of the person stood in for");

    auto& token = line.command(line.app, "token", "Tokens for programs that use the API", {});
    auto& make = line.database_command(token, "make", "Make a token that acts as somebody in one of their roles; prints it once", [&o](const Config& config) { return token_make(config, o.made); });
    make.add_option("sign-in-name", o.made.sign_in_name)->required();
    make.add_option("--role", o.made.role, "Which of their roles (the first)");
    make.add_option("--at", o.made.at, "At which organisation");
    make.add_option("--name", o.made.name, "What the token is for")->required();
    make.add_option("--scopes", o.made.scopes, "read, act, people, admin: one or several (read)");
    make.add_option("--days", o.made.days, "How long it is good for (90; at most 365)");
    auto& tokens = line.database_command(token, "list", "List somebody's tokens", [&o](const Config& config) { return token_list(config, o.name); });
    tokens.add_option("sign-in-name", o.name)->required();
    auto& revoke = line.database_command(token, "revoke", "Revoke a token", [&o](const Config& config) { return token_revoke(config, o.name, o.token); });
    revoke.add_option("sign-in-name", o.name)->required();
    revoke.add_option("token", o.token, "Its id, from `hearken token list`")->required();
}

void add_import(CommandLine& line, Options& o) {
    auto& import = line.command(line.app, "import", "Take in what other systems hold", {});
    auto& roster = line.database_command(import, "roster", "Take in a school's roll from CSV; the same file twice changes nothing", [&o](const Config& config) { return import_roster(config, o.roster); });
    roster.add_option("file", o.roster.file, "The CSV file; - for standard input")->required();
    roster.add_option("--school", o.roster.school, "The school's URN")->required()->option_text("URN");
    roster.add_option("--map", o.roster.map, "A heading and what it holds, for example \"Legal surname=surname\" or \"Notes=ignore\"; may be repeated")->option_text("HEADING=COLUMN");
    roster.add_flag("--dry-run", o.roster.dry_run, "Say what would change, and change nothing");
    roster.add_option("--decisions", o.roster.decisions, "CSV of row,person for rows that may be children already held; person is an id or \"new\"")->option_text("FILE");
    roster.add_flag("--end-leavers", o.roster.end_leavers, "End the registration of pupils who are in no row");
    auto& census = line.database_command(import, "cin-census", "Bring a children in need census return of an earlier system into cases; the same file twice changes nothing", [&o](const Config& config) { return import_cin_census(config, o.cin_census); });
    census.add_option("file", o.cin_census.file, "The XML file; - for standard input")->required();
    census.add_option("--organisation", o.cin_census.organisation, "Children's social care of the authority whose return it is: name or id")->required()->option_text("NAME");
    census.add_flag("--dry-run", o.cin_census.dry_run, "Try everything, say every value in doubt, and change nothing");
    census.add_option("--report", o.cin_census.report, "Write every value in doubt to this CSV file")->option_text("FILE");
}

void add_procedures(CommandLine& line, Options& o) {
    auto& procedures = line.command(line.app, "procedures", "The procedures that cases follow", {});
    line.setting(procedures, "procedures", "FOLDER", "The folder of the definitions");
    line.command(procedures, "check", "Say every fault of every definition, with file and line", [](const Config& config) { return procedures_check(config); });
    auto& draw = line.command(procedures, "draw", "Draw a procedure, as Graphviz text or SVG", [&o](const Config& config) { return procedures_draw(config, o.draw); });
    draw.add_option("procedure", o.draw.procedure)->required();
    draw.add_flag("--svg", o.draw.svg, "SVG, made by Graphviz's `dot`");
    auto& walk = line.command(procedures, "walk", "Walk a procedure with seeded random users to its ends; says every state with no way forward", [&o](const Config& config) { return procedures_walk(config, o.walk); });
    walk.add_option("procedure", o.walk.procedure, "Which one");
    walk.add_flag("--all", o.walk.all, "Every procedure that cases follow");
    walk.add_option("--seeds", o.walk.seeds, "How many walks of each (100)")->check(CLI::Range(1, 1000000));
    walk.add_option("--seed", o.walk.seed, "Walk with this seed alone, and tell every act")->check(CLI::Range(1, 1000000));
    walk.add_option("--cores", o.walk.cores, "How many walk at a time (as many as there are cores); what is found is the same")->check(CLI::Range(1, 1024));
    auto& coverage = line.command(procedures, "coverage", "Say where each duty lives: enforced, timed, recorded, attested, shown or uncovered", [&o](const Config& config) { return procedures_coverage(config, o.coverage); });
    coverage.add_flag("--json", o.coverage.json, "As JSON");
    coverage.add_flag("--totals", o.coverage.totals_only, "The counts alone");
    coverage.add_option("--procedure", o.coverage.procedure, "One procedure of duties.csv, for example M1.initial-referral");
}

void add_calendar(CommandLine& line, Options& o) {
    auto& calendar = line.command(line.app, "calendar", "Working days, school days and bank holidays", {});
    auto& due = line.database_command(calendar, "due", "Say when something is due, and which days were skipped", [&o](const Config& config) { return calendar_due(config, o.due); });
    due.add_option("--from", o.due.from, "What it is counted from: 2026-04-02T16:50, or a date")->required()->option_text("TIME");
    due.add_option("--within", o.due.within, "\"1 working day\", \"24 hours\", \"5 school days\", \"6 weeks\" …")->required()->option_text("PERIOD");
    due.add_flag("--before", o.due.before, "Count back from an event instead");
    due.add_flag("--json", o.due.json, "As JSON");
    due.add_option("--school", o.due.school, "Count school days by this school's terms")->option_text("URN");
    auto& import = line.database_command(calendar, "import-bank-holidays", "Take in the list that GOV.UK publishes", [&o](const Config& config) { return calendar_import_bank_holidays(config, o.file); });
    import.add_option("file", o.file, "The JSON file; - for standard input")->required();
}

void add_keeping(CommandLine& line, Options& o) {
    auto& rebuild_command = line.database_command(line.app, "rebuild", "Recreate the tables that are read from the events", [&o](const Config& config) { return rebuild(config, o.check_only); });
    rebuild_command.add_flag("--check", o.check_only, "Only say whether they are equal");
    auto& audit = line.command(line.app, "audit", "The record of who read and did what", {});
    line.database_command(audit, "verify", "Find whatever was changed, removed, reordered or added behind Hearken's back", [](const Config& config) { return audit_verify(config); });
    auto& version_command = line.command(line.app, "version", "Say which version this is", [](const Config&) { return version(); });
    version_command.final_callback([&line] {
        line.run = [](const Config&) { return version(); };
        line.needs_config = false;
    });
}

ExitCode run_command(const CommandLine& line, const std::string& program) {
    if (!line.needs_config) return line.run({});
    const auto config = read_config(line.config_file, line.options, program);
    if (!config) {
        tell("The settings cannot be used:");
        return tell_refusal(config.error());
    }
    return line.run(*config);
}

std::string this_program(const char* as_called) {
    std::error_code error;
    const auto path = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? std::string(as_called) : path.string();
}

}  // namespace

int run(int count, char** words) {
    CommandLine line;
    Options options;
    add_running(line, options);
    add_users(line, options);
    add_import(line, options);
    add_procedures(line, options);
    add_calendar(line, options);
    add_keeping(line, options);
    try {
        line.app.parse(count, words);
    } catch (const CLI::ParseError& fault) {
        // Help is an answer; anything else was not understood.
        return line.app.exit(fault) == 0 ? static_cast<int>(ExitCode::Ok) : static_cast<int>(ExitCode::Usage);
    }
    try {
        return static_cast<int>(run_command(line, this_program(words[0])));
    } catch (const store::DatabaseUnavailable& failure) {
        tell(std::string("hearken: the database cannot be used: ") + failure.what());
    } catch (const store::DatabaseDamaged& failure) {
        tell(std::string("hearken: the database is damaged: ") + failure.what() + ". Keep the file as it is and go back to the latest good copy.");
    } catch (const std::exception& failure) {
        tell(std::string("hearken: ") + failure.what());
    }
    return static_cast<int>(ExitCode::WorldFailed);
}

}  // namespace hearken::cli
