-- Links by which people without an account watch a recording. The token is never kept, only its SHA-256; without a foreign key to schema public, a link
-- whose recording is gone opens nothing.
create table causerie.recording_share (
    id             uuid primary key,
    recording_id   uuid        not null,
    token_hash     bytea       not null,
    created_at     timestamptz not null,
    created_by     uuid        not null,
    expires_at     timestamptz not null,
    revoked_at     timestamptz,
    revoked_by     uuid,
    views          bigint      not null default 0,
    last_viewed_at timestamptz
);
create index recording_share_recording on causerie.recording_share (recording_id);
