-- Where a person put a patient in a ward's order, and why. Rows are added and never changed: the newest of a patient holds.
create table acuity_override (
    id              uuid                     not null primary key,
    ehr             varchar(40)              not null,
    patient         varchar(64)              not null,
    decided_at      timestamp with time zone not null,
    holds_until     timestamp with time zone not null,
    decided_by      varchar(200)             not null,
    sealed_content  text                     not null
);
create index acuity_override_of_patient on acuity_override (ehr, patient, decided_at);
