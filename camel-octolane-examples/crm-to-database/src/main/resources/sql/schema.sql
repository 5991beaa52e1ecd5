-- one copy at a time: two that create the same table at once would trip over each other
select pg_advisory_xact_lock(hashtext('crm-to-database'));

create table if not exists contact (
  id         text primary key,
  email      text,
  name       text,
  job_title  text,
  phone      text,
  account_id text,
  created_at timestamptz,
  updated_at timestamptz,
  record     jsonb not null
);

create table if not exists opportunity (
  id          text primary key,
  name        text,
  pipeline_id text,
  stage_name  text,
  deal_size   numeric,
  close_date  timestamptz,
  account_id  text,
  contact_id  text,
  created_at  timestamptz,
  updated_at  timestamptz,
  record      jsonb not null
);
