-- What we know of LiveKit's dispatch rules: under which id LiveKit keeps the rule of a room, or null where there is none. Of a room without a row nothing is known.
create table causerie.dispatch_rule (
    room_id    uuid primary key,
    rule_id    text,
    created_at timestamptz not null
);
