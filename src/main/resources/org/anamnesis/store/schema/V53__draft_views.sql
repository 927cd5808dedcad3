-- A draft as its reviewer's page shows it: facts behind the citations, coverage, contradictions. Sealed.
create table draft_view (
    draft           uuid                     not null primary key references draft (id),
    sealed_view     text                     not null
);
create index draft_replaces on draft (replaces);
