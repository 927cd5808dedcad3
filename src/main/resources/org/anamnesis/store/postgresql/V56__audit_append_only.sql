-- Rows of the trail are added, and taken away by a purge that says so; never changed. This stops mistakes and plain SQL: whoever
-- owns the tables can lift it, and then the chain shows it.
create function audit_append_only() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('anamnesis.purge', true) = 'on' then
        return old;
    end if;
    raise exception 'the audit trail is append-only';
end $$;
create trigger audit_event_append_only before update or delete on audit_event
    for each row execute function audit_append_only();
create trigger audit_event_no_truncate before truncate on audit_event
    for each statement execute function audit_append_only();
create trigger audit_checkpoint_append_only before update or delete on audit_checkpoint
    for each row execute function audit_append_only();
