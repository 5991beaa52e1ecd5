-- an older version that comes late does not replace a newer one
merge into deal using (
  select cast(:#${header.CamelOctolaneRecordId} as varchar(36)) as id,
    cast(:#${body[name]} as varchar(1000)) as name,
    cast(:#${body[stage_name]} as varchar(200)) as stage_name,
    cast(:#${body[deal_size]} as numeric(20, 2)) as deal_size,
    cast(:#${header.CamelOctolaneUpdatedAt} as timestamp with time zone) as updated_at
) as fresh on deal.id = fresh.id
when matched and deal.updated_at < fresh.updated_at then update set
  name = fresh.name, stage_name = fresh.stage_name, deal_size = fresh.deal_size, updated_at = fresh.updated_at
when not matched then insert (id, name, stage_name, deal_size, updated_at)
  values (fresh.id, fresh.name, fresh.stage_name, fresh.deal_size, fresh.updated_at)
