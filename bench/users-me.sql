-- What the server asks for GET /api/v1.0/users/me/: the session and its person.
select s.user_id, s.proof, s.data, u.password, u.id, u.sub, u.email, u.admin_email, u.full_name, u.short_name, u.language, u.timezone, u.is_active, u.is_staff,
    u.is_superuser, u.default_room_access_level, u.default_room_configuration
from causerie.session s left join public.meet_user u on u.id = s.user_id
where s.key_hash = '\x560cbeac15e931fa4b7ab833c4c82ad519f6743f13a38456e4c991d887ade615' and s.expires_at > now();
