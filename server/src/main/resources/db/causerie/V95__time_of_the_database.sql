-- When a line was written by the clock that all replicas share. `at` is the clock of the server that wrote it, which may be wrong by some seconds:
-- good enough to be shown, not to conclude from it that a recording has been silent for long.
alter table causerie.recording_event add column written_at timestamptz not null default now();
