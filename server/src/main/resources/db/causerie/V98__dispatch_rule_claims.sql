-- Who is changing the dispatch rule of a room just now, and until when at most.
create table causerie.dispatch_rule_claim (
    room_id uuid primary key,
    claim   uuid not null,
    until   timestamptz not null
);
