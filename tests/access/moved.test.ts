/** A demand that went to another committee: all of it is there, nothing of it is left here, and whoever filed it still finds it. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withConnection } from '../../cloudfunctions/database/connection'
import { drawDue } from '../../cloudfunctions/photo/drawDue'
import type { Id } from '../../contract/values'
import { enter } from '../../cloudfunctions/runtime/enter'
import { accounts, chunshen, names, openCommunity, paths, plum, promiseOf, type Community, type Name } from '../fixtures/community'
import { jpeg, sendPhoto } from '../fixtures/pictures'
import { words, type Matter } from '../fixtures/scene'
import { outcomeOf } from './table'

const canary = 'KANARI9Q2'
let community: Community
let matter: Matter
let there: Matter
let number: string
/** Another, with photos. */
let pictured: Matter
const pictures = { file: '' as Id, reply: '' as Id, note: '' as Id }
/** Of the large pictures, given to the first committee before. */
const links: string[] = []
const ofChunshen = names.filter((name) => !['shen', 'zhu', 'qin'].includes(name))

beforeAll(async () => {
  community = await openCommunity({ connections: 4 })
  // shen lives in 梅园 and files with 春申里 by mistake.
  const { id } = await community.as('shen').demand.file({ committeeId: chunshen.committeeId, ...words(`${canary} 电梯停了`), place: canary, visibility: 'neighbours' })
  matter = { committeeId: chunshen.committeeId, demandId: id }
  there = { committeeId: plum.committeeId, demandId: id }
  await community.as('chen').demand.reply({ ...matter, text: `${canary} 我去看。` })
  await community.as('chen').demand.note({ ...matter, text: `${canary} 内部：不是我们这里的。` })
  // With the words of the demand, with an answer, and with what is internal.
  const keys = { file: randomUUID(), reply: randomUUID(), note: randomUUID() }
  const other = await community.as('shen').demand.file({ committeeId: chunshen.committeeId, ...words('梅园2号楼的门关不上'), visibility: 'neighbours' }, { key: keys.file })
  pictured = { committeeId: chunshen.committeeId, demandId: other.id }
  await community.as('chen').demand.reply({ ...pictured, text: '是这一扇吗？' }, { key: keys.reply })
  await community.as('chen').demand.note({ ...pictured, text: '不是我们这里的。' }, { key: keys.note })
  for (const [name, step] of [['shen', 'file'], ['chen', 'reply'], ['chen', 'note']] as const) {
    const { photoId } = await sendPhoto(community, name, jpeg())
    await community.as(name).photo.attach({ committeeId: chunshen.committeeId, saidWith: keys[step], photoIds: [photoId] })
    pictures[step] = photoId
  }
  await drawDue(community.surroundings)
  for (const name of ['tang', 'chen'] as const) links.push(...(await community.as(name).photo.links({ ...pictured, photoIds: [pictures.file, pictures.reply] })).items.map(({ url }) => url))
  number = (await community.as('tang').demand.get(matter)).number
  community.later({ hours: 2 })
  expect(await community.as('tang').demand.move({ ...matter, toCommitteeId: plum.committeeId, reason: '住在梅园，由那边办。' })).toEqual({ number, toCommittee: expect.stringContaining('梅园'), movedAt: community.now() })
  await community.as('tang').demand.move({ ...pictured, toCommitteeId: plum.committeeId, reason: '是梅园的门。' })
})
afterAll(() => community.close())

test('it lies there with its number, thread and clock, and has an owner at once', async () => {
  const moved = await community.as('zhu').demand.get(there)
  expect([moved.number, moved.owner.accountId, moved.firstReceiver.accountId, moved.status, moved.dueAt, moved.from]).toEqual(
    [number, accounts.zhu, accounts.zhu, 'accepted', '2026-11-27T09:00:00.000Z', expect.stringContaining('沈')])
  expect(moved.thread.map(({ step, by, to, text }) => [step, by?.name ?? null, to, text])).toEqual([
    ['file', expect.any(String), expect.any(String), null], ['reply', '陈敏', null, `${canary} 我去看。`], ['move', expect.any(String), expect.stringContaining('梅园'), '住在梅园，由那边办。'],
  ])
  expect((await community.as('zhu').demand.listInbox({})).items.map(({ id }) => id)).toContain(matter.demandId)
  expect(JSON.stringify(await community.as('zhu').notice.list({}))).toContain(matter.demandId)
})

