-- What of a filed document, besides its text, its EHR did not keep: stable codes with spaces between.
alter table filing add column not_kept varchar(200);
