-- One SQL text for SQLite and PostgreSQL. Identifiers are text (core/id_source.hpp), times are ISO text in UTC
-- ("2026-11-22T07:10:00Z": sorts in time order), dates "2026-04-02", yes/no 0 or 1, payloads JSON text.
-- A statement ends with ";" at the end of a line: the migrator runs them one by one.

-- ---------------------------------------------------------------- organisations, teams, users, roles
create table organisation (
    id text primary key, kind text not null, name text not null, urn text, parent_id text references organisation(id),
    area text not null default '', telephone text not null default '', address text not null default '',
    invented integer not null default 0, closed_on text, revision integer not null default 1
);
create unique index organisation_urn on organisation(urn);
create index organisation_kind on organisation(kind, name);

create table team (
    id text primary key, organisation_id text not null references organisation(id), name text not null,
    service text not null default '', revision integer not null default 1
);
create index team_organisation on team(organisation_id);

create table user_account (
    id text primary key, sign_in_name text not null unique, display_name text not null, job_title text not null default '',
    email text not null default '', telephone text not null default '', password_hash text not null default '',
    password_changed_at text, totp_secret text not null default '', totp_last_step integer not null default 0,
    state text not null default 'active', created_at text not null, revision integer not null default 1
);
create table recovery_code (
    user_id text not null references user_account(id), code_hash text not null, used_at text, primary key (user_id, code_hash)
);

-- A role held at an organisation, from-until. cover_for: this holding stands in for that one (deputy, out of hours).
create table role_held (
    id text primary key, user_id text not null references user_account(id), role text not null,
    organisation_id text not null references organisation(id), team_id text references team(id),
    held_from text not null, held_until text, cover_for text references role_held(id), given_by text, revision integer not null default 1
);
create index role_held_user on role_held(user_id);
create index role_held_organisation on role_held(organisation_id, role);

-- ---------------------------------------------------------------- signing in
create table session (
    token_digest text primary key, user_id text not null references user_account(id), role_held_id text,
    csrf_token text not null, state text not null, created_at text not null, last_seen_at text not null,
    expires_at text not null, address_digest text not null default '', device text not null default ''
);
create index session_by_user on session(user_id);
create table sign_in_attempt (bucket text primary key, failures integer not null, blocked_until text, last_failed_at text not null);
create table api_token (
    id text primary key, token_digest text not null unique, user_id text not null references user_account(id),
    role_held_id text not null references role_held(id), name text not null, scopes text not null, created_at text not null,
    expires_at text not null, last_used_at text, revoked_at text
);
create table idempotency_key (
    user_id text not null, key text not null, request_digest text not null, status integer not null, response text not null,
    created_at text not null, primary key (user_id, key)
);
-- What somebody was typing. Belongs to one person and one form of one thing (form_key, e.g. "case/ID/task/ID/child/ID").
create table draft (
    id text primary key, user_id text not null references user_account(id), form_key text not null, body text not null,
    based_on_revision integer, updated_at text not null
);
create unique index draft_of on draft(user_id, form_key);

-- ---------------------------------------------------------------- people
create table person (
    id text primary key, kind text not null, display_name text not null, list_name text not null,
    birth_certainty text not null, birth_date text, birth_order integer, died text, sex text not null, gender text not null,
    ethnicity text not null, first_language text not null, interpreter_needed text not null, communication_needs text not null,
    religion text not null, disabilities text not null, disability_note text not null,
    created_at text not null, created_by text not null, created_at_organisation text not null, updated_at text not null,
    revision integer not null default 1
);
create index person_birth_date on person(birth_date);
create index person_list_name on person(list_name);
create table person_name (
    person_id text not null references person(id), number integer not null, kind text not null, given text not null, middle text not null,
    surname text not null, surname_first integer not null, valid_from text, valid_until text, primary key (person_id, number)
);
create table person_identifier (
    person_id text not null references person(id), kind text not null, value text not null, issuer text not null default '',
    valid_from text, valid_until text, primary key (person_id, kind, value, issuer)
);
create index person_identifier_value on person_identifier(kind, value);
-- Search and matching keys: people/name_search.hpp and people/matching.hpp say what they are.
create table person_key (key text not null, person_id text not null references person(id), primary key (key, person_id));
create index person_key_person on person_key(person_id);
create table not_the_same (first_id text not null, second_id text not null, decided_by text not null, decided_at text not null, reason text not null,
    primary key (first_id, second_id));
create index not_the_same_second on not_the_same(second_id);

