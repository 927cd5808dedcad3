-- Requests that are answered later (FHIR's asynchronous pattern). Request, parts and result are sealed; ids are hashes of what
-- the caller was told, so that nobody who reads this table can ask for a result.
create table async_job (
    id              varchar(64)              not null primary key,
    ehr             varchar(40)              not null,
    owner           varchar(64)              not null,
    state           varchar(20)              not null,
    created_at      timestamp with time zone not null,
    expires_at      timestamp with time zone not null,
    polled_at       timestamp with time zone,
    progress        varchar(100),
    tries           integer                  not null,
    leased_by       varchar(64),
    leased_until    timestamp with time zone,
    sealed_request  text,
    sealed_parts    text,
    sealed_result   text
);
create index async_job_of_owner on async_job (owner, state);
