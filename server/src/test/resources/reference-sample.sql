-- A reference database as operators have them: a row of every kind in every table, and the odd ones. Invented for the tests; runs after the schema.
-- People: ids end in their number. 1 to 6 are ordinary, from 7 on each is odd in its way.
insert into meet_user (id, created_at, updated_at, password, last_login, is_superuser, sub, email, admin_email, language, timezone, is_device, is_staff,
    is_active, full_name, short_name, default_room_access_level, default_room_configuration)
values
    ('00000000-0000-4000-8000-000000000001', '2025-01-07 08:30:00.123456+00', '2026-03-01 10:00:00.5+00', '!Zk3Yp0QwErTyUiOpAsDfGhJkLzXcVbNm12345678', '2026-10-01 07:00:00+00',
        false, 'sub-ada', 'ada@example.org', null, 'fr-fr', 'Europe/Paris', false, false, true, 'Ada Lovelace', 'Ada', 'restricted', '{"everyone_can_mute": false}'),
    ('00000000-0000-4000-8000-000000000002', '2025-01-08 08:30:00+00', '2025-01-08 08:30:00.000021+00', '!Bk3Yp0QwErTyUiOpAsDfGhJkLzXcVbNm12345678', null,
        false, 'sub-bob', 'bob@example.org', null, 'en-us', 'UTC', false, false, true, null, null, null, '{}'),
    -- an administrator with a password of the admin site (lètmein), no subject, no e-mail
    ('00000000-0000-4000-8000-000000000003', '2025-01-09 08:30:00+00', '2025-01-09 08:30:00+00', 'pbkdf2_sha256$1000000$Ab3dEf9hIjKlMn0pQrStUv$3fVwEVrZiIyu1G7n2j1A+mSVU3Le8jh0NWNkG0d3S+g=', '2026-01-01 00:00:00+00',
        true, null, null, 'root@example.org', 'en-us', 'UTC', false, true, true, null, null, null, '{}'),
    -- invited, not seen yet
    ('00000000-0000-4000-8000-000000000004', '2025-01-10 08:30:00+00', '2025-01-10 08:30:00+00', '!', null,
        false, null, 'Invited@Example.org', null, 'nl-nl', 'Europe/Amsterdam', false, false, true, null, null, '', '{}'),
    ('00000000-0000-4000-8000-000000000005', '2025-01-11 08:30:00+00', '2025-01-11 08:30:00+00', '!Ck3Yp0QwErTyUiOpAsDfGhJkLzXcVbNm12345678', null,
        false, 'sub-room-kit', null, null, 'de-de', 'Europe/Berlin', true, false, true, 'Room kit 5', 'Kit', 'trusted', '{"can_publish_sources": ["camera", "camera"]}'),
    ('00000000-0000-4000-8000-000000000006', '2025-01-12 08:30:00+00', '2025-01-12 08:30:00+00', '!Dk3Yp0QwErTyUiOpAsDfGhJkLzXcVbNm12345678', null,
        false, 'sub-left', 'left@example.org', null, 'en-us', 'UTC', false, false, false, 'Left Long-Ago', 'Left', null, '{}'),
    -- one e-mail, three accounts: two seen, one only invited and the newest
    ('00000000-0000-4000-8000-000000000007', '2025-02-01 08:30:00+00', '2025-02-01 08:30:00+00', '!Ek3Yp0QwErTyUiOpAsDfGhJkLzXcVbNm12345678', null,
        false, 'sub-eve-old', 'Eve@Example.org', 'eve@example.org', 'en-us', 'UTC', false, true, true, 'Eve Old', 'Eve', null, '{}'),
    ('00000000-0000-4000-8000-000000000008', '2025-02-02 08:30:00+00', '2025-02-02 08:30:00+00', '!Fk3Yp0QwErTyUiOpAsDfGhJkLzXcVbNm12345678', null,
        false, 'sub-eve', 'EVE@example.org', null, 'en-us', 'UTC', false, false, true, 'Eve New', 'Eve', null, '{}'),
    ('00000000-0000-4000-8000-000000000009', '2025-02-03 08:30:00+00', '2025-02-03 08:30:00+00', '!', null,
        false, null, 'eve@example.org', null, 'en-us', 'UTC', false, false, true, null, null, null, '{}'),
    -- preferences that are stored as they were sent; a language nobody offers any more; a time zone of another world
    ('00000000-0000-4000-8000-000000000010', '2025-02-04 08:30:00+00', '2025-02-04 08:30:00+00', '!Gk3Yp0QwErTyUiOpAsDfGhJkLzXcVbNm12345678', null,
        false, 'sub-odd', 'odd@example.org', null, 'es-es', 'Mars/Olympus', false, false, true, '', '', '', '{"everyone_can_mute": "off", "can_publish_sources": null}'),
    ('00000000-0000-4000-8000-000000000011', '2025-02-05 08:30:00+00', '2025-02-05 08:30:00+00', '!Hk3Yp0QwErTyUiOpAsDfGhJkLzXcVbNm12345678', null,
        false, 'sub-nowhere', 'nowhere@example.org', null, 'en-us', '', false, false, true, 'Lost & <b>Found</b>', 'Lost', null, '{}');

