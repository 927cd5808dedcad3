-- Signed drafts as FHIR documents, sealed. One for each draft: that of the signature it has.
create table signed_document (
    draft            uuid                     not null primary key,
    signed_at        timestamp with time zone not null,
    sealed_document  text                     not null
);
