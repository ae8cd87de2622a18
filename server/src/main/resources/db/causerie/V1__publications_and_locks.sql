-- Spring Modulith 2.1 (event publication registry, second schema) and ShedLock, in our own schema.
create table causerie.event_publication (
    id                     uuid primary key,
    listener_id            text not null,
    event_type             text not null,
    serialized_event       text not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index event_publication_serialized_event_hash_idx on causerie.event_publication using hash (serialized_event);
create index event_publication_by_completion_date_idx on causerie.event_publication (completion_date);

create table causerie.shedlock (
    name       varchar(64) primary key,
    lock_until timestamptz not null,
    locked_at  timestamptz not null,
    locked_by  varchar(255) not null
);
