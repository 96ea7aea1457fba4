-- What Alertmanager told us. Not part of the record: a verdict that rests on an alert keeps what it
-- needs in its evidence. Bounded: the oldest ended ones make room, and what fires without end is refused.
create table alert (
  seq         bigint      generated always as identity,
  fingerprint text        not null,
  starts_at   timestamptz not null,
  name        text        not null,
  labels      text        not null,
  summary     text        not null,
  heard_at    timestamptz not null,
  repeated_at timestamptz not null,
  ended_at    timestamptz,
  primary key (fingerprint, starts_at)
);

create unique index alert_seq on alert (seq);
create index alert_by_name on alert (name);
create index alert_ended on alert (ended_at) where ended_at is not null;
