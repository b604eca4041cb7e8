-- Written down by one who serves for somebody else: how it was heard, for each step of the resident that is recorded so.
alter table demand_entry add column heard text check (heard in ('phone', 'counter', 'homeVisit', 'onlineVisit'));
alter table demand_entry add constraint demand_entry_heard check ((heard is not null) <= (step in ('file', 'add', 'confirm', 'notSolved', 'withdraw') and by_id is not null));
