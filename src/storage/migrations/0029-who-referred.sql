-- Whoever refers a family and does not work with it is told what became of the referral: the list of their own is read by this.

create index events_of_referrer on events (authority_id, written_by) where type = 'referral.received';
