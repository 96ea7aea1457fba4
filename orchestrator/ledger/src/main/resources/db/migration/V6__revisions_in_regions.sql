-- What releases have put into regions and not taken back: the newest row of a region is what runs there.
create table region_revision (
  release  uuid not null references release,
  service  text not null,
  region   text not null,
  revision text not null,
  primary key (release, region)
);
create index region_revision_by_service on region_revision (service, region, release desc);

-- Drawn from the histories that are there already.
insert into region_revision (release, service, region, revision)
select r.id, r.service, e.payload_json ->> 'region', r.contender
from release r
join ledger_entry e on e.subject_kind = 'release' and e.subject_id = r.id::text
  and e.type in ('deploy-intended', 'restored')
group by r.id, r.service, r.contender, e.payload_json ->> 'region'
having coalesce(max(e.seq) filter (where e.type = 'deploy-intended'), 0)
  > coalesce(max(e.seq) filter (where e.type = 'restored'), 0);
