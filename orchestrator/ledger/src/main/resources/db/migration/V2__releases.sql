-- Releases as rows: drawn from their events in the transaction that appends them.

create table release (
  id              uuid        primary key,
  service         text        not null,
  contender       text        not null,
  image           text        not null,
  phase           text        not null check (phase in ('RUNNING', 'PAUSED', 'RECOVERING', 'ENDED')),
  outcome         text,
  recovery        text,
  reason          text        not null,
  requested_by    text        not null,
  epoch           integer     not null check (epoch >= 1),
  catalog_version integer     not null,
  service_version integer     not null,
  parameters      text        not null,
  started_at      timestamptz not null,
  ended_at        timestamptz,
  seq             bigint      not null
);

-- One active release per service, whatever the code believes.
create unique index release_active on release (service) where phase <> 'ENDED';
create index release_by_service on release (service, id desc);

-- Beside the row, because lists do not need it.
create table release_plan (
  release uuid primary key references release,
  plan    text not null
);

-- A region that a release could not restore: its lock outlives the release.
create table owed_region (
  release uuid not null references release,
  service text not null,
  region  text not null,
  primary key (release, region)
);
create index owed_region_by_service on owed_region (service);

-- Revisions that were rolled back and do not start again until a person lifts the mark.
create table bad_mark (
  service  text        not null,
  revision text        not null,
  release  uuid        not null,
  reason   text        not null,
  at       timestamptz not null,
  primary key (service, revision)
);

create table idempotency_key (
  key          text        primary key,
  request_hash text        not null,
  release      uuid        not null references release,
  expires_at   timestamptz not null
);
create index idempotency_key_expiry on idempotency_key (expires_at);

-- Written before the workflow is told; `written` is the order of delivery.
create table command (
  id        uuid        primary key,
  release   uuid        not null,
  kind      text        not null,
  arguments text        not null,
  actor     text        not null,
  reason    text        not null,
  at        timestamptz not null,
  written   bigint      generated always as identity,
  taken     boolean,
  answer    text,
  check ((taken is null) = (answer is null))
);
create index command_undelivered on command (written) where taken is null;