insert into meet_resource (id, created_at, updated_at)
select ('00000000-0000-4000-9000-0000000000' || lpad(n::text, 2, '0'))::uuid, '2025-03-01 09:00:00.000001+00'::timestamptz + n * interval '1 day', '2025-04-01 09:00:00+00'
from generate_series(1, 9) n;

-- 1 to 3 are ordinary; 4 has an empty slug, 5 a form's odd JSON, 6 no owner, 7 none at all and a PIN by hand, 8 no slug; 9 is a resource without room.
insert into meet_room (resource_id, name, slug, configuration, access_level, pin_code)
values
    ('00000000-0000-4000-9000-000000000001', 'Réunion d''équipe', 'reunion-dequipe', '{}', 'public', '0012345678'),
    ('00000000-0000-4000-9000-000000000002', 'Board', 'board', '{"everyone_can_mute": false, "can_publish_sources": ["microphone"]}', 'restricted', null),
    ('00000000-0000-4000-9000-000000000003', 'Guests', 'guests', '{"everyone_can_mute": null}', 'trusted', null),
    ('00000000-0000-4000-9000-000000000004', '日本語', '', '{}', 'public', null),
    ('00000000-0000-4000-9000-000000000005', 'Odd', 'odd', '["a", 1, {"b": null}]', 'public', null),
    ('00000000-0000-4000-9000-000000000006', 'Nobody''s', 'nobodys', '{"everyone_can_mute": "false", "unknown": 7}', 'public', null),
    ('00000000-0000-4000-9000-000000000007', 'By hand', 'by-hand', '{"can_publish_sources": []}', 'public', 'call me #1'),
    ('00000000-0000-4000-9000-000000000008', 'No slug', null, '{"can_publish_sources": "camera"}', 'public', null);

