-- What is filed while the leader of the block is on leave goes back to them afterwards, like what they had before.
grant insert (lent_from) on demand to zx_app;
