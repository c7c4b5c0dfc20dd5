-- job: work that waits for a worker. It says which authority and which message, and nothing about anybody: what is to be sent and
-- what became of it stays in the outbox, with row security.
-- queue: what jobs of a kind have in common. Seconds, all of them.

select jobs.create_queue(name, given || '{"policy": "standard", "deleteAfterSeconds": 86400, "heartbeatSeconds": 30}') from (values
  -- Messages that were tried for as long as "messages" says; why is noted, and the page Messages says so.
  ('undelivered', '{"retryLimit": 300, "retryDelay": 30, "retryBackoff": true, "retryDelayMax": 900}'::jsonb),
  -- With these pauses about three days. They wait as long as it takes until there is a mail server.
  ('messages', '{"retryLimit": 300, "retryDelay": 30, "retryBackoff": true, "retryDelayMax": 900, "expireInSeconds": 300,
    "retentionSeconds": 315360000, "deadLetter": "undelivered"}'),
  -- Those of a demonstration, which can be delivered without a mail server.
  ('demonstration-messages', '{"retryLimit": 300, "retryDelay": 30, "retryBackoff": true, "retryDelayMax": 900,
    "expireInSeconds": 300, "deadLetter": "undelivered"}'),
  ('digests', '{"retryLimit": 20, "retryDelay": 30, "retryBackoff": true, "retryDelayMax": 900, "expireInSeconds": 3600}'),
  ('schedules', '{"retryLimit": 300, "retryDelay": 5, "retryBackoff": true, "retryDelayMax": 900, "expireInSeconds": 3600}'),
  ('tidying', '{"retryLimit": 20, "retryDelay": 30, "retryBackoff": true, "retryDelayMax": 900, "expireInSeconds": 3600}')
) as queues (name, given);

grant usage on schema jobs to alongside_app;
grant select, insert, update, delete on all tables in schema jobs to alongside_app;

-- A job like any other of its queue, as pg-boss makes them.
create function add_job(queue_name text, given jsonb) returns void
  language plpgsql
  as $$
    begin
      insert into jobs.job (name, data, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds,
          deletion_seconds, keep_until, policy, dead_letter, heartbeat_seconds)
        select name, given, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds,
          deletion_seconds, now() + retention_seconds * interval '1 second', policy, dead_letter, heartbeat_seconds
        from jobs.queue where name = queue_name;
    end;
  $$;

create function job_of_message(authority uuid, message bigint) returns jsonb
  language sql immutable
  return jsonb_build_object('authority', authority, 'message', message::text);

create function messages_of(authority uuid) returns text
  language sql stable
  return (select case when demonstration then 'demonstration-messages' else 'messages' end
    from authorities where authority_id = authority);

-- A message that waits has a job, whoever made it wait.
create function give_message_its_job() returns trigger
  language plpgsql
  as $$
    begin
      perform add_job(messages_of(new.authority_id), job_of_message(new.authority_id, new.id));
      return null;
    end;
  $$;
create trigger queued after insert on outbox
  for each row when (new.state = 'waiting') execute function give_message_its_job();
create trigger queued_again after update of state on outbox
  for each row when (old.state <> 'waiting' and new.state = 'waiting') execute function give_message_its_job();

-- So have the cases of an authority whose schedules are out of date, all of them one.
create function give_schedules_their_job() returns trigger
  language plpgsql
  as $$
    begin
      perform add_job('schedules', jsonb_build_object('authority', authority_id))
        from (select distinct authority_id from outdated) as authorities;
      return null;
    end;
  $$;
create trigger queued after insert on outdated_schedules referencing new table as outdated
  for each statement execute function give_schedules_their_job();

-- What waits in an authority and has no job, as after a restore: a backup holds no jobs.
create function give_lost_jobs() returns void
  language plpgsql
  as $$
    begin
      -- Two workers that start at once would both find the same.
      perform pg_advisory_xact_lock(hashtextextended('lost jobs', 0));
      perform add_job(messages_of(authority_id), job_of_message(authority_id, id)) from outbox
        where authority_id = current_authority() and state = 'waiting' and not exists (
          select from jobs.job
          where job.name in ('messages', 'demonstration-messages', 'undelivered') and job.state <= 'active'
            and job.data = job_of_message(authority_id, outbox.id)
        );
      perform add_job('schedules', jsonb_build_object('authority', current_authority()))
        where exists (select from outdated_schedules where authority_id = current_authority())
          and not exists (
            select from jobs.job
            where job.name = 'schedules' and job.state <= 'active' and job.data->>'authority' = current_authority()::text
          );
    end;
  $$;

-- When a message is tried next is its job's, and not the outbox's any more.
drop function authorities_with_messages;
drop index outbox_waiting;
alter table outbox drop column due_at;
