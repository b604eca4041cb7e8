import { test } from 'vitest'
import { openCommunity, chunshen } from '../fixtures/community'
test('smoke', async () => {
  let t = Date.now()
  const lap = (w: string) => { console.log(w, Date.now() - t); t = Date.now() }
  const c = await openCommunity()
  lap('open')
  try {
    for (let i = 0; i < 100; i++) await c.as('zhou').account.me({})
    lap('me x100')
    for (let i = 0; i < 100; i++) await c.as('wang').demand.listInbox({})
    lap('inbox x100')
    for (let i = 0; i < 100; i++) await c.as('zhou').demand.file({committeeId: chunshen.committeeId, kind:'request', text:'楼道灯坏了，看不清', place:'', urgency:'ordinary', visibility:'committee'})
    lap('file x100')
    for (let i = 0; i < 100; i++) await c.rows('select 1')
    lap('rows x100')
  } finally { await c.close() }
})
