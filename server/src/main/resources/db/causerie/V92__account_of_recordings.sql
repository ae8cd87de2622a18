-- What was ever started and what was deleted, for the account that is drawn up all the time.
create index recording_event_account on causerie.recording_event (kind, recording_id) where kind in ('initiated', 'deleted');
-- Lines that are looked for by their kind alone.
create index recording_event_warned on causerie.recording_event (recording_id, at) where kind = 'expiry_warned';
-- An operator wants what was given up to be tried again; the server sees to it.
alter table causerie.notification add column retry_asked_at timestamptz;
create index notification_retry on causerie.notification (retry_asked_at) where retry_asked_at is not null;
