-- A release may wait for its turn: one of each service, the newest.
alter table release drop constraint release_phase_check;
alter table release add check (phase in ('WAITING', 'RUNNING', 'PAUSED', 'RECOVERING', 'ENDED'));

drop index release_active;
create unique index release_active on release (service) where phase not in ('WAITING', 'ENDED');
create unique index release_waiting on release (service) where phase = 'WAITING';
