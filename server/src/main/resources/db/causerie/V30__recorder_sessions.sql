-- One row for each recording made by a browser: whose it is, how far its upload is, and how it ended. Codes and tokens are kept as SHA-256 only.
-- No foreign key to schema public: rows there come and go by other hands.
create table causerie.recorder_session (
    recording_id  uuid primary key,
    room_id       uuid         not null,
    room_name     varchar(500) not null,
    mode          varchar(20)  not null,
    object_key    varchar(500) not null,
    owner         uuid         not null,
    code_hash     bytea        not null unique,
    token_hash    bytea        unique,
    created_at    timestamptz  not null,
    claimed_at    timestamptz,
    started_at    timestamptz,
    heard_at      timestamptz  not null,
    lease_at      timestamptz  not null,
    next_chunk    int          not null default 0,
    bytes         bigint       not null default 0,
    last_digest   bytea,
    stop_at       timestamptz,
    reason        varchar(50),
    closed_at     timestamptz,
    settled_at    timestamptz
);
create index recorder_session_unsettled on causerie.recorder_session (lease_at) where settled_at is null;
