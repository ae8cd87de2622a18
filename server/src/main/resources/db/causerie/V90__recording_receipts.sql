-- One row for each recording that was deleted: what, when and by whom, without its content; open until the store confirmed that its objects are gone.
-- No foreign key to schema public: what the row tells of is gone there.
create table causerie.recording_receipt (
    recording_id uuid primary key,
    room_id      uuid        not null,
    deleted_at   timestamptz not null,
    deleted_by   uuid,                 -- null: nobody in particular (an expired recording, an operator's command)
    cause        varchar(20) not null check (cause in ('person', 'room', 'expired', 'operator')),
    object_keys  text[]      not null,
    late_until   timestamptz,          -- its worker had not ended: objects may still come until then
    attempts     int         not null default 0,
    tried_at     timestamptz,
    confirmed_at timestamptz
);
create index recording_receipt_open on causerie.recording_receipt (deleted_at) where confirmed_at is null;
