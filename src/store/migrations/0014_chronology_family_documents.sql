-- ---------------------------------------------------------------- chronology: what people enter by hand, and what they add
-- Entered by hand or brought in from an older record; belongs to the organisation that entered it. occurred_at orders it among
-- the events of cases; happened_on is the day as told, and exactness how exactly it is known (day | about | month | year).
-- Never changed: a correction is a new event that replaces the old one, which stays.
create table life_event (
    id text primary key, person_id text not null references person(id), organisation_id text not null, entered_by text not null,
    occurred_at text not null, happened_on text not null, until_on text not null default '', exactness text not null, category text not null,
    what text not null, impact text not null default '', significant integer not null, source text not null default '',
    origin text not null, recorded_at text not null, replaces text not null default '', replaced_by text not null default '', replaced_why text not null default ''
);
create index life_event_person on life_event(person_id, occurred_at, id);
-- What it meant for the child, added beside an event of a case or of this table.
create table chronology_impact (
    id text primary key, entry_id text not null, person_id text not null, organisation_id text not null, user_id text not null, impact text not null, recorded_at text not null
);
create index chronology_impact_entry on chronology_impact(entry_id, recorded_at);
create index chronology_impact_person on chronology_impact(person_id);
-- An organisation lets another read entries of its own about a child: exactly those listed, until it ends the sharing.
create table chronology_share (
    id text primary key, person_id text not null references person(id), organisation_id text not null, shared_with text not null, basis text not null,
    why text not null, shared_by text not null, shared_at text not null, ended_at text not null default '', ended_by text not null default '', ended_why text not null default ''
);
create index chronology_share_person on chronology_share(person_id, shared_with);
create table chronology_shared (share_id text not null references chronology_share(id), entry_id text not null, primary key (share_id, entry_id));
create index chronology_shared_entry on chronology_shared(entry_id);

-- ---------------------------------------------------------------- documents made for somebody
-- What was made, for whom and of which state of the record; the digest of the file, never the file.
create table made_document (
    id text primary key, kind text not null, case_id text not null default '', person_id text not null default '', title text not null, version text not null default '',
    revision integer not null, made_for text not null, made_for_organisation text not null, purpose text not null, withheld integer not null, digest text not null,
    made_by text not null, organisation_id text not null, made_at text not null
);
create index made_document_case on made_document(case_id, made_at);
create index made_document_person on made_document(person_id, made_at);

-- ---------------------------------------------------------------- two records of one person
-- Joined, never merged: each record stays whole, so that the joining can be undone.
create table joined_record (
    id text primary key, first_id text not null references person(id), second_id text not null references person(id), reason text not null, joined_by text not null,
    joined_at text not null, parted_by text not null default '', parted_at text not null default '', parted_reason text not null default ''
);
create index joined_record_first on joined_record(first_id);
create index joined_record_second on joined_record(second_id);