-- A protected address (refuge, confidential placement) is a property of the address, wherever it is shown.
create table address (
    id text primary key, lines text not null, postcode text not null default '', uprn text not null default '',
    protection text not null default 'none', protection_reason text not null default '', revision integer not null default 1
);
create table address_reader (
    address_id text not null references address(id), reader_kind text not null, reader_id text not null, primary key (address_id, reader_kind, reader_id)
);
create table person_address (
    person_id text not null references person(id), address_id text not null references address(id), address_use text not null,
    valid_from text not null default '', valid_until text, primary key (person_id, address_id, address_use, valid_from)
);
create index person_address_address on person_address(address_id);
-- "person is the <kind> of of_id", as people/relationship.hpp reads it.
create table relationship (
    person_id text not null references person(id), kind text not null, of_id text not null references person(id),
    valid_from text not null default '', valid_until text, note text not null default '', primary key (person_id, of_id, kind, valid_from)
);
create index relationship_of on relationship(of_id);
create table parental_responsibility (
    child_id text not null references person(id), holder_id text not null default '', authority_id text not null default '', held text not null,
    basis text not null, evidence text not null, shared integer not null, valid_from text not null default '', valid_until text,
    primary key (child_id, holder_id, authority_id, valid_from)
);
create table household (id text primary key, address_id text references address(id));
create table household_member (
    household_id text not null references household(id), person_id text not null references person(id), valid_from text not null default '', valid_until text,
    primary key (household_id, person_id, valid_from)
);
create index household_member_person on household_member(person_id);
-- This person is on roll at, or known to, this organisation.
create table registration (
    person_id text not null references person(id), organisation_id text not null references organisation(id), kind text not null,
    local_id text not null default '', year_group text not null default '', form text not null default '', valid_from text not null default '',
    valid_until text, primary key (person_id, organisation_id, kind, valid_from)
);
create index registration_organisation on registration(organisation_id, kind, person_id);
create index registration_local_id on registration(organisation_id, local_id);
-- Every change to a person, address or relationship, oldest first; nothing is overwritten without its old value here.
create table person_change (
    id text primary key, person_id text not null, changed_at text not null, changed_by text not null, organisation_id text not null,
    what text not null, before_json text not null, after_json text not null, reason text not null default ''
);
create index person_change_person on person_change(person_id, changed_at);

-- ---------------------------------------------------------------- case events: the truth
-- hash = SHA-256 over (case, sequence, event id, kind, occurred, recorded, actor, payload_digest, previous hash), each with its
-- length before it (store/chain.hpp); payload_digest = SHA-256 over (salt, payload). What was said can be lawfully destroyed and
-- the chain still verifies: the payload is then what remains, its digest stands in erasure and in the audit line of the act.
create table case_event (
    case_id text not null, sequence integer not null, id text not null unique, kind text not null, occurred_at text not null,
    recorded_at text not null, user_id text not null, organisation_id text not null, role text not null, on_behalf_of text not null,
    payload_digest text not null, previous_hash text not null, hash text not null, primary key (case_id, sequence)
);
create table event_payload (event_id text primary key, salt text not null, payload text not null);
create table erasure (
    event_id text primary key, case_id text not null, erased_at text not null, erased_by text not null, lawful_reason text not null,
    remaining_digest text not null
);
create index erasure_case on erasure(case_id);
-- The newest hash of each case, so that removing the last events shows.
create table case_head (case_id text primary key, sequence integer not null, hash text not null);

