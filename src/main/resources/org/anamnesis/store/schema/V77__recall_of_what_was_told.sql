-- What a model was told and the draft does not cite is found by a recall too, and told apart.
alter table draft_source add column cited boolean default true not null;
