-- What the server asks for a webhook of LiveKit that says who has joined: the event is taken, and done.
\set event random(1, 1000000000000000)
insert into causerie.livekit_webhook as w (id, event, received_at, claimed_until)
values ('EV_' || :event::text, 'ParticipantJoined', now(), now() + interval '30 seconds')
on conflict (id) do update set claimed_until = excluded.claimed_until, attempts = w.attempts + 1 where w.handled_at is null and w.claimed_until <= now();
update causerie.livekit_webhook set handled_at = now() where id = 'EV_' || :event::text;
