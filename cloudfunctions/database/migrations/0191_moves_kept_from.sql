-- Who may not speak to a resident any more does not get the demand by leave either: the timer has to know. After 0172, which makes the column.
grant select (kept_from) on demand to zx_jobs;
