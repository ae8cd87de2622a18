-- Whoever was put out of a meeting and must not come back to it: until it is over, the room is gone, or a day has passed (no token lasts longer).
create table causerie.removed_participant (
    room_id    uuid not null,
    identity   text not null,
    removed_at timestamptz not null,
    primary key (room_id, identity)
);
create index removed_participant_removed_at on causerie.removed_participant (removed_at);
