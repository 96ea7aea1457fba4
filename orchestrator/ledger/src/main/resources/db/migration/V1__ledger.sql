-- The record. One chain per subject; its head row is locked by whoever appends, so numbers have no gap and
-- stand in the order of the commits.

create table ledger_head (
  subject_kind text    not null,
  subject_id   text    not null check (length(subject_id) <= 300),
  seq          bigint  not null,
  epoch        integer not null,
  hash         text    not null,
  primary key (subject_kind, subject_id)
);

create table ledger_entry (
  subject_kind text        not null,
  subject_id   text        not null,
  seq          bigint      not null check (seq >= 1),
  epoch        integer     not null check (epoch >= 0),
  type         text        not null,
  type_version integer     not null check (type_version >= 1),
  at           timestamptz not null,
  actor        text        not null,
  cause        text,
  key          text        not null unique,
  payload      text        not null,
  -- For queries only: the text is what is hashed.
  payload_json jsonb       generated always as (payload::jsonb) stored,
  prev_hash    text        not null,
  hash         text        not null,
  primary key (subject_kind, subject_id, seq)
);

create index ledger_entry_at on ledger_entry (at);

-- Finds the witnesses of one subject among the heads that were chained into the installation's chain.
create index ledger_entry_witness on ledger_entry using gin (payload_json jsonb_path_ops)
  where type = 'heads-chained';

-- Which heads have been chained already. Not a witness itself.
create table chained_head (
  subject_kind text   not null,
  subject_id   text   not null,
  seq          bigint not null,
  primary key (subject_kind, subject_id)
);

-- A mistake in our own code must not rewrite history; whoever does it on purpose is found by the hashes.
create function ledger_entry_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'ledger entries are never changed or removed';
end $$;

create trigger ledger_entry_append_only before update or delete on ledger_entry
  for each row execute function ledger_entry_is_append_only();
create trigger ledger_entry_never_emptied before truncate on ledger_entry
  for each statement execute function ledger_entry_is_append_only();

-- Wakes everybody who waits for this subject, once the entry is committed.
create function ledger_entry_announce() returns trigger language plpgsql as $$
begin
  perform pg_notify('meridian_ledger', new.subject_kind || '/' || new.subject_id);
  return null;
end $$;

create trigger ledger_entry_announced after insert on ledger_entry
  for each row execute function ledger_entry_announce();