-- ---------------------------------------------------------------- read tables: recreated from the events by `rebuild`
create table case_file (
    id text primary key, procedure text not null, version text not null, title text not null, owner_id text not null,
    team_id text not null, stages text not null, state text not null, outcome text not null, restricted integer not null,
    opened_at text not null, received_at text not null, closed_at text not null, opened_by text not null, area text not null, last_sequence integer not null
);
create index case_file_opened_by on case_file(opened_by, opened_at, id);
create table case_subject (
    case_id text not null, person_id text not null, kind text not null, part text not null, joined_at text not null, outcome text not null,
    primary key (case_id, person_id)
);
create index case_subject_person on case_subject(person_id);
-- Every organisation with a relation to the case, the owner too. state and opened_at are the case's: a list of a county's
-- cases is read off one index, page by page.
create table case_organisation (
    case_id text not null, relation text not null, organisation_id text not null, state text not null, opened_at text not null,
    primary key (case_id, relation, organisation_id)
);
create index case_organisation_newest on case_organisation(organisation_id, opened_at, case_id);
create index case_organisation_by_state on case_organisation(organisation_id, state, opened_at, case_id);
-- who: a user or a person id. A row named "named-reader" opens a restricted case; "excluded" denies whatever else allows.
create table case_involvement (case_id text not null, involvement text not null, who text not null, since text not null, primary key (case_id, involvement, who));
create index case_involvement_who on case_involvement(who, involvement);
-- work_order: "0" urgent or "1", then when it is due ("9999" without a clock), so that work sorts as text, most urgent first.
create table case_task (
    case_id text not null, task text not null, subject_id text not null, occurrence integer not null, title text not null,
    roles text not null, relation text not null, organisation_id text not null, status text not null, assigned_to text not null, urgent integer not null,
    opened_at text not null, done_at text not null, recorded_at text not null, done_by text not null,
    due_at text not null, amber_at text not null, due_strength text not null, outcome text not null, work_order text not null,
    primary key (case_id, task, subject_id, occurrence)
);
-- Work that waits, by whose it is: one row for each role that may do an unassigned task ("" holder), one for the user it
-- is assigned to, one for the organisation as a whole (role "*"). My work is read off this index, page by page.
create table case_tray (
    case_id text not null, task text not null, subject_id text not null, occurrence integer not null, role text not null, holder text not null,
    organisation_id text not null, work_order text not null, due_at text not null,
    primary key (case_id, task, subject_id, occurrence, role, holder)
);
create index case_tray_role on case_tray(organisation_id, role, work_order, case_id, task, subject_id, occurrence);
create index case_tray_holder on case_tray(holder, work_order, case_id, task, subject_id, occurrence);
create index case_tray_due on case_tray(organisation_id, role, due_at);
create table case_clock (
    case_id text not null, task text not null, subject_id text not null default '', occurrence integer not null, clock text not null, strength text not null,
    counted_from text not null, counted_what text not null, period text not null, due_at text not null, original_due_at text not null, amber_at text not null,
    reminder_at text not null, estimated integer not null, urgency integer not null, outside integer not null, explanation text not null, met_at text not null,
    primary key (case_id, task, subject_id, occurrence, clock)
);
create table chronology_entry (
    event_id text primary key, case_id text not null, person_id text not null, occurred_at text not null, recorded_at text not null, significant integer not null,
    kind text not null, text text not null, source text not null, organisation_id text not null, user_id text not null
);
create index chronology_case on chronology_entry(case_id, occurred_at, event_id);
create table disclosure (
    event_id text primary key, case_id text not null, shared_with text not null, version text not null, what text not null, basis text not null,
    why text not null, shared_at text not null, shared_by text not null, organisation_id text not null
);
create index disclosure_case on disclosure(case_id);
create table prohibition_in_force (case_id text not null, prohibition text not null, person_id text not null, since text not null, primary key (case_id, prohibition, person_id));
create index prohibition_person on prohibition_in_force(person_id);
create table flag_in_force (case_id text not null, flag text not null, person_id text not null, since text not null, until_date text not null, primary key (case_id, flag, person_id));
create index flag_person on flag_in_force(person_id);
create table case_link (case_id text not null, linked_id text not null, kind text not null, primary key (case_id, linked_id, kind));

-- ---------------------------------------------------------------- notices and background work
create table notice (
    id text primary key, event_id text not null, case_id text not null, notice text not null, text text not null, organisation_id text not null default '',
    role text not null default '', user_id text not null default '', person_id text not null default '', created_at text not null,
    read_at text, read_by text not null default '', silenced_by text not null default '', escalated_at text
);
create index notice_user on notice(user_id, read_at);
create index notice_role on notice(organisation_id, role, read_at);
create index notice_case on notice(case_id);
-- Work for any server process: claimed until a time, so that two servers never do it twice.
create table job (
    id text primary key, kind text not null, subject text not null, run_at text not null, unique_key text not null unique, claimed_by text not null default '',
    claimed_until text not null default '', attempts integer not null default 0, done_at text not null default '', last_error text not null default ''
);
create index job_waiting on job(done_at, run_at);

-- ---------------------------------------------------------------- audit: every read of a child's record, every change, every refusal
create table audit_line (
    sequence integer primary key, at text not null, user_id text not null, role text not null, organisation_id text not null, session_ref text not null,
    action text not null, outcome text not null, case_id text not null default '', detail text not null default '', reasons text not null default '',
    request_id text not null default '', previous_hash text not null, hash text not null
);
create index audit_user on audit_line(user_id, sequence);
create index audit_case on audit_line(case_id, sequence);
create table audit_person (sequence integer not null, person_id text not null, primary key (person_id, sequence));
create index audit_person_sequence on audit_person(sequence, person_id);
create table audit_head (one integer primary key, sequence integer not null, hash text not null);
insert into audit_head (one, sequence, hash) values (1, 0, '');

-- ---------------------------------------------------------------- calendars and settings
create table school_term (organisation_id text not null references organisation(id), name text not null, starts text not null, ends text not null, primary key (organisation_id, starts));
create table school_closure (organisation_id text not null references organisation(id), starts text not null, ends text not null, reason text not null, primary key (organisation_id, starts, ends));
create table bank_holiday (holiday text primary key, name text not null, substitute integer not null, added_at text not null);
create table service_hours (service text not null, organisation_id text not null default '', hours text not null, primary key (service, organisation_id));
create table setting_value (organisation_id text not null, setting text not null, value text not null, set_by text not null, set_at text not null, reason text not null,
    primary key (organisation_id, setting));
-- A definition in use: running cases keep the version they started with, even when the files move on.
create table definition_version (procedure text not null, version text not null, source text not null, loaded_at text not null, primary key (procedure, version));
create table installation (name text primary key, value text not null);
