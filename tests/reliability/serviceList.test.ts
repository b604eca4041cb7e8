/** A service item from draft to resident and back: hours kept under a moved clock, versions, two who write at once, and words that mean harm. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ServiceContent } from '../../contract/serviceEditing'
import { turn } from '../../cloudfunctions/runtime/timer'
import { publishDue } from '../../cloudfunctions/service/publishDue'
import { accounts, chunshen, openCommunity, opening, type Community, type Name } from '../fixtures/community'
import { picture } from '../fixtures/scene'
import { drafted, published, scheduled, sent, wheelchair, type Written } from '../fixtures/writing'

let community: Community
beforeAll(async () => { community = await openCommunity({ connections: 8 }) })
afterAll(() => community.close())

const voice = (name: Name) => community.as(name).service
/** What a passer-by reads, or null. */
async function read(item: Written) {
  const answer = await community.answerOf('visitor', 'service/get', item)
  return answer.ok ? (answer.output as { title: string; summary: string; asOf: string; verifiedBy: string | null; steps: string[] }) : null
}
const steps = async (name: Name, item: Written) => (await voice(name).getEdit(item)).steps

test('from draft to resident: each sees at every stand what may be done, and the history says who, when and why', async () => {
  community.setClock(opening)
  const item = await drafted(community)
  expect([await steps('chen', item), await steps('tang', item), await read(item)]).toEqual([['save', 'send', 'discard'], ['save', 'send', 'publish', 'discard'], null])
  await voice('chen').send({ ...item, revision: 1 })
  expect([await steps('chen', item), await steps('tang', item), await read(item)]).toEqual([['giveBack'], ['giveBack', 'publish'], null])
  expect((await voice('tang').listEdited(chunshen)).items.find(({ slug }) => slug === item.slug)).toMatchObject({ state: 'new', waitsForMe: true, open: { state: 'review', changedBy: expect.any(String) } })
  await voice('tang').giveBack({ ...item, reason: '写上押金。' })
  expect((await voice('chen').listEdited(chunshen)).items.find(({ slug }) => slug === item.slug)).toMatchObject({ waitsForMe: true, open: { state: 'draft' } })
  await voice('chen').save({ ...item, number: 1, revision: 1, content: { ...wheelchair, fee: '押金 100 元，还车时退' } })
  await voice('chen').send({ ...item, revision: 2 })
  const edit = await voice('tang').publish({ ...item, revision: 2, at: null })
  expect(edit).toMatchObject({ state: 'published', open: null, published: { number: 1, freshness: 'fresh', nextCheck: '2027-11-20', content: { fee: '押金 100 元，还车时退' } }, steps: ['save', 'rollBack', 'check', 'retire'] })
  expect(edit.history.map(({ step, number, why }) => [step, number, why])).toEqual([['published', 1, ''], ['sent', 1, ''], ['givenBack', 1, '写上押金。'], ['sent', 1, ''], ['begun', 1, '']])
  const [director] = await community.rows<{ name: string }>('select name from staff where account_id = $1', [accounts.tang])
  expect(await read(item)).toMatchObject({ title: '借轮椅', verifiedBy: director!.name })
  expect((await voice('visitor').list(chunshen)).items.find(({ slug }) => slug === item.slug)?.search).toBe('轮椅 推车\n身份证')
})

test('what is missing is named by its field, a source among it; nothing hangs out by half', async () => {
  const item = await drafted(community, { source: '', steps: [], hours: ' ' })
  expect((await voice('chen').getEdit(item)).missing).toEqual(['steps', 'hours', 'source'])
  const issues = ['steps', 'hours', 'source'].map((field) => ({ path: ['content', field], code: 'missing' }))
  expect(await community.answerOf('chen', 'service/send', { ...item, revision: 1 })).toMatchObject({ refusal: 'BadInput', data: { issues } })
  expect(await community.answerOf('tang', 'service/publish', { ...item, revision: 1, at: null })).toMatchObject({ refusal: 'BadInput', data: { issues } })
  expect(await read(item)).toBeNull()
})

