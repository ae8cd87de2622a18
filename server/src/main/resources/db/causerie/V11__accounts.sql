-- People who sign in with a password of our own: only where the built-in identity provider runs (profile standalone).
create table causerie.account (
    id         uuid primary key,
    email      varchar(254) not null,
    name       varchar(100) not null,
    locale     varchar(10),
    password   text not null,
    created_at timestamptz not null
);
create unique index account_email_idx on causerie.account (lower(email));

-- The keys it signs with; the newest signs, the others are still believed.
create table causerie.provider_key (
    id         text primary key,
    key        text not null,
    created_at timestamptz not null
);
