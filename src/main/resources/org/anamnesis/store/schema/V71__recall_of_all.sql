-- Whatever instructions a draft was written under besides its first: those under which a model mended statements. Versions only.
create table draft_turn (
    id              uuid                     not null primary key,
    draft           uuid                     not null references draft (id),
    prompt_version  varchar(100)             not null
);
create index draft_turn_by_prompt on draft_turn (prompt_version, draft);
-- How a draft was indexed: 1 without its turns, 2 with them. Drafts from before there was an index have no row; the background makes it.
alter table draft_origin add column indexed integer default 1 not null;