test('with an hour it hangs out when the hour comes, once, though two timers run', async () => {
  community.setClock(opening)
  const item = await published(community)
  await voice('chen').save({ ...item, number: 1, revision: 0, content: { ...wheelchair, summary: '免费借，一周内还' } })
  for (const at of [opening, '2026-11-20T04:59:59.999Z']) expect(await community.answerOf('tang', 'service/publish', { ...item, revision: 1, at })).toMatchObject({ refusal: 'BadInput', data: { issues: [{ path: ['at'] }] } })
  const at = '2026-11-23T00:30:00.000Z'
  expect(await voice('tang').publish({ ...item, revision: 1, at })).toMatchObject({ open: { state: 'scheduled', publishAt: at }, published: { number: 1 }, steps: ['withdrawSchedule', 'check'] })
  const others = await Promise.all(Array.from({ length: 6 }, () => scheduled(community, at)))
  community.setClock('2026-11-23T00:29:59.999Z')
  // Three connections are open by now, so that the timers do meet.
  await Promise.all([1, 2, 3].map(() => publishDue(community.surroundings)))
  expect((await read(item))?.summary).toBe('免费借，三天内还')
  community.setClock(at)
  const counts = await Promise.all([publishDue(community.surroundings), publishDue(community.surroundings), publishDue(community.surroundings)])
  // The one of the demonstration has its hour later that day.
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(7)
  for (const other of others) expect((await voice('tang').getEdit(other)).history.filter(({ step }) => step === 'published')).toEqual([{ step: 'published', number: 1, by: null, at, why: '' }])
  expect((await read(item))?.summary).toBe('免费借，一周内还')
  const { history, published: out, open } = await voice('tang').getEdit(item)
  expect([history[0], out?.number, out?.publishedAt, open]).toMatchObject([{ step: 'published', number: 2, by: null, at }, 2, at, null])
  expect(history.filter(({ step, number }) => step === 'published' && number === 2)).toHaveLength(1)
  expect((await voice('tang').versions(item)).items.map(({ number, state }) => [number, state])).toEqual([[2, 'published'], [1, 'replaced']])
  const before = await picture(community)
  expect(await publishDue(community.surroundings)).toBe(0)
  expect(await picture(community)).toEqual(before)
  community.setClock(opening)
})

test('the turn of the timer publishes', async () => {
  community.setClock(opening)
  const item = await scheduled(community)
  community.later({ days: 1 })
  const { done, faults } = await turn(community.surroundings)
  expect([done.publish, faults]).toEqual([expect.any(Number), []])
  expect(await read(item)).toMatchObject({ title: '借轮椅' })
  community.setClock(opening)
})

test('a withdrawn hour does not come, and whoever takes it away as it comes is on one side of it', async () => {
  community.setClock(opening)
  const item = await scheduled(community)
  expect(await voice('tang').withdrawSchedule({ ...item, reason: '等轮椅到。' })).toMatchObject({ open: { state: 'draft', publishAt: null } })
  community.later({ days: 2 })
  await publishDue(community.surroundings)
  expect(await read(item)).toBeNull()
  for (let round = 0; round < 6; round += 1) {
    const racing = await scheduled(community)
    community.later({ days: 2 })
    const [, answer] = await Promise.all([publishDue(community.surroundings), community.answerOf('tang', 'service/withdrawSchedule', { ...racing, reason: '再等等。' })])
    const { state, open } = await voice('tang').getEdit(racing)
    expect([answer.ok, state, open?.state ?? null]).toEqual(answer.ok ? [true, 'new', 'draft'] : [false, 'published', null])
  }
  community.setClock(opening)
})

test('versions are compared, and an old one comes back as a draft that residents do not see yet', async () => {
  const item = await published(community)
  await voice('chen').save({ ...item, number: 1, revision: 0, content: { ...wheelchair, steps: ['打电话约时间。', '带身份证。', '到居委会拿，押身份证。'] } })
  await voice('tang').publish({ ...item, revision: 1, at: null })
  expect(await voice('chen').version({ ...item, number: 2 })).toMatchObject({ before: 1, version: { number: 2, state: 'published' },
    differences: [{ field: 'steps', pieces: [{ kind: 'same' }, { kind: 'new', text: '带身份证。' }, { kind: 'same' }] }] })
  expect(await voice('chen').version({ ...item, number: 1 })).toMatchObject({ before: null, differences: [] })
  expect(await community.answerOf('chen', 'service/version', { ...item, number: 3 })).toMatchObject({ refusal: 'NotFound' })
  expect(await voice('chen').rollBack({ ...item, number: 1, reason: '不用带身份证。' })).toMatchObject({ open: { number: 3, state: 'draft', content: { steps: wheelchair.steps } }, published: { number: 2 } })
  expect((await read(item))?.steps).toHaveLength(3)
  expect(await community.answerOf('chen', 'service/rollBack', { ...item, number: 2, reason: '又一次' })).toMatchObject({ refusal: 'WrongStep' })
  await voice('tang').publish({ ...item, revision: 1, at: null })
  expect((await read(item))?.steps).toEqual(wheelchair.steps)
})

