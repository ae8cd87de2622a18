-- What the server asks for GET /api/v1.0/rooms/room-4710/ by its owner: the session and its person, the room with all who have a right on it.
select s.user_id, s.proof, s.data, u.password, u.id, u.sub, u.email, u.admin_email, u.full_name, u.short_name, u.language, u.timezone, u.is_active, u.is_staff,
    u.is_superuser, u.default_room_access_level, u.default_room_configuration
from causerie.session s left join public.meet_user u on u.id = s.user_id
where s.key_hash = '\x560cbeac15e931fa4b7ab833c4c82ad519f6743f13a38456e4c991d887ade615' and s.expires_at > now();
with page as (
    select r.resource_id, r.name, coalesce(r.slug, '') as slug, r.configuration, r.access_level, r.pin_code, c.role as caller_role
    from public.meet_room r
    left join public.meet_resource_access c on c.resource_id = r.resource_id and c.user_id = '00000000-0000-4000-8000-000000004711'::uuid
    where r.slug = 'room-4710')
select r.*, a.id as access_id, a.role as access_role, u.id, u.sub, u.email, u.admin_email, u.full_name, u.short_name, u.language, u.timezone, u.is_active, u.is_staff, u.is_superuser,
    u.default_room_access_level, u.default_room_configuration
from page r
left join public.meet_resource_access a on a.resource_id = r.resource_id and r.caller_role in ('administrator', 'owner')
left join public.meet_user u on u.id = a.user_id
order by r.name, r.resource_id, a.created_at desc, a.id;
