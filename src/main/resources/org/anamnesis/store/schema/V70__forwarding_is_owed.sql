-- Whether a FHIR audit repository was promised the trail: then no row is purged before it was sent. Set once, never taken back.
alter table audit_forwarded add column owed boolean default false not null;
