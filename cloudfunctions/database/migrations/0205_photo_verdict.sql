-- Whether neighbours may come to see the words a photo goes with: then somebody has to look at it. Who may read a demand does not change
-- after it is filed, so this is known when the photo is put with its words, and the list of those that wait needs no other table.
alter table photo add column open boolean not null default false;
update photo p set open = true from demand d
  where d.committee_id = p.committee_id and d.id = p.demand_id and d.visibility = 'neighbours'
    and not exists (select from demand_entry e where e.committee_id = p.committee_id and e.id = p.entry_id and e.internal);
-- Why it was not kept, for its author.
alter table photo add column verdict_reason text check (length(verdict_reason) between 1 and 200),
  add constraint photo_reason_of_refusal check (verdict_reason is null or verdict = 'refused');
grant update (open, verdict_reason) on photo to zx_app;

-- For a person to look at: what neighbours may come to see, and what the platform itself asks to be looked at.
create index photo_waiting on photo (committee_id, attached_at, id)
  where state = 'pending' and attached_at is not null and (open or (platform = 'review' and trace is not null));
