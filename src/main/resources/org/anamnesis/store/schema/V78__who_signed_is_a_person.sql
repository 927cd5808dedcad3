-- Whose role it was that signed, where a role did and the EHR said whose it is: a Practitioner reference.
alter table draft add column signer_person varchar(200);
