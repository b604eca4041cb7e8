/** `npx tsx tests/stories/pictures.ts <folder>`: the pages as people see them, for looking at. Starts a server of its own, in memory of nothing. */
