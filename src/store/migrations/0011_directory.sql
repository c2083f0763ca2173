-- Whom to ring (store/directory.hpp). Lists of codes are words between spaces; an empty list means all. An entry is retired,
-- never deleted, so that what was shown on a day can still be told.
create table directory_entry (
    id text primary key, kind text not null, organisation_id text not null default '', name text not null, what_for text not null default '',
    areas text not null default '', worries text not null default '', age_from integer not null default -1, age_to integer not null default -1,
    phone text not null default '', mailbox text not null default '', web text not null default '', hours text not null default '',
    preference integer not null default 50, is_public integer not null default 0, checked_on text not null default '', checked_by text not null default '',
    retired_at text not null default '', revision integer not null default 1
);
create index directory_entry_organisation on directory_entry(organisation_id);
-- What a visitor has typed so far (store/visitor_drafts.hpp), sealed with a key that only their browser holds.
create table visitor_draft (key_digest text primary key, body text not null, updated_at text not null, expires_at text not null);
create index visitor_draft_expires on visitor_draft(expires_at);
-- The references given to members of the public, so that a contact officer finds the report that a caller speaks of.
create table public_reference (reference text primary key, case_id text not null, given_at text not null);
