-- What the server asks for a notice of the store about a recording that nobody owns (so that no mail is sent): the recording, then in one transaction its state
-- and what was learnt of it. Here the state stays, for the server's turn comes later.
\set n random(1, 60000)
select * from meet_recording where id = ('00000000-0000-4000-8000-2' || lpad(:n::text, 11, '0'))::uuid;
begin;
with moved as (
    update meet_recording set status = status, updated_at = now() + interval '1 hour'
    where id = ('00000000-0000-4000-8000-2' || lpad(:n::text, 11, '0'))::uuid and status in ('active', 'stopped') returning *
), noted as (
    insert into causerie.recording_event (recording_id, room_id, at, kind, details) select id, room_id, now(), 'bench', '{}'::jsonb from moved)
select * from moved;
select * from meet_recording where id = ('00000000-0000-4000-8000-2' || lpad(:n::text, 11, '0'))::uuid;
select user_id from meet_recording_access where recording_id = ('00000000-0000-4000-8000-2' || lpad(:n::text, 11, '0'))::uuid and role = 'owner' order by created_at;
select * from meet_recording where id = ('00000000-0000-4000-8000-2' || lpad(:n::text, 11, '0'))::uuid;
insert into causerie.recording_event (recording_id, room_id, at, kind, details)
select id, room_id, now(), 'bench', '{}'::jsonb from meet_recording where id = ('00000000-0000-4000-8000-2' || lpad(:n::text, 11, '0'))::uuid;
commit;
