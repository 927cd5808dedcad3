-- The trail is keyed, says what came of an act, and from where it was asked for. Rows from before keep their hash without a key.
alter table audit_event add column client     varchar(200) default '' not null;
alter table audit_event add column query      varchar(2000);
alter table audit_event add column outcome    varchar(10);
alter table audit_event add column begun      bigint;
alter table audit_event add column request_id varchar(64);
alter table audit_event add column address    varchar(64);
alter table audit_event add column key_name   varchar(20);
create index audit_event_of_patient on audit_event (ehr, patient, recorded_at);
create index audit_event_of_time on audit_event (recorded_at);
create index audit_event_of_request on audit_event (request_id);

alter table audit_head add column key_name varchar(20);
alter table audit_head add column seal     varchar(64);

-- Where the trail begins once old rows were removed: the last one that was, sealed like the head.
create table audit_checkpoint (
    place           bigint                   not null primary key,
    hash            varchar(64)              not null,
    key_name        varchar(20)              not null,
    seal            varchar(64)              not null,
    purged_at       timestamp with time zone not null
);

-- How far the trail has been sent to a FHIR audit repository.
create table audit_forwarded (
    only_row        integer                  not null primary key,
    place           bigint                   not null
);
insert into audit_forwarded (only_row, place) values (1, 0);
