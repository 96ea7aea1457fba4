-- A release may follow another that has not ended: `behind` names it until then, and `followed_by`
-- of the older one the younger. The next one may start once `waves_passed` has reached
-- `canary_waves`; where there are 0 of those it may not.
alter table release
  add column behind       uuid    references release,
  add column followed_by  uuid,
  add column canary_waves integer not null default 0,
  add column waves_passed integer not null default 0;

update release r set waves_passed = passed.waves
from (
  select subject_id, max((payload_json ->> 'wave')::integer) as waves
  from ledger_entry
  where subject_kind = 'release' and type = 'wave-passed'
  group by subject_id
) passed
where passed.subject_id = r.id::text;

-- Two active releases of a service at most, one behind the other.
drop index release_active;
create unique index release_active on release (service)
  where phase not in ('WAITING', 'ENDED') and behind is null;
create unique index release_following on release (service)
  where phase not in ('WAITING', 'ENDED') and behind is not null;