insert into meet_resource_access (id, created_at, updated_at, role, resource_id, user_id)
values
    ('00000000-0000-4000-a000-000000000001', '2025-03-02 09:00:00+00', '2025-03-02 09:00:00+00', 'owner', '00000000-0000-4000-9000-000000000001', '00000000-0000-4000-8000-000000000001'),
    ('00000000-0000-4000-a000-000000000002', '2025-03-02 09:00:01+00', '2025-03-02 09:00:01+00', 'member', '00000000-0000-4000-9000-000000000001', '00000000-0000-4000-8000-000000000002'),
    ('00000000-0000-4000-a000-000000000003', '2025-03-02 09:00:02+00', '2025-03-02 09:00:02+00', 'administrator', '00000000-0000-4000-9000-000000000001', '00000000-0000-4000-8000-000000000007'),
    ('00000000-0000-4000-a000-000000000004', '2025-03-02 09:00:03+00', '2025-03-02 09:00:03+00', 'member', '00000000-0000-4000-9000-000000000001', '00000000-0000-4000-8000-000000000008'),
    ('00000000-0000-4000-a000-000000000005', '2025-03-02 09:00:04+00', '2025-03-02 09:00:04+00', 'owner', '00000000-0000-4000-9000-000000000002', '00000000-0000-4000-8000-000000000009'),
    ('00000000-0000-4000-a000-000000000006', '2025-03-02 09:00:05+00', '2025-03-02 09:00:05+00', 'owner', '00000000-0000-4000-9000-000000000003', '00000000-0000-4000-8000-000000000001'),
    ('00000000-0000-4000-a000-000000000007', '2025-03-02 09:00:06+00', '2025-03-02 09:00:06+00', 'owner', '00000000-0000-4000-9000-000000000004', '00000000-0000-4000-8000-000000000001'),
    ('00000000-0000-4000-a000-000000000008', '2025-03-02 09:00:07+00', '2025-03-02 09:00:07+00', 'owner', '00000000-0000-4000-9000-000000000005', '00000000-0000-4000-8000-000000000001'),
    ('00000000-0000-4000-a000-000000000009', '2025-03-02 09:00:08+00', '2025-03-02 09:00:08+00', 'member', '00000000-0000-4000-9000-000000000006', '00000000-0000-4000-8000-000000000001'),
    ('00000000-0000-4000-a000-000000000010', '2025-03-02 09:00:09+00', '2025-03-02 09:00:09+00', 'owner', '00000000-0000-4000-9000-000000000008', '00000000-0000-4000-8000-000000000001'),
    ('00000000-0000-4000-a000-000000000011', '2025-03-02 09:00:10+00', '2025-03-02 09:00:10+00', 'owner', '00000000-0000-4000-9000-000000000009', '00000000-0000-4000-8000-000000000001');

-- One of each status and mode; none has a history of ours, some no worker.
insert into meet_recording (id, created_at, updated_at, status, worker_id, room_id, mode, options, external_process_id)
values
    ('00000000-0000-4000-b000-000000000001', '2025-05-01 09:00:00+00', '2025-05-01 10:00:00+00', 'notification_succeeded', 'EG_one', '00000000-0000-4000-9000-000000000001', 'screen_recording', '{}', null),
    ('00000000-0000-4000-b000-000000000002', '2025-05-02 09:00:00+00', '2025-05-02 10:00:00+00', 'external_process_successful', 'EG_two', '00000000-0000-4000-9000-000000000001', 'transcript',
        '{"language": "fr", "transcribe": true, "original_mode": "screen_recording", "metadata_collector_dispatch_id": "AD_1"}', 'job-1'),
    ('00000000-0000-4000-b000-000000000003', '2025-05-03 09:00:00+00', '2025-05-03 10:00:00+00', 'saved', null, '00000000-0000-4000-9000-000000000001', 'screen_recording', '{}', null),
    ('00000000-0000-4000-b000-000000000004', '2025-05-04 09:00:00+00', '2025-05-04 10:00:00+00', 'failed_to_start', null, '00000000-0000-4000-9000-000000000001', 'screen_recording', '{}', null),
    ('00000000-0000-4000-b000-000000000005', '2025-05-05 09:00:00+00', '2025-05-05 10:00:00+00', 'failed_to_stop', 'EG_five', '00000000-0000-4000-9000-000000000001', 'screen_recording', '{}', null),
    ('00000000-0000-4000-b000-000000000006', '2025-05-06 09:00:00+00', '2025-05-06 10:00:00+00', 'aborted', 'EG_six', '00000000-0000-4000-9000-000000000001', 'screen_recording', '{}', null),
    ('00000000-0000-4000-b000-000000000007', '2025-05-07 09:00:00+00', '2025-05-07 10:00:00+00', 'external_process_failed', 'EG_seven', '00000000-0000-4000-9000-000000000001', 'transcript', '{}', 'job-2'),
    ('00000000-0000-4000-b000-000000000008', '2025-05-08 09:00:00+00', '2025-05-08 10:00:00+00', 'saved', 'EG_eight', '00000000-0000-4000-9000-000000000008', 'podcast', '[]', null);

