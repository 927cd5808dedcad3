-- For whom a draft was made, so that a page lists a user's own drafts and nobody else's. Older views are nobody's.
alter table draft_view add column shown_to varchar(200);
-- What persons are called, as their EHR said it when they last opened a chart. Sealed: staff are persons too.
create table person_name (
    ehr             varchar(40)              not null,
    reference       varchar(200)             not null,
    sealed_name     text                     not null,
    told_at         timestamp with time zone not null,
    primary key (ehr, reference)
);