test('a version thrown away stays to be read; a retired item is gone for residents, and comes back by way of a draft', async () => {
  const item = await published(community)
  await voice('chen').save({ ...item, number: 1, revision: 0, content: { ...wheelchair, title: '借拐杖' } })
  expect(await voice('chen').discard({ ...item, reason: '没有拐杖。' })).toMatchObject({ open: null, published: { number: 1 } })
  expect((await voice('tang').retire({ ...item, reason: '轮椅坏了。' }))).toMatchObject({ state: 'retired', published: null, steps: ['save', 'rollBack'], history: [{ step: 'retired', why: '轮椅坏了。' }, {}, {}, {}, {}] })
  expect(await read(item)).toBeNull()
  expect(await community.answerOf('tang', 'service/retire', { ...item, reason: '再一次' })).toMatchObject({ refusal: 'WrongStep' })
  await voice('chen').rollBack({ ...item, number: 1, reason: '修好了。' })
  await voice('tang').publish({ ...item, revision: 1, at: null })
  expect(await read(item)).toMatchObject({ title: '借轮椅' })
  expect((await voice('tang').versions(item)).items.map(({ number, state }) => [number, state])).toEqual([[3, 'published'], [2, 'retired'], [1, 'retired']])
})

test('looked at and still true: the day, who looked, and when to look again; late until then', async () => {
  community.setClock(opening)
  const item = await published(community, { asOf: '2025-01-10' })
  const line = async () => (await voice('chen').listEdited(chunshen)).items.find(({ slug }) => slug === item.slug)
  expect(await line()).toMatchObject({ nextCheck: '2026-01-10', freshness: 'late' })
  for (const [bad, field] of [[{ asOf: '2026-11-21', nextCheck: null }, 'asOf'], [{ asOf: '2026-11-20', nextCheck: '2026-11-20' }, 'nextCheck'], [{ asOf: '2025-11-20', nextCheck: null }, 'nextCheck']] as const) {
    expect(await community.answerOf('tang', 'service/check', { ...item, ...bad })).toMatchObject({ refusal: 'BadInput', data: { issues: [{ path: [field] }] } })
  }
  await voice('tang').check({ ...item, asOf: '2026-11-20', nextCheck: '2026-12-15' })
  expect([await line(), await read(item)]).toMatchObject([{ nextCheck: '2026-12-15', freshness: 'soon' }, { asOf: '2026-11-20' }])
  // Who writes on begins with what was found.
  expect((await voice('chen').getEdit(item)).published?.content.asOf).toBe('2026-11-20')
})

test('two who write at once: the second is shown the words of the first, and both are there in the end', async () => {
  const item = await drafted(community)
  const base = { ...item, number: 1, revision: 1 }
  const answers = await Promise.all([
    voice('chen').save({ ...base, content: { ...wheelchair, fee: '不收钱，押身份证' } }),
    voice('tang').save({ ...base, content: { ...wheelchair, hours: '天天都可以' } }),
  ])
  expect(answers.map(({ saved }) => saved).sort()).toEqual([false, true])
  const lost = answers.find((answer) => !answer.saved)
  if (!lost || lost.saved) throw new Error('one of the two is told')
  const { open } = await voice('chen').getEdit(item)
  expect([lost.theirs, lost.number, lost.revision]).toEqual([open, 1, 2])
  expect(await voice('tang').save({ ...item, number: lost.number, revision: lost.revision, content: { ...lost.theirs!.content, fee: '不收钱，押身份证', hours: '天天都可以' } })).toMatchObject({ saved: true, revision: 3 })
  expect((await voice('chen').getEdit(item)).open?.content).toMatchObject({ fee: '不收钱，押身份证', hours: '天天都可以' })
  // An older reading may not be sent for review or published either.
  expect(await community.answerOf('chen', 'service/send', { ...item, revision: 2 })).toMatchObject({ refusal: 'WrongStep' })
  expect(await community.answerOf('tang', 'service/publish', { ...item, revision: 2, at: null })).toMatchObject({ refusal: 'WrongStep' })
})

