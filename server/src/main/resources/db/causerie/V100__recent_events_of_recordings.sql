-- What was noted a moment ago is looked for every 15 seconds; the ledger grows for ever.
create index recording_event_recent on causerie.recording_event (at);
