-- What each draft came from, to find it again once a model, instructions or a source turn out to be wrong. Ids and names only.
create table draft_origin (
    draft           uuid                     not null primary key references draft (id),
    model           varchar(200),
    prompt_version  varchar(100),
    prompt_hash     varchar(64)
);
create index draft_origin_by_model on draft_origin (model);
create index draft_origin_by_prompt on draft_origin (prompt_version);
create table draft_source (
    id              uuid                     not null primary key,
    draft           uuid                     not null references draft (id),
    source          varchar(140)             not null,
    version         varchar(64)
);
create index draft_source_by_source on draft_source (source, draft);
create index draft_source_of_draft on draft_source (draft);

-- That somebody recalled a draft. Rows are added and never changed.
create table draft_mark (
    id              uuid                     not null primary key,
    draft           uuid                     not null references draft (id),
    marked_at       timestamp with time zone not null,
    marked_by       varchar(400)             not null,
    reason          varchar(200)             not null
);
create index draft_mark_of_draft on draft_mark (draft);
