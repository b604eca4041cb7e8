/** The open data over a socket, as somebody who gathers such lists reads it. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { host } from '../../cloudfunctions/runtime/http'
import { accounts, chunshen, openCommunity, type Community } from '../fixtures/community'
import { Organization, Location, Page, Service, ServiceLine } from './hsdsShapes'

let community: Community
let server: ReturnType<typeof createAdaptorServer>
let address: string
beforeAll(async () => {
  community = await openCommunity()
  server = createAdaptorServer({ fetch: host({ surroundings: { ...community.surroundings, rateLimits: false }, h5: '.', secure: false, trustProxy: false }).fetch })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hsds/`
})
afterAll(async () => {
  server.close()
  await community.close()
})

type Row = Record<string, unknown> & { id: string }
interface Envelope { total_items: number; total_pages: number; page_number: number; size: number; first_page: boolean; last_page: boolean; empty: boolean; contents: Row[] }
const open = (path: string, init?: RequestInit) => fetch(address + path, init)
const read = async <T = Envelope>(path: string): Promise<T> => {
  const answer = await open(path)
  expect([path, answer.status]).toEqual([path, 200])
  return (await answer.json()) as T
}
const later = (minutes: number) => community.later({ minutes })

test('says what it is', async () => {
  expect(await read('')).toEqual({ version: '3.0', profile: expect.stringMatching(/^https:/), openapi_url: expect.stringMatching(/^https:/) })
})

test('every row of the demonstration has the shape of the specification, in the list and whole', async () => {
  const kinds = [['services', ServiceLine, Service], ['organizations', Organization, Organization], ['locations', Location, null]] as const
  for (const [kind, line, whole] of kinds) {
    let rows = 0
    for (let page = 1, last = false; !last; page += 1) {
      const list = Page.parse(await read(`${kind}?per_page=100&page=${page}`))
      last = list.last_page
      rows += list.size
      for (const row of list.contents) {
        line.parse(row)
        if (whole && page === 1) whole.parse(await read(`${kind}/${(row as Row).id}`))
      }
      if (last) expect([kind, rows > 0, rows]).toEqual([kind, true, list.total_items])
    }
  }
})

test('a service says all that its sheet says, and not who checked it', async () => {
  const { contents } = await read('services?per_page=100')
  const { id } = contents.find((row) => row.organization_id === chunshen.committeeId)!
  await community.rows(`update service_item set verified_by = '唐静核对', phone = '021-12345678', caution = '先打电话', materials = '{身份证,"房本"}', steps = '{交材料,等电话}' where open_id = $1`, [id])
  later(2)
  const service = await read<Row & { required_documents: Row[] }>(`services/${id}`)
  expect(service).toMatchObject({ alert: '先打电话', phones: [{ number: '021-12345678', service_id: id }], required_documents: [{ document: '身份证' }, { document: '房本' }], organization: { id: chunshen.committeeId } })
  expect(service.application_process).toMatch(/^1\. 交材料\n2\. 等电话\n/)
  expect(JSON.stringify(service)).not.toContain('唐静核对')
})

test('pages hold each row once, in an order that stays', async () => {
  const all = await read(`services?per_page=100&organization_id=${chunshen.committeeId}`)
  expect(all.total_items).toBe(all.contents.length)
  const pages: Envelope[] = []
  for (let page = 1; page <= Math.ceil(all.total_items / 7); page += 1) pages.push(await read(`services?organization_id=${chunshen.committeeId}&per_page=7&page=${page}`))
  expect(pages.flatMap(({ contents }) => contents.map(({ id }) => id))).toEqual(all.contents.map(({ id }) => id))
  expect(new Set(all.contents.map(({ id }) => id)).size).toBe(all.total_items)
  expect(pages.map(({ first_page, last_page }) => [first_page, last_page])).toEqual(pages.map((_, n) => [n === 0, n === pages.length - 1]))
  expect(await read(`services?organization_id=${chunshen.committeeId}&per_page=7&page=900`)).toMatchObject({ total_items: all.total_items, size: 0, last_page: true, first_page: false, empty: true, contents: [] })
  expect((await read(`services?organization_id=${accounts.zhou}`)).total_items).toBe(0)
})

test('after a moment only what was let out since is told', async () => {
  const { contents } = await read('services?per_page=100')
  const before = community.now()
  expect((await read(`services?modified_after=${before}`)).contents).toEqual([])
  later(10)
  await community.rows('update service_item set published_at = $1 where open_id = $2', [community.now(), contents[3]!.id])
  const since = await read(`services?modified_after=${before}`)
  expect(since.contents.map(({ id, last_modified }) => [id, last_modified])).toEqual([[contents[3]!.id, community.now()]])
  expect((await read(`services?modified_after=${community.now()}`)).total_items).toBe(0)
  // Looked at again today: told from the first hour of the day on.
  await community.rows('update service_item set as_of = $1 where open_id = $2', [community.now().slice(0, 10), contents[4]!.id])
  later(2)
  expect((await read(`services?modified_after=${community.now()}`)).contents.map(({ id }) => id)).toEqual([contents[4]!.id])
})

test('what is known costs nothing to ask again, and what changed is told within a minute', async () => {
  later(2)
  const first = await open('services?per_page=3')
  const etag = first.headers.get('etag')!
  expect([etag.length > 10, first.headers.get('cache-control')]).toEqual([true, 'public, max-age=60'])
  const asked = vi.spyOn(community.pool, 'connect')
  const again = await open('services?per_page=3', { headers: { 'if-none-match': etag } })
  expect([again.status, await again.text(), again.headers.get('etag'), asked.mock.calls.length]).toEqual([304, '', etag, 0])
  later(2)
  expect((await open('services?per_page=3', { headers: { 'if-none-match': `W/${etag}` } })).status).toBe(304)
  expect(asked.mock.calls.length).toBe(1)
  asked.mockRestore()
  const { contents } = (await first.json()) as Envelope
  await community.rows(`update service_item set title = '换了名字' where open_id = $1`, [contents[0]!.id])
  later(2)
  const changed = await open('services?per_page=3', { headers: { 'if-none-match': etag } })
  expect([changed.status, changed.headers.get('etag') === etag]).toEqual([200, false])
  expect(((await changed.json()) as Envelope).contents[0]).toMatchObject({ id: contents[0]!.id, name: '换了名字' })
})

test('what is not for passers-by never shows, to one who is signed in neither', async () => {
  const entered = await fetch(new URL('/enter', address), { method: 'POST', redirect: 'manual', body: new URLSearchParams({ accountId: accounts.tang, next: '/' }) })
  const cookie = entered.headers.get('set-cookie')!.split(';')[0]!
  const hidden = await community.rows<{ id: string; title: string }>('select open_id as id, title from service_item where signed_in_only')
  const [draft] = (await read('services?per_page=100')).contents
  await community.rows(`update service_item set state = 'draft' where open_id = $1`, [draft!.id])
  later(2)
  expect(hidden.length).toBeGreaterThan(0)
  for (const id of [...hidden.map((item) => item.id), draft!.id]) {
    expect((await open(`services/${id}`, { headers: { cookie } })).status).toBe(404)
    for (const headers of [{ cookie }, {}] as Record<string, string>[]) expect(await (await open('services?per_page=100', { headers })).text()).not.toContain(id)
  }
})

test('nothing of a person is in any of it', async () => {
  const names = (await community.rows<{ name: string }>('select name from account union select name from resident')).map(({ name }) => name).filter((name) => name.length > 1 && !['居民', '孩子'].includes(name))
  expect(names.length).toBeGreaterThan(20)
  for (const kind of ['services', 'organizations', 'locations']) {
    const text = JSON.stringify(await read(`${kind}?per_page=100`))
    expect(names.filter((name) => text.includes(name))).toEqual([])
    expect(text).not.toMatch(/1[3-9]\d{9}/)
  }
})

test.each(['page=0', 'page=-1', 'page=1.5', 'page=', 'page=1e3', 'page=99999999', 'per_page=0', 'per_page=101', 'per_page=all', 'page=1&page=2', 'modified_after=gestern', 'modified_after=2026-02-30',
  'modified_after=2026-11-24T08:00', 'modified_after=0001-01-01', 'organization_id=1', 'search=x', '__proto__=1', 'page=%00'])('%s is refused with what to write instead', async (query) => {
  const answer = await open(`services?${query}`)
  expect([answer.status, answer.headers.get('cache-control'), ((await answer.json()) as { message: string }).message]).toEqual([400, 'no-store', expect.stringMatching(/[一-鿿]/)])
})

test('what does not exist is not found, and nothing can be written', async () => {
  for (const path of ['nothing', 'services/', 'services/x', `services/${accounts.zhou}`, `organizations/${accounts.zhou}`, `locations/${accounts.zhou}`, `services/${accounts.zhou}/x`, 'services/%00', '%E0%A4%A']) expect([path, (await open(path)).status]).toEqual([path, 404])
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
    const answer = await open('services', { method })
    expect([method, answer.status, answer.headers.get('allow')]).toEqual([method, 405, 'GET, HEAD'])
  }
  const head = await open('services', { method: 'HEAD' })
  expect([head.status, await head.text(), head.headers.get('access-control-allow-origin')]).toEqual([200, '', '*'])
})
