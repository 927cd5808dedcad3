-- A reviewer's edits, one row each, added and never changed. The drafted text stays as it was, beside the text they come to.
create table draft_edit (
    draft           uuid                     not null references draft (id),
    number          integer                  not null,
    made_at         timestamp with time zone not null,
    made_by         varchar(200)             not null,
    sealed_edit     text                     not null,
    primary key (draft, number)
);
alter table draft add column sealed_edited text;
-- The filed document that this one is to take the place of, and why a draft ended without being filed.
alter table draft add column replaces uuid;
alter table draft add column end_reason varchar(80);
alter table draft add column ended_by varchar(200);
alter table draft add column ended_at timestamp with time zone;
