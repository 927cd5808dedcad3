-- How a user wants the page to look. Choices out of lists only: nothing here can tell of a patient.
create table page_settings (
    ehr             varchar(40)              not null,
    who             varchar(200)             not null,
    choices         varchar(1000)            not null,
    primary key (ehr, who)
);
