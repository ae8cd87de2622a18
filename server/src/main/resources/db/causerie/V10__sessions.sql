-- Browser sessions (contract 01, section 8.1). The key is stored hashed, so that a copy of this table signs nobody in.
-- user_id has no foreign key: users may be deleted by others at any moment (contract 02, section 2, rule 11).
create table causerie.session (
    key_hash   bytea primary key,
    user_id    uuid,
    proof      bytea,
    oidc_sid   text,
    data       jsonb not null,
    expires_at timestamptz not null
);
create index session_user_id_idx on causerie.session (user_id) where user_id is not null;
create index session_oidc_sid_idx on causerie.session (oidc_sid) where oidc_sid is not null;
create index session_expires_at_idx on causerie.session (expires_at);
