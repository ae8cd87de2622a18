-- Logout tokens of the identity provider that were here before (contract 01, section 9.13): each is good once.
create table causerie.logout_token (
    id_hash    bytea primary key,
    expires_at timestamptz not null
);
