-- The disclosure log: beside what was shared with whom on which basis, also for what purpose, with what consent, how it
-- went, and decisions not to share, which count for as much (M3.information-sharing-decision.s12, M6.information-sharing-golden-rules.s7).
alter table disclosure add column outcome text not null default 'shared';   -- shared | asked | withheld
alter table disclosure add column person_id text not null default '';       -- empty: every subject of the case
alter table disclosure add column recipient text not null default '';       -- in words: a person or post, or a body outside
alter table disclosure add column purpose text not null default '';
alter table disclosure add column consent text not null default '';
alter table disclosure add column how text not null default '';
create index disclosure_by_organisation on disclosure(organisation_id, shared_at, event_id);
-- Who has said, and when, that they know their responsibilities for confidential information (Caldicott principle 5).
create table accepted_responsibilities (user_id text not null, edition text not null, accepted_at text not null, primary key (user_id, edition));
