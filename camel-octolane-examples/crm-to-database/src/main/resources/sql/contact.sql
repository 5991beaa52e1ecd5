-- records may come again, and late: an older version never replaces a newer one
insert into contact as stored (id, email, name, job_title, phone, account_id, created_at, updated_at, record)
select r->>'id', r->>'email', r->>'name', r->>'job_title', r->>'phone', r->>'account_id',
  (r->>'created_at')::timestamptz, (r->>'updated_at')::timestamptz, r
from (select cast(:#${body} as jsonb) as r) as body
on conflict (id) do update set
  email = excluded.email, name = excluded.name, job_title = excluded.job_title, phone = excluded.phone,
  account_id = excluded.account_id, created_at = excluded.created_at, updated_at = excluded.updated_at,
  record = excluded.record
where (excluded.updated_at >= stored.updated_at) is not false
