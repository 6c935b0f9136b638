-- Forms that somebody has begun to fill in, sealed by the master key; only she gets hers back.
create table form_draft (
    login    varchar(64)  not null,
    form     varchar(100) not null,
    sealed   bytea        not null,
    saved_at timestamptz  not null,
    primary key (login, form)
);
create index form_draft_form on form_draft (form);