insert into meet_recording_access (id, created_at, updated_at, team, role, recording_id, user_id)
select ('00000000-0000-4000-b100-0000000000' || lpad(n::text, 2, '0'))::uuid, '2025-05-01 09:00:01+00', '2025-05-01 09:00:01+00', '', 'owner',
    ('00000000-0000-4000-b000-0000000000' || lpad(n::text, 2, '0'))::uuid, '00000000-0000-4000-8000-000000000001'
from generate_series(1, 8) n
union all values
    ('00000000-0000-4000-b100-000000000021'::uuid, '2025-05-01 09:00:02+00'::timestamptz, '2025-05-01 09:00:02+00'::timestamptz, '', 'member',
        '00000000-0000-4000-b000-000000000001'::uuid, '00000000-0000-4000-8000-000000000008'::uuid),
    ('00000000-0000-4000-b100-000000000022', '2025-05-01 09:00:02+00', '2025-05-01 09:00:02+00', '', 'owner', '00000000-0000-4000-b000-000000000001', '00000000-0000-4000-8000-000000000007'),
    ('00000000-0000-4000-b100-000000000023', '2025-05-01 09:00:02+00', '2025-05-01 09:00:02+00', '', 'administrator', '00000000-0000-4000-b000-000000000003', '00000000-0000-4000-8000-000000000009'),
    ('00000000-0000-4000-b100-000000000024', '2025-05-01 09:00:02+00', '2025-05-01 09:00:02+00', 'a reserved team', 'owner', '00000000-0000-4000-b000-000000000003', null);

-- 1 is ordinary; 2 waits for its upload, 3 lies in the bin, 4 waits for its removal, 5 was being looked at, 6 is nobody's and has no extension.
insert into file (id, created_at, updated_at, type, title, deleted_at, hard_deleted_at, filename, upload_state, mimetype, size, description, malware_detection_info, creator_id)
values
    ('00000000-0000-4000-c000-000000000001', '2025-06-01 09:00:00+00', '2025-06-01 09:00:00+00', 'background_image', 'sea', null, null, 'sea.PNG', 'ready', 'image/png', 12345, null, '{}', '00000000-0000-4000-8000-000000000001'),
    ('00000000-0000-4000-c000-000000000002', '2025-06-02 09:00:00+00', '2025-06-02 09:00:00+00', 'background_image', 'late', null, null, 'late.jpg', 'pending', null, null, null, '{}', '00000000-0000-4000-8000-000000000001'),
    ('00000000-0000-4000-c000-000000000003', '2025-06-03 09:00:00+00', '2025-06-03 09:00:00+00', 'background_image', 'binned', '2025-06-04 09:00:00+00', null, 'binned.jpg', 'ready', 'image/jpeg', 5, 'old', null, '00000000-0000-4000-8000-000000000007'),
    ('00000000-0000-4000-c000-000000000004', '2025-06-04 09:00:00+00', '2025-06-04 09:00:00+00', 'background_image', 'gone', '2025-06-05 09:00:00+00', '2025-06-05 09:00:00+00', 'gone.jpg', 'ready', 'image/jpeg', 6, null, '{}', '00000000-0000-4000-8000-000000000009'),
    ('00000000-0000-4000-c000-000000000005', '2025-06-05 09:00:00+00', '2025-06-05 09:00:00+00', 'background_image', 'looked at', null, null, 'a.b.jpeg', 'analyzing', null, null, null, '{}', '00000000-0000-4000-8000-000000000002'),
    ('00000000-0000-4000-c000-000000000006', '2025-06-06 09:00:00+00', '2025-06-06 09:00:00+00', 'background_image', 'plain', null, null, '.profile', 'ready', 'text/plain', 0, null, '{}', null);

