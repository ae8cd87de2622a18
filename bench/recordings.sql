-- The signed-in person's recording with a file, and :count that wait for the word that theirs is written. Those were changed in the future, so that nobody
-- else asks what became of them.
\set ON_ERROR_STOP on
begin;
set local session_replication_role = replica;
insert into meet_recording (id, created_at, updated_at, status, worker_id, room_id, mode, options, external_process_id)
select ('00000000-0000-4000-8000-2' || lpad(n::text, 11, '0'))::uuid, now(), now() + interval '1 hour', case n when 0 then 'saved' else 'stopped' end, 'EG_B' || n,
    ('00000000-0000-4000-8000-1' || lpad((1 + n % 100)::text, 11, '0'))::uuid, 'screen_recording', '{}', null
from generate_series(0, :count) n;
insert into meet_recording_access (id, created_at, updated_at, team, role, recording_id, user_id)
values (gen_random_uuid(), now(), now(), '', 'owner', '00000000-0000-4000-8000-200000000000', '00000000-0000-4000-8000-000000004711');
commit;
vacuum analyze meet_recording, meet_recording_access;
