-- Where the tables belong to another user than the application's (spring.flyway.user), she may use them, but only read and
-- add to the reveal log, the audit log, the ledger and the reports of the years.
-- The engine's tables are the application's own: a user who is no superuser could not grant them.
do $$
declare
    owned text;
begin
    if '${appUser}' <> '' and '${appUser}' <> current_user then
        execute format('grant usage, create on schema public to %I', '${appUser}');
        for owned in select tablename from pg_tables where schemaname = 'public' and pg_has_role(tableowner, 'usage') loop
            execute format('grant select, insert, update, delete on %I to %I', owned, '${appUser}');
        end loop;
        for owned in select viewname from pg_views where schemaname = 'public' and pg_has_role(viewowner, 'usage') loop
            execute format('grant select on %I to %I', owned, '${appUser}');
        end loop;
        for owned in select sequencename from pg_sequences where schemaname = 'public' and pg_has_role(sequenceowner, 'usage') loop
            execute format('grant usage on sequence %I to %I', owned, '${appUser}');
        end loop;
        execute format('revoke update, delete, truncate on reveal, audit, ledger_booking, ledger_entry, year_report from %I', '${appUser}');
        execute format('revoke insert, update, delete, truncate on ledger_kind from %I', '${appUser}');
    end if;
end
$$;
