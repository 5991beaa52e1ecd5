-- records may come again, and late: an older version never replaces a newer one
insert into opportunity as stored
  (id, name, pipeline_id, stage_name, deal_size, close_date, account_id, contact_id, created_at, updated_at, record)
select r->>'id', r->>'name', r->>'pipeline_id', r->>'stage_name', (r->>'deal_size')::numeric,
  case jsonb_typeof(r->'close_date')
    when 'number' then to_timestamp((r->>'close_date')::float8 / 1000)
    else (r->>'close_date')::timestamptz
  end,
  r->>'account_id', r->>'contact_id', (r->>'created_at')::timestamptz, (r->>'updated_at')::timestamptz, r
from (select cast(:#${body} as jsonb) as r) as body
on conflict (id) do update set
  name = excluded.name, pipeline_id = excluded.pipeline_id, stage_name = excluded.stage_name,
  deal_size = excluded.deal_size, close_date = excluded.close_date, account_id = excluded.account_id,
  contact_id = excluded.contact_id, created_at = excluded.created_at, updated_at = excluded.updated_at,
  record = excluded.record
where (excluded.updated_at >= stored.updated_at) is not false