insert into meet_application (id, created_at, updated_at, name, is_active, client_id, client_secret, scopes)
values ('00000000-0000-4000-d000-000000000001', '2025-07-01 09:00:00+00', '2025-07-01 09:00:00+00', 'Calendar', true, 'calendarcalendarcalendarcalendarcalendar',
    'pbkdf2_sha256$1000$seasalt$YIWkt6M1JFXrHg5s0jZjBSc7C2Cz6QvchSJ0h8Y+i7c=', '{rooms:create,rooms:list,rooms:create}'),
    ('00000000-0000-4000-d000-000000000002', '2025-07-02 09:00:00+00', '2025-07-02 09:00:00+00', '', false, 'idle', 'scrypt$16384$seasalt$8$5$ECMIUp+LMxMSK8xB/IVyba+KYGTI7FTnet025q/1f/vBAVnnP3hdYqJuRi+mJn6ji6ze3Fbb7JEFPKGpuEf5vw==', '{}');
insert into meet_application_domain (id, created_at, updated_at, domain, application_id)
values ('00000000-0000-4000-d100-000000000001', '2025-07-01 09:00:00+00', '2025-07-01 09:00:00+00', 'example.org', '00000000-0000-4000-d000-000000000001');

-- The framework's own: content types and permissions, a group of staff, the admin's history, a session, the leftovers.
insert into django_content_type (app_label, model)
values ('core', 'user'), ('core', 'room'), ('core', 'recording'), ('core', 'file'), ('auth', 'group'), ('sites', 'site');
insert into auth_permission (name, content_type_id, codename)
select 'Can ' || verb || ' ' || model, id, verb || '_' || model from django_content_type, unnest(array['add', 'change', 'delete', 'view']) verb;
insert into auth_group (name) values ('support');
insert into auth_group_permissions (group_id, permission_id) select g.id, p.id from auth_group g, auth_permission p where p.codename = 'view_room';
insert into meet_user_groups (user_id, group_id) select '00000000-0000-4000-8000-000000000007', id from auth_group;
insert into meet_user_user_permissions (user_id, permission_id)
select '00000000-0000-4000-8000-000000000007', id from auth_permission where codename in ('view_recording', 'change_room');
insert into django_admin_log (action_time, object_id, object_repr, action_flag, change_message, content_type_id, user_id)
select '2025-08-01 09:00:00+00', '00000000-0000-4000-9000-000000000001', 'Réunion d''équipe', 2, '[{"changed": {"fields": ["Slug"]}}]', id, '00000000-0000-4000-8000-000000000007'
from django_content_type where model = 'room';
insert into django_session (session_key, session_data, expire_date)
values ('abcdefghijklmnopqrstuvwxyz012345', 'eyJhIjoxfQ:1abcde:signature', '2025-01-01 00:00:00+00'), ('zbcdefghijklmnopqrstuvwxyz012345', 'eyJhIjoxfQ:1abcde:signature', '2099-01-01 00:00:00+00');
insert into django_site (id, domain, name) values (1, 'example.com', 'example.com');
insert into easy_thumbnails_source (storage_hash, name, modified) values ('f9bde26a1556cd667f742bd34ec7c55e', 'old.png', '2025-01-01 00:00:00+00');
insert into easy_thumbnails_thumbnail (storage_hash, name, modified, source_id) select storage_hash, 'old.png.100x100.png', modified, id from easy_thumbnails_source;
insert into easy_thumbnails_thumbnaildimensions (thumbnail_id, width, height) select id, 100, null from easy_thumbnails_thumbnail;
