import { setup, seededAt, type Cluster } from '../cluster'
import type { TestProject } from 'vitest/node'
import { startServer } from './server'
import { boot } from './harness'
import { visits } from './visits'
let cluster!: Cluster
const end = await setup({ provide: (_: string, value: Cluster) => { cluster = value } } as unknown as TestProject)
const url = (u: string) => new URL(`/${cluster.template}`, u).href
const server = await startServer({ adminUrl: url(cluster.adminUrl), appUrl: url(cluster.appUrl) }, seededAt)
const wait = (n: number) => new Promise((r) => setTimeout(r, n))
for (const [route, visit] of Object.entries(await visits(server))) {
  if (process.argv[2] && !route.includes(process.argv[2])) continue
  const phone = boot('/tmp/zxh-w/dist/weapp', { at: seededAt, server: server.as(visit.who) })
  const page = phone.open(route, visit.with)
  await wait(600)
  console.log('=====', route, visit.who.name, JSON.stringify(page.extent()), JSON.stringify(phone.sent.map(s=>s.bytes)), JSON.stringify(phone.requests.map(r=>r.path+' '+r.bytes)), phone.syncBeforePicture().join(), phone.complaints())
  console.log(page.lines().join('|'));
  const text = page.text(); const missing = visit.sees.filter((w) => !text.includes(w)); if (missing.length) console.log('MISSING', missing)
  phone.end()
}
console.log(server.faults)
 await server.stop(); await end(); process.exit(0)
