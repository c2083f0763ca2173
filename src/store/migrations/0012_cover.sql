-- Who is responsible for safeguarding in a school, who covers when, who is away, and what staff do if nobody is there
-- (S.school-safeguarding-roles, S.school-dsl-availability-cover).

-- The register of posts. It says who is responsible; what somebody may open is decided by role_held alone.
-- user_id is empty for somebody without an account (a provider of advice, a governor who does not sign in); `name` then names them.
create table safeguarding_post (
    id text primary key, organisation_id text not null references organisation(id), post text not null, user_id text references user_account(id),
    name text not null, held_from text not null, held_until text, on_leadership_team integer not null, in_job_description integer not null,
    delegated_activities text not null, trained_on text, training_lapses_on text, revision integer not null
);
create index safeguarding_post_organisation on safeguarding_post(organisation_id, post, held_from);

-- The rota: who leads from when until when, on site or by telephone, and which governor is on call.
create table cover_turn (
    id text primary key, organisation_id text not null references organisation(id), service text not null, starts_at text not null, ends_at text not null,
    lead_id text not null references user_account(id), on_site integer not null, telephone text not null, governor_id text references user_account(id),
    planned_by text not null, planned_at text not null, withdrawn_at text not null default ''
);
create index cover_turn_organisation on cover_turn(organisation_id, ends_at);

-- Somebody is away. The reason is nobody's business here and is not asked. away_until empty: until they say that they are back.
create table absence (
    id text primary key, organisation_id text not null references organisation(id), user_id text not null references user_account(id), away_from text not null,
    away_until text not null, recorded_by text not null, recorded_at text not null
);
create index absence_organisation on absence(organisation_id, away_until);

-- The school's written arrangement, and what staff do if nobody is available.
create table cover_arrangement (
    organisation_id text primary key references organisation(id), arrangement text not null, fallback text not null, number_in_staff_room integer not null,
    number_in_office integer not null, published_at text not null, published_by text not null, revision integer not null
);
