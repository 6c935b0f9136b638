-- Attempts to log in, by keyed hashes of the sender's address and of the login: an address would say where a shelter is.
create table login_attempt (
    key      bytea       primary key,
    failures integer     not null,
    last_at  timestamptz not null,
    next_at  timestamptz not null
);

-- Secrets of one-time codes (TOTP), sealed by the master key. A step of time counts once, so that a code works once.
create table second_factor (
    login         varchar(64) primary key,
    sealed_secret bytea       not null,
    confirmed_at  timestamptz,
    last_step     bigint      not null default 0
);
