-- Sessions of browsers and the charts open in them, for all nodes. Ids are hashes of what the browser was told, so that nobody who
-- reads these tables can take a session over; the chart and its tokens are sealed, each bound to its session, its launch and its column.
-- Without tokens the chart's access has ended.
create table web_session (
    id              varchar(64)              not null primary key,
    opened_at       timestamp with time zone not null,
    used_at         timestamp with time zone not null
);
create index web_session_by_use on web_session (used_at);
create table web_launch (
    id              varchar(64)              not null primary key,
    session         varchar(64)              not null references web_session (id) on delete cascade,
    ehr             varchar(40)              not null,
    subject         varchar(64)              not null,
    opened_at       timestamp with time zone not null,
    version         bigint                   not null,
    sealed_chart    text                     not null,
    sealed_tokens   text
);
create index web_launch_of_session on web_launch (session, opened_at);
