/** The HTTP host, spoken to over a socket as a browser and as a program would. */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import * as fs from 'node:fs'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as os from 'node:os'
import * as path from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ImportLook } from '../../contract/import'
import { host } from '../../cloudfunctions/runtime/http'
import { tokenHash } from '../../cloudfunctions/runtime/session'
import type { Surroundings } from '../../cloudfunctions/runtime/surroundings'
import { accounts, chunshen, openCommunity, paths, plum, promiseOf, type Community } from '../fixtures/community'
import { fileAs, words } from '../fixtures/scene'
import { tableOf } from '../fixtures/tables'

let community: Community
let h5: string
const servers: ReturnType<typeof createAdaptorServer>[] = []
let address: string

async function serveOn(surroundings: Surroundings, { secure = false, trustProxy = false } = {}): Promise<string> {
  const server = createAdaptorServer({ fetch: host({ surroundings, h5, secure, trustProxy }).fetch })
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

beforeAll(async () => {
  community = await openCommunity()
  h5 = fs.mkdtempSync(path.join(os.tmpdir(), 'zhangxinhui-h5-'))
  fs.writeFileSync(path.join(h5, 'index.html'), '<!doctype html><title>掌心汇</title>')
  fs.mkdirSync(path.join(h5, 'js'))
  fs.writeFileSync(path.join(h5, 'js/app.0123abcd.js'), 'void 0')
  address = await serveOn(community.surroundings)
})
afterAll(async () => {
  for (const server of servers) {
    server.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
  }
  fs.rmSync(h5, { recursive: true, force: true })
  await community.close()
})

const form = (fields: Record<string, string>) => ({ method: 'POST', redirect: 'manual' as const, body: new URLSearchParams(fields) })
async function enter(name: keyof typeof accounts, at = address): Promise<string> {
  const entered = await fetch(`${at}/enter`, form({ accountId: accounts[name], next: '/#/pages/home/index' }))
  return entered.headers.get('set-cookie')!.split(';')[0]!
}

interface Sent { cookie?: string; headers?: Record<string, string>; key?: string; at?: string }
const rpc = (method: string, input: unknown, { cookie, headers, key, at = address }: Sent = {}) => fetch(`${at}/rpc/${method}`, {
  method: 'POST', headers: { 'content-type': 'application/json', 'x-zxh': '1', ...(cookie ? { cookie } : {}), ...headers }, body: JSON.stringify({ input, key }),
})

describe('every answer', () => {
  test('carries the headers that keep a page to itself', async () => {
    const places = ['/', '/js/app.0123abcd.js', '/api/about', '/healthz', '/enter', '/nothing']
    for (const place of [...places, '/rpc/account/about']) {
      const { headers } = await (place.startsWith('/rpc') ? rpc('account/about', {}) : fetch(address + place))
      expect([place, headers.get('content-security-policy')]).toEqual([place,
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"])
      expect([place, headers.get('x-content-type-options'), headers.get('x-frame-options'), headers.get('referrer-policy'), headers.get('cross-origin-opener-policy'), headers.get('cross-origin-resource-policy')])
        .toEqual([place, 'nosniff', 'DENY', 'same-origin', 'same-origin', 'same-origin'])
      expect([place, headers.get('permissions-policy')]).toEqual([place, 'camera=(self), microphone=(), geolocation=()'])
      // A machine without TLS must not promise any, and nobody is told what runs here.
      expect([place, headers.get('strict-transport-security'), headers.get('x-powered-by'), headers.get('server'), headers.get('access-control-allow-origin')]).toEqual([place, null, null, null, null])
    }
  })

  test('over HTTPS tells the browser to stay there', async () => {
    const secure = await serveOn(community.surroundings, { secure: true })
    expect((await fetch(`${secure}/`)).headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
  })

  test('of a method is kept by nobody; files whose name holds their hash are kept for good', async () => {
    const cache = async (response: Promise<Response>) => (await response).headers.get('cache-control')
    expect(await cache(rpc('account/about', {}))).toBe('no-store')
    expect(await cache(fetch(`${address}/api/about`))).toBe('no-store')
    expect(await cache(fetch(`${address}/`))).toBe('no-cache')
    expect(await cache(fetch(`${address}/js/app.0123abcd.js`))).toBe('public, max-age=31536000, immutable')
  })
})

describe('the door of the demonstration', () => {
  test('lists the invented people and opens for them alone', async () => {
    const page = await (await fetch(`${address}/enter`)).text()
    for (const title of ['周女士', '王芳，3块块长', '唐敏芝，居委会主任', '沈女士，梅园']) expect(page).toContain(title)
    for (const accountId of ['', 'x', randomUUID(), (await community.rows<{ id: string }>('select id from account where id not in (select account_id from demonstration) limit 1'))[0]!.id]) {
      const refused = await fetch(`${address}/enter`, form({ accountId, next: '/#/' }))
      expect([refused.status, refused.headers.get('location'), refused.headers.get('set-cookie')]).toEqual([303, '/enter', null])
    }
  })

  test('gives a cookie no script can read and no other site can send', async () => {
    const plain = (await fetch(`${address}/enter`, form({ accountId: accounts.zhou }))).headers.get('set-cookie')!
    expect(plain).toMatch(/^zxh=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/)
    const secure = await serveOn(community.surroundings, { secure: true })
    const pinned = (await fetch(`${secure}/enter`, form({ accountId: accounts.zhou }))).headers.get('set-cookie')!
    expect(pinned).toMatch(/^__Host-zxh=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000; Secure$/)
    const stored = await community.rows<{ token_hash: string }>('select token_hash from session')
    const token = plain.split(';')[0]!.slice('zxh='.length)
    expect(stored.some((row) => row.token_hash === tokenHash(token))).toBe(true)
    expect(JSON.stringify(stored)).not.toContain(token)
  })

  test('leads on within the app only', async () => {
    for (const next of ['https://example.com/', '//example.com', '/\\example.com', 'javascript:alert(1)', '/enter']) {
      expect((await fetch(`${address}/enter`, form({ accountId: accounts.zhou, next }))).headers.get('location')).toBe('/')
    }
  })

  test('leaving ends the session itself, not only the cookie; changing over ends the last one', async () => {
    const cookie = await enter('zhou')
    expect((await rpc('account/me', {}, { cookie })).status).toBe(200)
    const left = await fetch(`${address}/leave`, { method: 'POST', redirect: 'manual', headers: { cookie } })
    expect(left.headers.get('set-cookie')).toMatch(/^zxh=; .*Max-Age=0/)
    expect((await rpc('account/me', {}, { cookie })).status).toBe(401)
    const first = await enter('zhou')
    await fetch(`${address}/enter`, { ...form({ accountId: accounts.wang }), headers: { cookie: first } })
    expect((await rpc('account/me', {}, { cookie: first })).status).toBe(401)
  })

  test('is not there without demonstration data', async () => {
    const real = await serveOn({ ...community.surroundings, about: { ...community.surroundings.about, demonstration: false } })
    expect((await fetch(`${real}/enter`)).status).toBe(404)
    const tried = await fetch(`${real}/enter`, form({ accountId: accounts.zhou }))
    expect([tried.status, tried.headers.get('set-cookie')]).toEqual([404, null])
  })
})

describe('a request from elsewhere', () => {
  test('is refused without our header, from a foreign origin, or marked cross-site, and does nothing', async () => {
    const cookie = await enter('zhou')
    const filed = async () => (await community.rows('select from demand')).length
    const before = await filed()
    const input = { committeeId: chunshen.committeeId, ...words() }
    const foreign: Record<string, string>[] = [{ 'x-zxh': '' }, { 'x-zxh': '0' }, { origin: 'https://example.com' }, { origin: 'null' }, { origin: `${address}.example.com` }, { 'sec-fetch-site': 'cross-site' }]
    for (const headers of foreign) {
      const key = randomUUID()
      const answers = [
        await rpc('demand/file', input, { cookie, headers, key }),
        await fetch(`${address}/api/demands`, { method: 'POST', headers: { 'content-type': 'application/json', cookie, 'x-zxh': '1', 'idempotency-key': key, ...headers }, body: JSON.stringify(input) }),
      ]
      expect([headers, ...answers.map((answer) => answer.status)]).toEqual([headers, 403, 403])
    }
    for (const place of ['/enter', '/leave']) {
      expect((await fetch(address + place, { ...form({ accountId: accounts.wang }), headers: { cookie, origin: 'https://example.com' } })).status).toBe(403)
    }
    expect(await filed()).toBe(before)
    expect((await rpc('account/me', {}, { cookie, headers: { origin: address, 'sec-fetch-site': 'same-origin' } })).status).toBe(200)
  })
})

describe('what does not fit', () => {
  test('a body over 64 KB is refused, whether it says so or not', async () => {
    const large = { ...chunshen, ...words('灯'.repeat(40_000)) }
    const told = await rpc('demand/file', large, { key: randomUUID() })
    expect([told.status, await told.json()]).toEqual([413, { ok: false, refusal: 'BadInput', data: {} }])
    const status = await new Promise<number>((resolve, reject) => {
      const sending = request(`${address}/rpc/demand/file`, { method: 'POST', headers: { 'x-zxh': '1', 'content-type': 'application/json', 'transfer-encoding': 'chunked' } }, (response) => {
        resolve(response.statusCode!)
        response.resume()
      })
      sending.on('error', reject)
      for (let part = 0; part < 10; part += 1) sending.write(Buffer.alloc(10_000, 32))
      sending.end()
    })
    expect(status).toBe(413)
  })

  test('a body that is none, an unknown method and an unknown page are refused by name', async () => {
    const post = (body: string) => fetch(`${address}/rpc/demand/file`, { method: 'POST', headers: { 'x-zxh': '1', 'content-type': 'application/json' }, body })
    for (const body of ['', '{', 'null', '[]', '"x"', '{"input":{},"key":1}']) expect([body, (await post(body)).status]).toEqual([body, 400])
    for (const method of ['demand/burn', 'nothing/get', 'demand/__proto__', '__proto__/get', 'constructor/name', 'demand/file/more']) expect([method, (await rpc(method, {})).status]).toEqual([method, 404])
    expect((await fetch(`${address}/api/nothing`)).status).toBe(404)
    const page = await fetch(`${address}/nothing`)
    expect([page.status, await page.text()]).toEqual([404, '没有这一页'])
  })

  test('no file outside the folder is given', async () => {
    fs.writeFileSync(path.join(path.dirname(h5), 'zhangxinhui-secret.txt'), 'secret')
    try {
      for (const place of ['/../zhangxinhui-secret.txt', '/%2e%2e/zhangxinhui-secret.txt', '/..%2fzhangxinhui-secret.txt', '/js/../../zhangxinhui-secret.txt', '/%5c..%5czhangxinhui-secret.txt']) {
        const body = await new Promise<string>((resolve) => {
          request({ host: '127.0.0.1', port: new URL(address).port, path: place }, (response) => {
            let text = ''
            response.on('data', (part: Buffer) => { text += part.toString() }).on('end', () => resolve(text))
          }).end()
        })
        expect([place, body.includes('secret')]).toEqual([place, false])
      }
    } finally { fs.rmSync(path.join(path.dirname(h5), 'zhangxinhui-secret.txt')) }
  })
})

describe('/rpc and /api', () => {
  /** Puts an input where REST wants it: into the address, the query or the body. */
  async function rest(method: string, input: Record<string, unknown>, { cookie, key }: Sent = {}) {
    const { route } = promiseOf(method)
    const left = { ...input }
    const place = route.path!.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = String(left[name])
      delete left[name]
      return encodeURIComponent(value)
    })
    const get = route.method === 'GET'
    const query = get && Object.keys(left).length > 0 ? `?${new URLSearchParams(left as Record<string, string>)}` : ''
    return fetch(`${address}/api${place}${query}`, {
      method: route.method, headers: { 'x-zxh': '1', ...(cookie ? { cookie } : {}), ...(key ? { 'idempotency-key': key } : {}), ...(get ? {} : { 'content-type': 'application/json' }) },
      ...(get ? {} : { body: JSON.stringify(left) }),
    })
  }

  test('give the same answer to every query', async () => {
    const matter = await fileAs(community, 'zhou')
    const { slug } = (await community.as('visitor').service.list(chunshen)).items[0]!
    const inputs: Record<string, Record<string, unknown>> = {
      ...Object.fromEntries(['get', 'getEdit', 'versions', 'version'].map((name) => [`service/${name}`, { committeeId: chunshen.committeeId, slug, ...(name === 'version' ? { number: 2 } : {}) }])),
      'demand/foresee': { committeeId: chunshen.committeeId, kind: 'request', urgency: 'soon' }, 'demand/get': matter,
      'demand/listInbox': { filter: 'late' }, 'demand/listCommittee': { committeeId: chunshen.committeeId, filter: 'all', search: '灯' }, 'household/listOfBlock': { search: '9号楼' }, 'notice/list': { filter: 'all' },
      'organization/foreseeDay': { committeeId: chunshen.committeeId, day: '2026-12-24', to: 'closed' },
    }
    // What a road asks for and nobody filled in is the id of something else.
    const named = (road: string) => Object.fromEntries([...road.matchAll(/\{(\w+Id)\}/g)].map(([, id]) => [id!, id === 'committeeId' ? chunshen.committeeId : matter.demandId]))
    for (const name of ['wang', 'tang'] as const) {
      const cookie = await enter(name)
      for (const method of paths.filter((one) => promiseOf(one).meta.kind === 'query')) {
        const input = inputs[method] ?? named(promiseOf(method).route.path!)
        const [one, other] = [await rpc(method, input, { cookie }), await rest(method, input, { cookie })]
        const answer = (await one.json()) as { ok: boolean; output?: unknown; refusal?: string; data?: unknown }
        expect([method, other.status]).toEqual([method, one.status])
        const said = (await other.json()) as { code?: string; data?: unknown }
        if (answer.ok) expect([method, said]).toEqual([method, answer.output])
        else expect([method, said.code, said.data]).toEqual([method, answer.refusal, answer.data])
      }
    }
  })

  test('share their keys: filed by one and sent again by the other, it is one demand', async () => {
    const cookie = await enter('zhou')
    const key = randomUUID()
    const input = { committeeId: chunshen.committeeId, ...words('三楼的窗关不上') }
    const first = (await (await rpc('demand/file', input, { cookie, key })).json()) as { output: unknown }
    const second = await rest('demand/file', input, { cookie, key })
    expect([second.status, await second.json()]).toEqual([200, first.output])
    const reused = await rest('demand/file', { ...input, text: '别的' }, { cookie, key })
    expect([reused.status, await reused.json()]).toEqual([409, expect.objectContaining({ code: 'KeyReused', defined: true, data: {} })])
  })

  test('refuse alike: the input with the fields that do not fit, one not signed in, one not concerned', async () => {
    const cookie = await enter('shen')
    const cases: [string, Record<string, unknown>, string | undefined][] = [
      ['demand/file', { committeeId: 'x', kind: 'y', text: '', place: '', urgency: 'ordinary', visibility: 'committee' }, cookie],
      ['demand/listMine', {}, undefined],
      ['demand/overview', { committeeId: chunshen.committeeId }, cookie],
    ]
    const seen = []
    for (const [method, input, who] of cases) {
      const key = randomUUID()
      const one = await rpc(method, input, { ...(who ? { cookie: who } : {}), key })
      const other = await rest(method, input, { ...(who ? { cookie: who } : {}), key })
      const answer = (await one.json()) as { refusal: string; data: unknown }
      const said = (await other.json()) as { code: string; data: unknown; message: string }
      expect([other.status, said.code, said.data]).toEqual([one.status, answer.refusal, answer.data])
      seen.push([one.status, answer.refusal])
    }
    expect(seen).toEqual([[400, 'BadInput'], [401, 'NotSignedIn'], [404, 'NotFound']])
    const { data } = (await (await rpc('demand/file', cases[0]![1], { cookie, key: randomUUID() })).json()) as { data: { issues: { path: string[] }[] } }
    expect(data.issues.map((issue) => issue.path.join('.')).sort()).toEqual(['committeeId', 'kind', 'text'])
  })

  test('an unknown or ended session is nobody, and what the header says of a person is not read', async () => {
    const claims: Record<string, string>[] = [{ 'x-wx-openid': 'o-1' }, { 'x-account': accounts.tang }, { authorization: `Bearer ${accounts.tang}` }]
    for (const headers of claims) {
      expect((await rpc('account/me', {}, { cookie: 'zxh=guessed', headers })).status).toBe(401)
    }
  })
})

describe('the table of a committee', () => {
  const table = (cookie?: string, committeeId = chunshen.committeeId, { at = address, headers = {}, file = 'demands.xlsx', more = {} } = {}) =>
    fetch(`${at}/reports/${file}`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-zxh': '1', ...(cookie && { cookie }), ...headers }, body: JSON.stringify({ committeeId, why: '周会用', ...more }) })

  test('is given to those who serve it whole, holds each demand once, and nobody’s name, address or words', async () => {
    await fileAs(community, 'zhou', '=HYPERLINK("http://example.com","灯")')
    await community.as('wang').demand.transfer({ ...(await fileAs(community, 'zhou')), to: { kind: 'other', name: '张三师傅', number: '电话 139 0000 0000' }, reason: '' })
    const response = await table(await enter('tang'))
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'])
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('诉求-2026-11-20.xlsx')}`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect(Buffer.from(bytes.slice(0, 4)).toString('latin1')).toBe('PK\u0003\u0004')
    const files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, Buffer.from(content).toString()]))
    const all = Object.values(files).join('\n')
    const sheet = files['xl/worksheets/sheet1.xml']!
    const demands = await community.rows<{ number: string; filer_name: string; text: string; title: string }>('select number, filer_name, text, title from demand where committee_id = $1', [chunshen.committeeId])
    expect((sheet.match(/<row /g) ?? []).length).toBe(demands.length + 3)
    for (const head of ['编号', '类别', '状态', '首问责任人', '应答复时间', '等谁接手', '在外面办', '怎么结的', '时限（工作日）']) expect(all).toContain(head)
    for (const word of ['未评价', '15 天没有回音', '例会讨论', '12345 SH20261119-04571', '孟守业', '别的单位']) expect(all).toContain(word)
    // Whom somebody outside is called, and how to reach them, is nobody else's business.
    for (const word of ['张三师傅', '139 0000']) expect(all).not.toContain(word)
    expect(demands.filter((demand) => !all.includes(demand.number))).toEqual([])
    expect(demands.filter((demand) => all.includes(demand.filer_name) || all.includes(demand.title)).map((demand) => demand.number)).toEqual([])
    expect(sheet).not.toContain('<f>')
    expect((await community.rows<{ number: string }>('select number from demand where committee_id = $1', [plum.committeeId])).filter((demand) => all.includes(demand.number))).toEqual([])
  })

  test('is refused to everybody else, and to those of another committee', async () => {
    const outcome = async (cookie?: string, committeeId?: string) => (await table(cookie, committeeId)).status
    expect(await outcome()).toBe(404)
    for (const name of ['zhou', 'wang', 'qin', 'zhu'] as const) expect([name, await outcome(await enter(name))]).toEqual([name, 404])
    expect(await outcome(await enter('tang'), plum.committeeId)).toBe(404)
    expect(await outcome(await enter('tang'), 'x')).toBe(400)
    const tangs = await enter('tang')
    expect((await table(tangs, chunshen.committeeId, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
    expect((await table(tangs, chunshen.committeeId, { headers: { 'x-zxh': '0' } })).status).toBe(403)
    // A link that somebody is sent takes nothing out.
    expect((await fetch(`${address}/reports/demands.xlsx?committeeId=${chunshen.committeeId}&why=x`, { headers: { cookie: tangs } })).status).toBe(404)
  })

  test('of households is refused with what to do when it is too long, and without a reason', async () => {
    const file = 'households.xlsx'
    const answer = async (name: 'chen' | 'tang', more: object) => {
      const response = await table(await enter(name), chunshen.committeeId, { file, more })
      return response.status === 200 ? [200, decodeURIComponent(response.headers.get('content-disposition')!.split("''")[1]!)] : [response.status, ((await response.json()) as { refusal: string }).refusal]
    }
    expect(await answer('chen', { list: 'A' })).toEqual([409, 'TooManyHouseholds'])
    expect(await answer('chen', { list: 'A', blockId: chunshen.block(3) })).toEqual([200, '住户-A类-2026-11-20.xlsx'])
    expect(await answer('tang', { list: 'A' })).toEqual([200, '住户-A类-2026-11-20.xlsx'])
    expect(await answer('tang', { list: 'A', why: ' ' })).toEqual([400, 'BadInput'])
  })

  test('is given to nobody of another committee by row security alone', async () => {
    const alone = await serveOn(community.withoutFirstWall().surroundings)
    // Without a row in the log there is no file, and row security lets nobody else write that row.
    for (const file of ['demands.xlsx', 'households.xlsx']) expect((await table(await enter('qin'), chunshen.committeeId, { at: alone, file, more: { list: 'vacant' } })).status).toBe(404)
  })
})

describe('a table that is sent', () => {
  const send = async (bytes: Uint8Array | string, { cookie, headers, committeeId = chunshen.committeeId, key }: Sent & { committeeId?: string } = {}) => {
    const response = await fetch(`${address}/reports/import?committeeId=${committeeId}${key ? `&key=${key}` : ''}`, {
      method: 'POST', headers: { 'x-zxh': '1', 'x-zxh-file': encodeURIComponent('新住户.xlsx'), ...(cookie ? { cookie } : {}), ...headers }, body: bytes as string,
    })
    return { status: response.status, answer: (await response.json()) as { ok: boolean; refusal?: string; output?: ImportLook } }
  }
  const door = { building: '9号楼', room: '1901' }

  test('is looked at without a key and brought in with one, by those who serve the committee whole', async () => {
    const bytes = await tableOf({ household: [{ ...door, tenure: '自住' }] })
    const chen = await enter('chen')
    expect((await send(bytes, { cookie: chen })).answer).toMatchObject({ ok: true, output: { problem: null, batch: null, counts: { household: { added: 1 } } } })
    expect(await community.rows(`select from household where room = '1901'`)).toEqual([])
    expect((await send(bytes, { cookie: chen, key: randomUUID() })).answer).toMatchObject({ ok: true, output: { batch: { fileName: '新住户.xlsx', by: '陈敏' } } })
    expect(await community.rows(`select from household where room = '1901'`)).toHaveLength(1)
    const refused = [await send(bytes), await send(bytes, { cookie: await enter('zhou') }), await send(bytes, { cookie: await enter('qin') }), await send(bytes, { cookie: chen, committeeId: plum.committeeId })]
    expect(refused.map(({ status, answer }) => [status, answer.refusal])).toEqual([[401, 'NotSignedIn'], [404, 'NotFound'], [404, 'NotFound'], [404, 'NotFound']])
  })

  test('comes from our own page, is no larger than it may be, and has a committee and a name', async () => {
    const cookie = await enter('chen')
    const outcomes = [
      await send('x', { cookie, headers: { 'x-zxh': '' } }), await send('x', { cookie, headers: { 'sec-fetch-site': 'cross-site' } }), await send('x', { cookie, committeeId: 'x' }),
      await send('x', { cookie, key: 'x' }), await send('x', { cookie, headers: { 'x-zxh-file': '' } }), await send('x', { cookie, headers: { 'x-zxh-file': '%E4%BD' } }), await send('x', { cookie, headers: { 'x-zxh-file': 'a'.repeat(81) } }),
    ]
    expect(outcomes.map(({ status }) => status)).toEqual([403, 403, 400, 400, 400, 400, 400])
    expect((await send('x', { cookie })).answer).toMatchObject({ ok: true, output: { problem: expect.stringContaining('不是 .xlsx') } })
    // Told before it is read: the line may close while a browser is still writing.
    const large = await send(Buffer.concat([Buffer.from(await tableOf({ household: [{ ...door, room: '1903' }] })), Buffer.alloc(2 * 1024 * 1024)]), { cookie, key: randomUUID() }).then(({ status }) => status, () => 'closed')
    expect([413, 'closed']).toContain(large)
    expect(await community.rows(`select from household where room = '1903'`)).toEqual([])
  })
})

describe('how often', () => {
  test('is told with the seconds to wait', async () => {
    const limited = await serveOn({ ...community.surroundings, rateLimits: true })
    const cookie = await enter('xu')
    await community.rows(`insert into rate (person, method, minute, calls) values ($1, 'account/me', date_trunc('minute', $2::timestamptz), 120) on conflict (person, method) do update set calls = 120, minute = excluded.minute`, [accounts.xu, community.now()])
    const answer = await rpc('account/me', {}, { cookie, at: limited })
    expect([answer.status, await answer.json()]).toEqual([429, { ok: false, refusal: 'TooMany', data: { retryAfter: 60 } }])
  })

  test('visitors are told apart by their address, and by what a proxy says only where there is one', async () => {
    const limited = { ...community.surroundings, rateLimits: true }
    const visitors = async () => (await community.rows<{ person: string }>(`select person from rate where person like 'visitor:%' and method = 'account/about'`)).map((row) => row.person).sort()
    const ask = (at: string, from: string) => rpc('account/about', {}, { at, headers: { 'x-forwarded-for': from } })
    const open = await serveOn(limited)
    await ask(open, '198.51.100.1')
    await ask(open, '198.51.100.2')
    const one = await visitors()
    expect(one).toEqual([`visitor:${tokenHash('127.0.0.1')}`])
    const behind = await serveOn(limited, { trustProxy: true })
    await ask(behind, '203.0.113.9, 198.51.100.1')
    await ask(behind, '203.0.113.8, 198.51.100.1')
    expect(await visitors()).toEqual([...one, `visitor:${tokenHash('198.51.100.1')}`].sort())
    expect(JSON.stringify(await community.rows('select * from rate'))).not.toContain('198.51.100')
  })
})

describe('a fault', () => {
  test('is answered with an id by both ways, and its log line holds no personal data', async () => {
    const cookie = await enter('zhou')
    const said = '我妈晚上下楼看不清台阶'
    await community.rows('alter function app.next_demand_number(int) rename to next_demand_number_gone')
    community.logged.length = 0
    const input = { committeeId: chunshen.committeeId, ...words(said) }
    const key = randomUUID()
    try {
      const one = await rpc('demand/file', input, { cookie, key })
      const answer = (await one.json()) as { fault: string }
      expect([one.status, answer]).toEqual([500, { ok: false, fault: expect.stringMatching(/^[0-9a-f-]{36}$/) }])
      const other = await fetch(`${address}/api/demands`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-zxh': '1', 'idempotency-key': key, cookie }, body: JSON.stringify(input) })
      const told = (await other.json()) as { data: { fault: string } }
      expect([other.status, told.data.fault]).toEqual([500, expect.stringMatching(/^[0-9a-f-]{36}$/)])
      expect(community.logged.map((event) => [event.event, event.id, event.method, event.code])).toEqual([['fault', answer.fault, 'demand/file', '42883'], ['fault', told.data.fault, 'demand/file', '42883']])
      const everything = JSON.stringify([community.logged, answer, told])
      for (const word of [said, '周岚', '周女士', '11号楼', accounts.zhou, cookie.split('=')[1]!, 'next_demand_number']) expect(everything).not.toContain(word)
    } finally {
      await community.rows('alter function app.next_demand_number_gone(int) rename to next_demand_number')
    }
    expect((await rpc('demand/file', input, { cookie, key })).status).toBe(200)
  })

  test('outside a method is answered and logged alike', async () => {
    community.logged.length = 0
    await community.rows('alter table demonstration rename to demonstration_gone')
    try {
      const answer = await fetch(`${address}/enter`)
      expect([answer.status, await answer.json()]).toEqual([500, { ok: false, fault: expect.any(String) }])
      expect(community.logged).toEqual([expect.objectContaining({ event: 'fault', method: 'GET /enter', code: '42P01' })])
    } finally {
      await community.rows('alter table demonstration_gone rename to demonstration')
    }
  })

  test('health tells that the database answers, and nothing else', async () => {
    const health = await fetch(`${address}/healthz`)
    expect([health.status, await health.json()]).toEqual([200, { ok: true, version: 'test' }])
  })
})
