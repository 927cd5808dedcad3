-- What clinicians say of statements, and safety issues they report. Rows are added and never changed; words are sealed.
create table feedback (
    id              uuid                     not null primary key,
    ehr             varchar(40)              not null,
    draft           uuid                     not null references draft (id),
    statement       integer,
    category        varchar(20)              not null,
    is_safety       boolean                  not null,
    said_by         varchar(200)             not null,
    said_at         timestamp with time zone not null,
    sealed_words    text
);
create index feedback_by_time on feedback (is_safety, said_at);
create index feedback_of_draft on feedback (draft);