test('what was published, sent or begun under the hands of one who writes is a conflict, never overwritten', async () => {
  const item = await sent(community)
  expect(await voice('chen').save({ ...item, number: 1, revision: 1, content: wheelchair })).toMatchObject({ saved: false, theirs: { state: 'review' } })
  await voice('tang').publish({ ...item, revision: 1, at: null })
  expect(await voice('chen').save({ ...item, number: 1, revision: 1, content: wheelchair })).toMatchObject({ saved: false, theirs: null, number: 1, revision: 0, published: { title: '借轮椅' } })
  expect(await voice('chen').save({ ...item, number: 1, revision: 0, content: { ...wheelchair, fee: '甲' } })).toMatchObject({ saved: true, number: 2, revision: 1 })
  await voice('tang').publish({ ...item, revision: 1, at: null })
  // Version 1 was read, 2 hangs out by now.
  expect(await voice('chen').save({ ...item, number: 1, revision: 0, content: { ...wheelchair, fee: '乙' } })).toMatchObject({ saved: false, number: 2, published: { fee: '甲' } })
})

const hostile = [
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '"><svg/onload=alert(1)>', "'; drop table service_item; --", '{{constructor.constructor("x")()}}', '${process.exit()}', '%00%0a', '\\u0000', 'javascript:alert(1)',
  '&lt;b&gt;', '{"$ne":null}', '__proto__', 'null', '{a,b}', '"NULL"', '\\', '\'\'', '"\\"', '=HYPERLINK("http://x")', '@SUM(1)', '+1', '-1', '../../../etc/passwd', '\u202e倒着写', '\u200b零宽', '😀👨‍👩‍👧', '𠮷野家', 'ﷺ', 'é', '--', '/*', '$1', '%s%n', '(?:a+)+$',
]
const fields = ['title', 'summary', 'audience', 'place', 'hours', 'fee', 'timeLimit', 'basis', 'caution', 'source'] as const

test('words that mean harm stay words, from the editor to the resident', async () => {
  for (const text of hostile) {
    const content: ServiceContent = { ...wheelchair, ...Object.fromEntries(fields.map((field) => [field, field === 'title' ? text.slice(0, 30) : text])), steps: [text, text], materials: [text], keywords: [text.slice(0, 20)] }
    const item = await published(community, content)
    const [row] = (await community.rows<{ steps: string[]; keywords: string[] }>('select steps from service_item where slug = $1', [item.slug]))
    expect([text, (await read(item))?.summary, (await read(item))?.steps, row!.steps, (await voice('chen').getEdit(item)).published?.content]).toEqual([text, text, [text, text], [text, text], content])
  }
})

test.each([
  ['half a pair', { summary: '\ud800' }], ['a null character', { summary: 'a\u0000b' }], ['a title of 31 characters', { title: '字'.repeat(31) }], ['an address that runs', { link: { name: '办', url: 'javascript:alert(1)' } }],
  ['an address with a quotation mark', { link: { name: '办', url: 'https://x/"onclick=' } }], ['a phone that is none', { phone: 'tel:1' }], ['a day that is none', { asOf: '2026-02-30' }], ['too many steps', { steps: Array.from({ length: 21 }, () => '走') }],
] as const)('%s is refused, with its field named, and nothing is written', async (_, bad) => {
  const before = (await community.rows('select from service_version')).length
  const answer = await community.answerOf('chen', 'service/save', { ...chunshen, slug: null, number: 0, revision: 0, content: { ...wheelchair, ...bad } })
  const named = !answer.ok && 'refusal' in answer ? answer.data.issues?.map(({ path }) => path.slice(0, 2)) : []
  expect([answer, named]).toMatchObject([{ ok: false, refusal: 'BadInput' }, [['content', Object.keys(bad)[0]]]])
  expect((await community.rows('select from service_version')).length).toBe(before)
})
