-- Drafts of summaries. Everything that holds patient content is sealed (AES-GCM) before it gets here.
create table draft (
    id              uuid                     not null primary key,
    ehr             varchar(40)              not null,
    patient         varchar(64)              not null,
    state           varchar(20)              not null,
    composed_at     timestamp with time zone not null,
    written_by      varchar(10)              not null,
    text_hash       varchar(64)              not null,
    sealed_text     text                     not null,
    sealed_content  text                     not null,
    signer          varchar(200),
    signed_at       timestamp with time zone,
    location        varchar(200),
    filed_at        timestamp with time zone,
    leased_until    timestamp with time zone,
    version         integer                  not null
);
create index draft_of_patient on draft (ehr, patient, composed_at);

-- The audit trail: each row carries the hash of the one before it.
create table audit_event (
    place           bigint                   not null primary key,
    recorded_at     timestamp with time zone not null,
    kind            varchar(40)              not null,
    ehr             varchar(40)              not null,
    patient         varchar(64),
    actor           varchar(400)             not null,
    detail          varchar(400)             not null,
    previous_hash   varchar(64)              not null,
    hash            varchar(64)              not null
);
create table audit_head (
    only_row        integer                  not null primary key,
    place           bigint                   not null,
    hash            varchar(64)              not null
);
insert into audit_head (only_row, place, hash) values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
