-- Incidents and changes are entries among others of their chain, and are listed without the others.
create index ledger_entry_by_type on ledger_entry (subject_kind, subject_id, type, seq);
