/** `npm run score:mini`: the mini-program card as one line of JSON. Sizes and counts; no times. */
import { setTimeout as wait } from 'node:timers/promises'
import type { TestProject } from 'vitest/node'
import { cast, type CastMember } from '../../cloudfunctions/database/seed/people'
import { seededAt, setup, type Cluster } from '../cluster'
import { ensureBuilt } from './built'
import { boot, until, type Phone } from './harness'
import { startServer, type Server } from './server'
import { h5Sizes, weappSizes } from './sizes'
import { visits } from './visits'

const lists: Record<string, string> = {
  'pages/services': 'service/list', 'pages/messages': 'notice/list', 'resident/my-demands': 'demand/listMine', 'leader/inbox': 'demand/listInbox',
  'leader/households': 'household/listOfBlock', 'staff/demands': 'demand/listCommittee',
}

const largest = (phone: Phone) => Math.max(0, ...phone.sent.map(({ bytes }) => bytes))

/** Everything a visit to each page costs. */
async function pageFigures(root: string, server: Server) {
  const figures = { nodes: 0, depth: 0, children: 0, largestSetData: 0, listRatio: 0, complaints: 0 }
  for (const [route, { who, with: query, sees }] of Object.entries(await visits(server))) {
    const phone = boot(root, { server: server.as(who), at: seededAt })
    const page = phone.open(route, query)
    for (const words of sees) await page.sees(words)
    await page.settled()
    const extent = page.extent()
    for (const key of ['nodes', 'depth', 'children'] as const) figures[key] = Math.max(figures[key], extent[key])
    figures.largestSetData = Math.max(figures.largestSetData, largest(phone))
    figures.complaints += phone.complaints().length
    const list = phone.requests.find(({ path }) => path === lists[route])
    if (list) figures.listRatio = Math.max(figures.listRatio, Math.round((100 * largest(phone)) / list.bytes) / 100)
    phone.end()
  }
  return figures
}

async function homeFigures(root: string, server: Server, who: CastMember) {
  const phone = boot(root, { server: server.as(who), at: seededAt })
  await phone.open('pages/home').sees('居住证签注')
  const home = { setData: phone.sent.length, requests: phone.requests.length, requestBytes: phone.requests.reduce((sum, { bytes }) => sum + bytes, 0), syncCalls: phone.syncBeforePicture().length }
  await wait(50)
  const again = boot(root, { server: server.as(who), at: seededAt, storage: phone.storage, offline: true })
  await again.open('pages/home').sees('居住证签注')
  const repeat = { ...home, requestsWithCache: again.requests.length, complaints: phone.complaints().length + again.complaints().length }
  phone.end()
  again.end()
  return repeat
}

/** Files a demand and reads its receipt; 王芳 answers it; the largest drawing on the way. */
async function journeyFigures(root: string, server: Server) {
  const zhou = boot(root, { server: server.as(cast.zhouLan), at: seededAt })
  await zhou.open('pages/home').tap('说件事')
  const form = await zhou.on('resident/file-demand')
  await form.type('发生了什么？想怎么解决？', '晾衣架歪了，刮风会掉')
  await form.tap('交给王芳')
  await (await zhou.on('resident/demand-sent')).sees('已收到')
  const wang = boot(root, { server: server.as(cast.wangFang), at: seededAt })
  await wang.open('leader/inbox').tap('晾衣架歪了')
  const demand = await wang.on('leader/demand')
  await demand.type('写给居民', '换好了')
  await demand.tap('答复并请确认')
  await demand.sees('等居民确认')
  const hidden = wang.sent.length
  wang.back()
  await until(() => wang.sent.length > hidden)
  const figures = { largestSetData: Math.max(largest(zhou), largest(wang)), complaints: zhou.complaints().length + wang.complaints().length }
  zhou.end()
  wang.end()
  return figures
}

let cluster!: Cluster
const end = await setup({ provide: (_name: string, value: Cluster) => { cluster = value } } as unknown as TestProject)
const at = (url: string) => new URL(`/${cluster.template}`, url).href
try {
  const [weapp, h5] = [ensureBuilt('weapp'), ensureBuilt('h5')]
  const server = await startServer({ adminUrl: at(cluster.adminUrl), appUrl: at(cluster.appUrl) }, seededAt)
  try {
    const sizes = weappSizes(weapp)
    const browser = h5Sizes(h5)
    const home = await homeFigures(weapp, server, cast.zhouLan)
    const page = await pageFigures(weapp, server)
    const journey = await journeyFigures(weapp, server)
    console.log(JSON.stringify({
      mainBytes: sizes.main, largestSubpackageBytes: sizes.largestSubpackage, allBytes: sizes.all, imageBytes: sizes.images, largestImageBytes: sizes.largestImage,
      homeSetData: home.setData, largestSetDataBytes: Math.max(page.largestSetData, journey.largestSetData), listRatio: page.listRatio,
      nodes: page.nodes, depth: page.depth, children: page.children,
      homeRequests: home.requests, homeRequestBytes: home.requestBytes, homeRequestsWithCache: home.requestsWithCache, syncCalls: home.syncCalls,
      complaints: home.complaints + page.complaints + journey.complaints, faults: server.faults.length,
      h5FirstPageGzip: browser.firstPage, h5LargestChunkGzip: browser.largestChunk,
    }))
  } finally {
    await server.stop()
  }
} finally {
  await end()
}
process.exit(0)
