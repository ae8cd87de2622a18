-- What the server asks for GET /api/v1.0/recordings/media-auth/: the session with its person, then the recording and what the person may.
select s.user_id, s.proof, s.data, u.password, u.id, u.sub, u.email, u.admin_email, u.full_name, u.short_name, u.language, u.timezone, u.is_active, u.is_staff,
    u.is_superuser, u.default_room_access_level, u.default_room_configuration
from causerie.session s left join public.meet_user u on u.id = s.user_id
where s.key_hash = '\x560cbeac15e931fa4b7ab833c4c82ad519f6743f13a38456e4c991d887ade615' and s.expires_at > now();
select r.*, room.name as room_name, room.slug as room_slug, room.access_level as room_access_level,
    exists (select 1 from meet_recording_access a where a.recording_id = r.id and a.user_id = '00000000-0000-4000-8000-000000004711') as visible,
    exists (select 1 from meet_recording_access a where a.recording_id = r.id and a.user_id = '00000000-0000-4000-8000-000000004711'
        and a.role in ('owner', 'administrator')) as privileged
from meet_recording r join meet_room room on room.resource_id = r.room_id
where r.id = '00000000-0000-4000-8000-200000000000';
