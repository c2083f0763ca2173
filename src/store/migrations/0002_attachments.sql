-- Files on records (store/attachments.hpp). case_id is '' from the upload until what was sent with it has become part of a
-- case. The content lies in parts, as base64 text: both databases hold text alike, and no file is ever one huge value.
create table attachment (
    id text primary key, case_id text not null default '', uploaded_by text not null, uploaded_at text not null, file_name text not null,
    content_type text not null, size integer not null, sha256 text not null
);
create index attachment_case on attachment(case_id, uploaded_at);
create index attachment_uploaded_by on attachment(uploaded_by, uploaded_at);
create table attachment_part (attachment_id text not null references attachment(id), number integer not null, content text not null, primary key (attachment_id, number));
