/** One key, one effect: for every command of the contract. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expire } from '../../cloudfunctions/runtime/expire'
import { accounts, chunshen, commands, openCommunity, opening, paths, promiseOf, type Community, type Name, type Path } from '../fixtures/community'
import { arrange, forgetAsking, picture, words, type Act } from '../fixtures/scene'

let community: Community
beforeAll(async () => { community = await openCommunity({ connections: 8 }) })
afterAll(() => community.close())

/** Arranged, with a clean slate for what may be asked only once. */
async function prepared(path: Path): Promise<Act> {
  await forgetAsking(community)
  community.setClock(opening)
  return arrange(community, path)
}

const give = async (act: Act, key: string, input: object = act.input, name: Name = act.name) => {
  const { roundTrips: _, ...answer } = await community.answerOf(name, act.path, input, { key })
  return answer
}

/** The same command to another effect. */
function otherwise({ path, input }: Act): Record<string, unknown> {
  if (path === 'household/decideRequest') return { ...input, decision: 'refuse', reason: '不是这家的。' }
  if (path === 'household/useCode') return { ...input, name: '别人' }
  if (path === 'household/makeCode' || path === 'household/leave') return { ...input, householdId: randomUUID() }
  if (path === 'household/removeMember') return { ...input, residentId: randomUUID() }
  if (path === 'household/askToJoin') return { ...input, room: '203' }
  if (path.startsWith('household/')) return { ...input, committeeId: randomUUID() }
  if (path === 'demand/handOver') return { ...input, reason: '您熟。' }
  if (path === 'notice/markRead') return {}
  if (path === 'meeting/setTime') return { ...input, weekday: 5 }
  if (path === 'meeting/open') return { ...input, present: [] }
  if (path === 'meeting/setPresent') return { ...input, came: [] }
  if (path === 'meeting/settle') return { ...input, words: '别的话。' }
  if (path === 'meeting/close') return { ...input, meetingId: randomUUID() }
  if (path.startsWith('organization/') || path.startsWith('service/') || path.startsWith('visit/')) return { ...input, committeeId: randomUUID() }
  if (path === 'demand/markReadMany') return { demands: [{ committeeId: chunshen.committeeId, demandId: randomUUID() }] }
  if (path === 'notice/grant') return { answers: { taken: 'reject' } }
  if (path === 'notice/called') return { ...input, words: '别的话。' }
  if (path === 'photo/begin') return { ...input, sha256: '1'.repeat(64) }
  if (path === 'photo/put') return { ...input, photoId: randomUUID() }
  if (path === 'photo/attach') return { ...input, saidWith: randomUUID() }
  if (path === 'visit/sendToDoor' || path === 'visit/askConsent') return { ...input, purpose: '看看别的' }
  if (path === 'visit/answerConsent') return { ...input, answer: 'refuse' }
  if (path === 'visit/endHomeVisit') return { ...input, words: '别的话。' }
  if (path === 'safety/decideVisit') return { ...input, entryId: randomUUID() }
  if (path === 'rights/consent') return { ...input, given: false }
  if (path === 'rights/ask') return { ...input, words: '别的话。' }
  if (path === 'rights/takeBack' || path === 'rights/decide') return { ...input, requestId: randomUUID() }
  if (path === 'talent/withdraw') return { ...input, talentId: randomUUID() }
  if (path.startsWith('disclosure/')) return { ...input, committeeId: randomUUID() }
  if (path === 'template/remove') return { ...input, templateId: randomUUID() }
  return 'text' in input ? { ...input, text: '别的话。' } : { ...input, demandId: randomUUID() }
}

