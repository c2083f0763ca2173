-- When each child was last seen, as the events say (the fact child-seen), and whether they are to be seen now: one row for each
-- child of a case by whose definition children are seen, and for each child who was seen in a case. A read table: `hearken rebuild`
-- fills it for cases that are older than it.
create table child_seen (
    case_id text not null, person_id text not null,
    to_be_seen integer not null,                            -- 1 while the case and this child's course in it are open
    owner_id text not null,                                 -- of the case
    seen_at text not null, seen_by text not null,           -- the latest time, alone or not; by whom it was recorded; empty: never
    alone_at text not null, alone_by text not null,
    tried_at text not null,                                 -- the latest time that an attempt failed
    primary key (case_id, person_id)
);
create index child_seen_person on child_seen(person_id);
-- Those not seen since a day are one range of it.
create index child_seen_since on child_seen(owner_id, to_be_seen, seen_at, person_id, case_id);
-- What a team manager looks at: the open cases of an organisation, whole on one index; by team; and who works in each.
create index case_file_open on case_file(owner_id, state, procedure, version, id, restricted, area, team_id, opened_at, opened_by);
create index case_file_team on case_file(team_id, state, id);
create index case_organisation_side on case_organisation(organisation_id, state, relation, case_id);
create index case_tray_of_case on case_tray(case_id, role, due_at, organisation_id, task, subject_id, occurrence);
create index case_task_waiting on case_task(organisation_id, status, case_id);
