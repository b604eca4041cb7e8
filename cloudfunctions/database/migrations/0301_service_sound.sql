-- What was published lately is looked for every minute, to be given its sounds.
create index service_item_published on service_item (published_at) where published_at is not null;
