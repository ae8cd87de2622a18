-- Events LiveKit told us of, so that each is handled once. Nothing of what they say is kept; rows are swept after two days.
create table causerie.livekit_webhook (
    id            text primary key,
    event         text not null,
    received_at   timestamptz not null,
    claimed_until timestamptz not null,
    attempts      integer not null default 1,
    handled_at    timestamptz
);
create index livekit_webhook_received_at on causerie.livekit_webhook (received_at);
