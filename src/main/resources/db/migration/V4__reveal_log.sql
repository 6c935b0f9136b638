-- The reveal log: only ever added to, each line bound to the one before it by a keyed hash. No installation has had the table
-- that it replaces for more than trying out.
drop table reveal;

create table reveal (
    number   bigint        primary key,
    at       timestamptz   not null,
    person   varchar(64)   not null,
    file     bytea         not null,
    fields   varchar(2000) not null,
    task     varchar(64)   not null,
    previous bytea         not null,
    hash     bytea         not null
);
create index reveal_file on reveal (file);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The reveal log is only added to';
end
$$;
create trigger reveal_is_only_added_to before update or delete or truncate on reveal
    for each statement execute function refuse_change();
