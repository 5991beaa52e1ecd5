create table deal (
  id varchar(36) primary key,
  name varchar(1000),
  stage_name varchar(200),
  deal_size numeric(20, 2),
  updated_at timestamp with time zone not null
);
create table account (
  id varchar(36) primary key,
  domain varchar(255),
  name varchar(1000),
  copied_at timestamp with time zone not null
);
