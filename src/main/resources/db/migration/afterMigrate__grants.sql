-- Where the tables belong to another user than the application's (spring.flyway.user), she may use them, but only read and
-- add to the reveal log and the audit log.
do $$
begin
    if '${appUser}' <> '' and '${appUser}' <> current_user then
        execute format('grant usage, create on schema public to %I', '${appUser}');
        execute format('grant select, insert, update, delete on all tables in schema public to %I', '${appUser}');
        execute format('grant usage on all sequences in schema public to %I', '${appUser}');
        execute format('revoke update, delete, truncate on reveal, audit from %I', '${appUser}');
    end if;
end
$$;
