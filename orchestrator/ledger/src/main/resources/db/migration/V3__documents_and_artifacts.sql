-- Documents, each version kept; what the chain names by hash; what is true of the installation.

create table document (
  kind    text        not null,
  name    text        not null,
  version integer     not null check (version >= 1),
  tree    text        not null,
  hash    text        not null,
  actor   text        not null,
  at      timestamptz not null,
  primary key (kind, name, version)
);

create table artifact (
  hash    text primary key,
  kind    text not null,
  content text not null
);

create table checkpoint (
  key        text   primary key,
  grid_index bigint not null,
  json       text   not null
);

create table installation (
  key   text primary key,
  value text not null
);