test('whoever filed it is told, and the old link still opens it for them, and lets them speak', async () => {
  const { items } = await community.as('shen').notice.list({})
  expect(items.filter(({ subjectId }) => subjectId === matter.demandId).map(({ about, committeeId, reader }) => [about, committeeId, reader])).toEqual([['committeeChanged', plum.committeeId, 'filer']])
  const opened = await community.as('shen').demand.get(matter)
  expect([opened.committeeId, opened.reader]).toEqual([plum.committeeId, 'filer'])
  await community.as('shen').demand.add({ ...matter, text: '谢谢转过来。' })
  await community.as('shen').demand.markRead(matter)
  expect((await community.as('zhu').demand.get(there)).thread.at(-1)!.text).toBe('谢谢转过来。')
})

test.each([true, false])('nobody of the first committee reads a word of it, by any method (first wall: %s)', async (firstWall) => {
  const walls = firstWall ? community : community.withoutFirstWall()
  const seen: string[] = []
  const other = (await community.as('zhou').demand.file({ committeeId: chunshen.committeeId, ...words('楼道灯不亮') })).id
  const lists: Record<string, object[]> = {
    'demand/listCommittee': [{ ...chunshen, filter: 'all' }, { ...chunshen, search: canary }], 'demand/overview': [chunshen], 'demand/listMoved': [chunshen],
    'demand/lookAlikes': [{ ...chunshen, text: `${canary} 电梯停了`, place: canary }, { ...plum, text: `${canary} 电梯停了`, place: canary }],
    'demand/suggestJoins': [{ ...chunshen, demandId: other }], 'demand/listJoined': [{ ...chunshen, demandId: other }],
  }
  for (const name of ofChunshen) {
    for (const path of paths.filter((one) => /^(demand|notice|account)\//.test(one) && one !== 'demand/file')) {
      for (const input of lists[path] ?? [matter, there].map((one) => ({ ...one, text: '让我看看。', reason: '看看', toCommitteeId: chunshen.committeeId, leadId: other, to: { accountId: accounts.li }, kind: 'request', urgency: 'ordinary' }))) {
        const answer = await walls.answerOf(name, path, input)
        if (JSON.stringify(answer).includes(canary)) seen.push(`${name} ${path} ${JSON.stringify(input)}`)
        if (path.startsWith('demand/') && 'demandId' in input && input.demandId === matter.demandId && promiseOf(path).meta.kind === 'command' && answer.ok) seen.push(`${name} ${path}: ok`)
      }
    }
  }
  expect(seen).toEqual([])
})

test('the committee keeps what it needs to count: number, when, where to, by whom, why', async () => {
  expect((await community.as('chen').demand.listMoved(chunshen)).items.filter((one) => one.number === number)).toEqual([
    { number, filedAt: '2026-11-20T05:00:00.000Z', movedAt: '2026-11-20T07:00:00.000Z', toCommittee: expect.stringContaining('梅园'), by: expect.any(String), reason: '住在梅园，由那边办。' }])
  const left = await community.rows<{ table: string; count: number }>(`
    select 'demand' as table, count(*)::int from demand where committee_id = $1 and id = $2 union all select 'entry', count(*)::int from demand_entry where committee_id = $1 and demand_id = $2
    union all select 'seen', count(*)::int from demand_seen where committee_id = $1 and demand_id = $2
    union all select 'words', count(*)::int from notice where committee_id = $1 and subject_id = $2 and title like '%${canary}%'
    union all select 'internal', count(*)::int from demand_entry where demand_id = $2 and internal`, [chunshen.committeeId, matter.demandId])
  expect(left.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0])
})

test('only who serves the committee whole moves it, and not to where nobody serves', async () => {
  const { id } = await community.as('zhou').demand.file({ committeeId: chunshen.committeeId, ...words('楼道灯不亮') })
  const own = { committeeId: chunshen.committeeId, demandId: id as Id, reason: '由那边办。' }
  expect(outcomeOf(await community.answerOf('wang', 'demand/move', { ...own, toCommitteeId: plum.committeeId }))).toBe('NotAllowed')
  expect(outcomeOf(await community.answerOf('tang', 'demand/move', { ...own, toCommitteeId: chunshen.committeeId }))).toBe('WrongStep')
  const nowhere = (await community.rows<{ id: Id }>('select id from committee where not open limit 1'))[0]!.id
  expect(outcomeOf(await community.answerOf('tang', 'demand/move', { ...own, toCommitteeId: nowhere }))).toBe('NobodyThere')
  expect((await community.as('zhou').demand.get(own)).committeeId).toBe(chunshen.committeeId)
})

