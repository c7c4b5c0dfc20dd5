-- contact details: how the service and each of its teams is reached, as letters say it; what a team leaves open is the service's.

create table contact_details (
  authority_id uuid not null references authorities,
  -- `service`, or the id of a team.
  whose text not null,
  name text,
  phone text,
  email text,
  address text,
  primary key (authority_id, whose)
);
alter table contact_details enable row level security;
create policy of_authority on contact_details using (authority_id = current_authority());
grant select, insert, update on contact_details to alongside_app;

alter table users add column phone text;
