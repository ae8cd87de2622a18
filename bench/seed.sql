-- 20,000 people, 50,000 rooms and 100 with people in the lobby, 100,000 recordings, as a server that is a year old holds them; and one signed-in browser. Runs after `migrate`, in one go.
\set ON_ERROR_STOP on
\set people 20000
\set rooms 50000
\set recordings 100000
begin;
set local synchronous_commit = off;
-- what is made here fits: foreign keys need not be checked row by row
set local session_replication_role = replica;

create temp table person as
select n, case n when 4711 then '00000000-0000-4000-8000-000000004711' else gen_random_uuid() end as id, now() - interval '400 days' + n * interval '20 minutes' as at from generate_series(1, :people) n;
insert into meet_user (id, created_at, updated_at, password, last_login, sub, email, admin_email, full_name, short_name, language, timezone,
    is_device, is_staff, is_superuser, is_active, default_room_access_level, default_room_configuration)
select id, at, at, '!' || md5(n::text) || 'abcdefgh', at, 'sub-' || n, 'person' || n || '@example.org', null, 'Person ' || n, 'P' || n,
    (array['en-us', 'fr-fr', 'de-de', 'nl-nl'])[1 + n % 4], 'Europe/Paris', false, false, false, true, null, '{}'
from person;

create temp table place as
select n, gen_random_uuid() as id, now() - interval '390 days' + n * interval '10 minutes' as at from generate_series(1, :rooms) n;
insert into meet_resource (id, created_at, updated_at) select id, at, at from place;
insert into meet_room (resource_id, name, slug, configuration, access_level, pin_code)
select id, 'Room ' || n, 'room-' || n, '{}', (array['public', 'trusted', 'restricted'])[1 + n % 3], lpad((n * 7919)::text, 10, '0') from place;
-- an owner for each, and two more people for every other one
insert into meet_resource_access (id, created_at, updated_at, role, resource_id, user_id)
select gen_random_uuid(), place.at, place.at, role, place.id, person.id
from place cross join (values (0, 'owner'), (7, 'administrator'), (13, 'member')) guest (step, role)
    join person on person.n = 1 + (place.n + guest.step) % :people
where guest.step = 0 or place.n % 2 = 0;

-- the signed-in person owns a hundred rooms with a lobby
create temp table lobby as
select n, ('00000000-0000-4000-8000-1' || lpad(n::text, 11, '0'))::uuid as id, now() - n * interval '1 hour' as at from generate_series(1, 100) n;
insert into meet_resource (id, created_at, updated_at) select id, at, at from lobby;
insert into meet_room (resource_id, name, slug, configuration, access_level, pin_code)
select id, 'Lobby ' || n, 'lobby-' || n, '{}', 'restricted', null from lobby;
insert into meet_resource_access (id, created_at, updated_at, role, resource_id, user_id)
select gen_random_uuid(), lobby.at, lobby.at, 'owner', lobby.id, person.id from lobby join person on person.n = 4711;

create temp table taken as
select n, gen_random_uuid() as id, now() - interval '380 days' + n * interval '5 minutes' as at from generate_series(1, :recordings) n;
insert into meet_recording (id, created_at, updated_at, status, worker_id, room_id, mode, options, external_process_id)
select taken.id, taken.at, taken.at, (array['saved', 'notification_succeeded', 'aborted', 'external_process_successful'])[1 + taken.n % 4],
    'EG_' || taken.n, place.id, case taken.n % 5 when 0 then 'transcript' else 'screen_recording' end, '{"language": "fr"}', null
from taken join place on place.n = 1 + taken.n % :rooms;
insert into meet_recording_access (id, created_at, updated_at, team, role, recording_id, user_id)
select gen_random_uuid(), taken.at, taken.at, '', 'owner', taken.id, person.id
from taken join person on person.n = 1 + (1 + taken.n % :rooms) % :people;

insert into causerie.session (key_hash, user_id, data, expires_at)
select sha256(convert_to(:'session', 'UTF8')), id, '{"silent": false}', now() + interval '1 day' from person where n = 4711;
commit;
vacuum analyze;
