import { setup } from '../cluster'
import type { TestProject } from 'vitest/node'
import { seededAt, type Cluster } from '../cluster'
import { cast } from '../../cloudfunctions/database/seed/people'
import { bind, openidOf, startServer } from './server'
import { boot } from './harness'
let cluster!: Cluster
const end = await setup({ provide: (_: string, value: Cluster) => { cluster = value } } as unknown as TestProject)
const url = (u: string) => new URL(`/${cluster.template}`, u).href
await bind(url(cluster.adminUrl), Object.values(cast))
const server = startServer(url(cluster.appUrl), seededAt)
const phone = boot('/tmp/zxh-w/dist/weapp', { at: seededAt, server: server.as(openidOf(cast.zhouLan)) })
const home = phone.open('pages/home')
const wait = (n: number) => new Promise((r) => setTimeout(r, n))
await wait(1500)
console.log(home.lines().join('|')); console.log(home.extent(), phone.sent.map(s=>s.bytes), phone.requests, phone.syncBeforePicture(), phone.complaints(), server.faults)
console.log(phone.sent.map(s=>s.data.slice(0,1500)).join('\n----\n'))
phone.end(); await server.stop(); await end(); process.exit(0)
