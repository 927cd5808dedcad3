-- What is known of the filing of each signed draft: the local ledger. What the EHR said in words is sealed.
create table filing (
    draft            uuid                     not null primary key references draft (id),
    standing         varchar(20)              not null,
    queued_at        timestamp with time zone not null,
    tries            integer                  not null,
    next_try         timestamp with time zone,
    reason           varchar(80),
    sealed_words     text,
    sent_at          timestamp with time zone,
    accepted_at      timestamp with time zone,
    document         varchar(200),
    document_version varchar(64)
);
-- What a signature binds, once more and sealed: signer, time, patient, visit and text, so that none can be changed alone.
alter table draft add column encounter varchar(64);
alter table draft add column sealed_binding text;
create index draft_by_state on draft (state, composed_at);
