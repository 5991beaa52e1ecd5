merge into account (id, domain, name, copied_at) key (id) values (
  :#${body[id]}, :#${body[domain]}, :#${body[name]}, :#${exchangeProperty.CamelTimerFiredTime})