test('there and back again: it is where it was, and each committee counts the moving it did', async () => {
  const { id } = await community.as('xu').demand.file({ committeeId: chunshen.committeeId, ...words('门口积水') })
  await community.as('tang').demand.move({ committeeId: chunshen.committeeId, demandId: id, toCommitteeId: plum.committeeId, reason: '由那边办。' })
  await community.as('qin').demand.move({ committeeId: plum.committeeId, demandId: id, toCommitteeId: chunshen.committeeId, reason: '是你们那边的路。' })
  const back = await community.as('chen').demand.get({ committeeId: chunshen.committeeId, demandId: id })
  expect(back.thread.map(({ step }) => step)).toEqual(['file', 'move', 'move'])
  expect((await community.as('qin').demand.listMoved(plum)).items).toHaveLength(1)
  expect((await community.as('tang').demand.listMoved(chunshen)).items.map((one) => one.number)).not.toContain(back.number)
})

test('its photos go along: who serves there sees those the resident could see, and opens them', async () => {
  const at = { ...pictured, committeeId: plum.committeeId }
  for (const name of ['zhu', 'qin', 'shen'] as const) {
    expect((await community.as(name).photo.listOfDemand(at)).items.map(({ id, thumb }) => [id, thumb !== null])).toEqual([[pictures.file, true], [pictures.reply, true]])
    const { items } = await community.as(name).photo.links({ ...at, photoIds: [pictures.file, pictures.reply] })
    for (const { url } of items) {
      const opened = await community.surroundings.files.open!(url.split('/').at(-1)!, community.now())
      expect([opened?.reader, opened?.bytes.subarray(0, 2).toString('hex')]).toEqual([accounts[name], 'ffd8'])
    }
  }
  // They wait there now for somebody to look, and no longer here.
  community.later({ minutes: 11 })
  expect((await community.as('qin').photo.listWaiting(plum)).items.map(({ id }) => id)).toEqual([pictures.file, pictures.reply])
  expect((await community.as('tang').photo.listWaiting(chunshen)).items.filter(({ id }) => Object.values(pictures).includes(id))).toEqual([])
  // What was internal has gone from the demand; it is the loose photo of who took it, and is swept.
  expect(await community.rows('select demand_id as "demandId", by_id as "byId" from photo where id = $1', [pictures.note])).toEqual([{ demandId: null, byId: accounts.chen }])
})

test.each([true, false])('nobody of the first committee opens a photo of it, nor finds its row (first wall: %s)', async (firstWall) => {
  const walls = firstWall ? community : community.withoutFirstWall()
  for (const committeeId of [chunshen.committeeId, plum.committeeId]) {
    for (const name of ofChunshen.filter((one) => one !== 'visitor')) {
      const seen: unknown[] = [name]
      for (const photoId of [pictures.file, pictures.reply]) {
        seen.push(
          outcomeOf(await walls.answerOf(name, 'photo/links', { committeeId, demandId: pictured.demandId, photoIds: [photoId] })),
          outcomeOf(await walls.answerOf(name, 'photo/decide', { committeeId, demandId: pictured.demandId, photoId, decision: 'release', reason: '' })),
          outcomeOf(await walls.answerOf(name, 'photo/status', { committeeId, photoId })),
          outcomeOf(await walls.answerOf(name, 'photo/listOfDemand', { committeeId, demandId: pictured.demandId })),
        )
      }
      expect(seen).toEqual([name, ...Array.from({ length: 8 }, () => 'NotFound')])
    }
  }
  const ofPictures = `select id from photo where id in ('${Object.values(pictures).join(`', '`)}') order by made_at, id`
  for (const name of ofChunshen.filter((one) => one !== 'visitor')) {
    expect([name, await rowsAs(name, ofPictures)]).toEqual([name, name === 'chen' ? [{ id: pictures.note }] : []])
  }
  expect(await rowsAs('qin', ofPictures)).toEqual([{ id: pictures.file }, { id: pictures.reply }])
})

test('a link that was given before lasts its five minutes, for whom it was given', async () => {
  expect(links).toHaveLength(4)
  for (const url of links) expect(await community.surroundings.files.open!(url.split('/').at(-1)!, community.now())).toBeNull()
})

/** By the role of the application, as that person, and nothing but row security in between. */
function rowsAs(name: Name, text: string): Promise<unknown[]> {
  return withConnection(community.pool, async (tx) => {
    await enter(tx, { credential: community.credentialOf(name), method: 'x', now: community.now(), perMinute: null, newcomer: null, claim: null })
    return tx.send(text)
  })
}
