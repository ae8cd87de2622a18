-- Recordings that must not be deleted, by anybody or by age, until an operator releases them.
create table causerie.recording_hold (
    recording_id uuid primary key,
    held_at      timestamptz  not null,
    reason       varchar(200) not null
);