describe.each(commands)('%s', (path) => {
  test('given twice with one key has one effect and the same answer', async () => {
    const act = await prepared(path)
    const before = await picture(community)
    const key = randomUUID()
    const first = await give(act, key)
    expect(first).toMatchObject({ ok: true })
    const after = await picture(community)
    expect(after).not.toEqual(before)
    community.later({ minutes: 5 })
    expect(await give(act, key)).toEqual(first)
    expect(await picture(community)).toEqual(after)
  })

  test('given sixteen times at once has one effect, and all hear of it alike', async () => {
    const act = await prepared(path)
    const before = await picture(community)
    const key = randomUUID()
    const answers = await Promise.all(Array.from({ length: 16 }, () => give(act, key)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({ ok: true })
    const { receipt } = await picture(community)
    expect(Number(receipt!.split(' ')[0]) - Number(before.receipt!.split(' ')[0])).toBe(1)
  })

  test('the key of another body is refused, and nothing happens', async () => {
    const act = await prepared(path)
    const key = randomUUID()
    await give(act, key)
    const after = await picture(community)
    expect(await give(act, key, otherwise(act))).toEqual({ ok: false, refusal: 'KeyReused', data: {} })
    expect(await picture(community)).toEqual(after)
  })

  test('the same fields in another order are the same body', async () => {
    const act = await prepared(path)
    const key = randomUUID()
    const first = await give(act, key)
    expect(await give(act, key, Object.fromEntries(Object.entries(act.input).reverse()))).toEqual(first)
  })

  test('another person with the same key gets what they may, never this answer', async () => {
    const act = await prepared(path)
    const key = randomUUID()
    const first = await give(act, key)
    const strangers = await give(act, key, act.input, 'shen')
    const anybodys = ['demand/file', 'household/askToJoin', 'household/useCode', 'notice/markRead', 'demand/markReadMany', 'notice/grant', 'photo/begin', 'rights/consent', 'rights/ask']
    if (anybodys.includes(path)) {
      expect(strangers).toMatchObject({ ok: true })
      // These answer everybody alike.
      if (!['notice/markRead', 'notice/grant', 'rights/consent'].includes(path)) expect(strangers).not.toEqual(first)
      // Of the ids a stranger named the answer may say that they are not theirs; of anything else it says nothing.
    } else expect(strangers).toEqual({ ok: false, refusal: 'NotFound', data: path === 'photo/attach' ? { photoIds: act.input.photoIds } : {} })
  })

  test('without a key, or with one that is none, it is refused', async () => {
    const act = await prepared(path)
    const before = await picture(community)
    for (const key of ['', 'x', '1', `${randomUUID()}0`]) expect(await give(act, key)).toMatchObject({ ok: false, refusal: 'BadInput' })
    expect(await picture(community)).toEqual(before)
  })

  test('what was refused may be given again with its key', async () => {
    const act = await prepared(path)
    const key = randomUUID()
    expect(await give(act, key, { ...act.input, text: 1, room: 1, code: 1, requestId: 1, committeeId: 1, subjectId: 1, demands: 1, answers: 1, layer: 1 })).toMatchObject({ ok: false, refusal: 'BadInput' })
    expect(await give(act, key)).toMatchObject({ ok: true })
  })
})

test('the key of one command is refused to another', async () => {
  community.setClock(opening)
  const key = randomUUID()
  await community.as('zhou').demand.file({ committeeId: chunshen.committeeId, ...words() }, { key })
  expect(await community.answerOf('zhou', 'notice/markRead', {}, { key })).toMatchObject({ refusal: 'KeyReused' })
})

test('an answer is kept 29 days; after 31 the command is a new one', async () => {
  community.setClock(opening)
  const act = await arrange(community, 'demand/file')
  const key = randomUUID()
  const filed = async () => (await community.rows('select id from demand where filed_by = $1', [accounts.zhou])).length
  const first = await give(act, key)
  const once = await filed()
  community.later({ days: 29 })
  await expire(community.surroundings)
  expect(await give(act, key)).toEqual(first)
  expect(await filed()).toBe(once)
  community.later({ days: 2 })
  await expire(community.surroundings)
  // The session of 30 days has ended as well: one signs in again first.
  expect(await give(act, key)).toMatchObject({ refusal: 'NotSignedIn' })
  await community.signInAgain('zhou')
  const anew = await give(act, key)
  expect(anew).toMatchObject({ ok: true })
  expect(anew).not.toEqual(first)
  expect(await filed()).toBe(once + 1)
})

test('queries need no key and keep nothing', async () => {
  community.setClock(opening)
  const before = await picture(community)
  for (const path of paths.filter((one) => promiseOf(one).meta.kind === 'query')) await community.answerOf('chen', path, { committeeId: chunshen.committeeId, kind: 'request', urgency: 'ordinary', slug: 'x' })
  expect(await picture(community)).toEqual(before)
})
