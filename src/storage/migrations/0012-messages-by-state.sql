-- The few messages of a state that somebody looks for are found among all that were ever sent.

create index outbox_by_state on outbox (authority_id, state, id);
