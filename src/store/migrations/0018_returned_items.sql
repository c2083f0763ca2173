-- What has been brought in from statutory returns made elsewhere, so that the same return, or the next one, is known again.
-- One row for each child (episode and item empty), each episode (item empty) and each dated item in the chronology.
create table returned_item (
    organisation_id text not null references organisation(id),  -- whose return it is
    child_number text not null,                                 -- the authority's own number of the child
    episode text not null default '',                           -- the day of the referral as written, and which of that day
    item text not null default '',                              -- place and name in the episode
    digest text not null,                                       -- of what was written, to see whether a later return differs
    person_id text not null references person(id), case_id text not null default '', life_event_id text not null default '',
    brought_in_at text not null,
    primary key (organisation_id, child_number, episode, item)
);
create index returned_item_case on returned_item(case_id);
