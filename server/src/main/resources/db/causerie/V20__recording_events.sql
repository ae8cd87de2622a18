-- The ledger of recordings: everything that happened to each and everything learnt about it, in order, never changed (architecture 5).
-- No foreign key to schema public: rows there come and go by other hands, and the ledger outlives them.
create table causerie.recording_event (
    id           bigint generated always as identity primary key,
    recording_id uuid        not null,
    room_id      uuid        not null,
    at           timestamptz not null,
    kind         varchar(50) not null,
    details      jsonb       not null
);
create index recording_event_of_recording on causerie.recording_event (recording_id, id);
create index recording_event_by_worker on causerie.recording_event ((details ->> 'worker_id')) where kind = 'active';

create function causerie.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '%.% is append-only', tg_table_schema, tg_table_name;
end $$;
create trigger recording_event_is_append_only before update or delete on causerie.recording_event
    for each row execute function causerie.refuse_change();
