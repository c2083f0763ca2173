-- A link is looked up from either case: what a task shows of the cases it sent for, and what those say of where they came from.
create index case_link_linked on case_link(linked_id);
