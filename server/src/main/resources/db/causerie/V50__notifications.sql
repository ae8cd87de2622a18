-- Who is told of what, and what came of it. One row for each person, recording and kind, so that nobody is told twice (contract 04, section 10).
-- No foreign key to schema public: rows there come and go by other hands.
create table causerie.notification (
    id           uuid primary key,
    recording_id uuid        not null,
    user_id      uuid        not null,
    kind         varchar(30) not null,
    number       int         not null, -- of the people told of this recording, in the order of their accesses
    of           int         not null,
    created_at   timestamptz not null,
    state        varchar(10) not null check (state in ('queued', 'sending', 'sent', 'skipped', 'given_up')),
    attempts     int         not null,
    tried_at     timestamptz,
    smtp_status  int,
    unique (recording_id, user_id, kind)
);
