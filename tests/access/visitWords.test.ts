/** Words of a visit that wait until somebody has read them: nothing of them reaches whom they wait for, by both walls and by row security alone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Id } from '../../contract/values'
import { holdSafety } from '../../cloudfunctions/runtime/safety'
import { accounts, openCommunity, type Community } from '../fixtures/community'
import { askedAs, bookedAs, homeOf, morning, type VisitMatter } from '../fixtures/visiting'

/** Stands in every word that waits. */
const canary = 'KANARI77V'

let community: Community
/** The same people, their words looked at by nobody. */
let holding: Community
let second: Id
beforeAll(async () => {
  community = await openCommunity()
  community.setClock('2026-11-20T06:00:00.000Z')
  holding = community.with({ safety: holdSafety })
  // xu lives with zhou: of the same household, on the same side.
  const home = await homeOf(community, 'zhou')
  const [row] = await community.rows<{ id: Id }>(`
    insert into resident (committee_id, id, household_id, block_id, name, relation, account_id)
    select committee_id, gen_random_uuid(), id, block_id, '许晓', 'tenant', $2 from household where id = $1 returning id`, [home.householdId, accounts.xu])
  second = row!.id
})
afterAll(async () => {
  await community.rows('delete from resident where id = $1', [second])
  await community.close()
})

const walls = () => [community, community.withoutFirstWall()]
const heldIn = async ({ committeeId, visitId }: VisitMatter) => {
  const rows = await community.rows<{ id: Id }>(`select id from visit_entry where visit_id = $1 and safety = 'pending' order by at desc, id desc`, [visitId])
  return { committeeId, visitId, entryId: rows[0]!.id }
}
/** Whether any of the words reaches this person by what they can read of visits. */
async function reads(name: 'zhou' | 'xu' | 'wang' | 'tang', matter: VisitMatter): Promise<boolean[]> {
  const seen: boolean[] = []
  for (const wall of walls()) {
    const { items } = await wall.as(name).visit.listMine({})
    seen.push(JSON.stringify([await wall.as(name).visit.get(matter), items.filter(({ id }) => id === matter.visitId)]).includes(canary))
  }
  return seen
}
const tell = (matter: VisitMatter, decision: 'release' | 'reject', reason = '') => heldIn(matter).then((held) => community.as('tang').safety.decideVisit({ ...held, decision, reason }))
const told = (matter: VisitMatter) => community.rows<{ to: Id; about: string }>(`select to_id as to, about from notice where subject_id = $1 and about in ('visitSaid', 'visitSummarised', 'wordsHeld', 'wordsReleased', 'wordsRejected') order by at, id`, [matter.visitId])

test('a word of the block leader waits whole: the household neither reads it nor is told, until another has let it go', async () => {
  const matter = await bookedAs(community, 'zhou')
  await holding.as('wang').visit.say({ ...matter, text: `${canary} 到时候见。` })
  expect([await reads('zhou', matter), await reads('xu', matter)]).toEqual([[false, false], [false, false]])
  expect([await reads('wang', matter), await reads('tang', matter)]).toEqual([[true, true], [true, true]])
  expect(await told(matter)).toEqual([{ to: accounts.chen, about: 'wordsHeld' }])
  expect((await community.as('tang').safety.list(matter)).items).toContainEqual(expect.objectContaining({ visitId: matter.visitId, demandId: null, from: 'staff', step: 'say', by: { name: '王芳', post: 'leader' } }))
  await tell(matter, 'release')
  expect([await reads('zhou', matter), await reads('xu', matter)]).toEqual([[true, true], [true, true]])
  expect(await told(matter)).toEqual([{ to: accounts.chen, about: 'wordsHeld' }, { to: accounts.zhou, about: 'visitSaid' }, { to: accounts.wang, about: 'wordsReleased' }])
})

test('what one of the household says reaches its host at once, and the others at home once it was read', async () => {
  const matter = await bookedAs(community, 'zhou')
  await holding.as('zhou').visit.say({ ...matter, text: `${canary} 门铃坏了。` })
  expect([await reads('zhou', matter), await reads('wang', matter), await reads('xu', matter)]).toEqual([[true, true], [true, true], [false, false]])
  await tell(matter, 'release')
  expect(await reads('xu', matter)).toEqual([true, true])
})

test('a purpose that waits is in no list and in no row of the visit; let go, it stands there', async () => {
  const matter = await askedAs(holding, 'zhou')
  const invited = await (async () => {
    await community.rows(`update visit set state = 'cancelled' where invited and state = 'proposed'`)
    const home = await homeOf(community, 'zhou')
    const { id } = await holding.as('wang').visit.invite({ ...home, purpose: `${canary} 认识一下`, channel: 'app', offers: ['2026-11-25T11:30:00.000Z'] })
    return { committeeId: home.committeeId, visitId: id }
  })()
  expect((await community.as('wang').visit.get(matter)).purpose).toBe('想问问楼道的灯')
  expect((await community.as('xu').visit.get(matter)).purpose).toBe('想和您聊聊')
  expect([await reads('zhou', invited), await reads('wang', invited)]).toEqual([[false, false], [true, true]])
  expect(await community.rows('select from visit where id = $1 and purpose like $2', [invited.visitId, `%${canary}%`])).toEqual([])
  await tell(invited, 'release')
  expect(await reads('zhou', invited)).toEqual([true, true])
  expect((await community.as('zhou').visit.get(invited)).purpose).toBe(`${canary} 认识一下`)
})

test('a summary that waits leaves the visit held; what has to be done is done at once; let go, it is the household’s to confirm', async () => {
  const matter = await bookedAs(community, 'zhou')
  const written = await holding.as('wang').visit.summarise({ ...matter, summary: `${canary} 聊了楼道的灯。`, needs: [{ kind: 'request', text: '二楼楼道灯不亮。' }], helpers: [`${canary} 会修车`] })
  expect([written.state, written.steps, written.needs.length]).toEqual(['held', ['say'], 1])
  expect(await reads('zhou', matter)).toEqual([false, false])
  expect(await community.answerOf('wang', 'visit/summarise', { ...matter, summary: '再写一遍。', needs: [], helpers: [] })).toMatchObject({ refusal: 'NotAllowed' })
  await tell(matter, 'release')
  const read = await community.as('zhou').visit.get(matter)
  expect([read.state, read.summary, read.helpers.map(({ what }) => what)]).toEqual(['summarised', `${canary} 聊了楼道的灯。`, [`${canary} 会修车`]])
  expect((await community.as('zhou').visit.confirm(matter)).state).toBe('confirmed')
})

test('a summary that is not let go is written anew: its host reads why, the household nothing', async () => {
  const matter = await bookedAs(community, 'zhou')
  await holding.as('wang').visit.summarise({ ...matter, summary: `${canary} 不好听的话`, needs: [], helpers: [`${canary} 会修车`] })
  expect(await community.answerOf('tang', 'safety/decideVisit', { ...(await heldIn(matter)), decision: 'reject', reason: '' })).toMatchObject({ refusal: 'BadInput' })
  await tell(matter, 'reject', '语气重了')
  const own = await community.as('wang').visit.get(matter)
  expect(own.thread.find(({ step }) => step === 'summarise')).toMatchObject({ safety: 'rejected', rejectedFor: '语气重了' })
  await community.as('wang').visit.summarise({ ...matter, summary: '聊了楼道的灯。', needs: [], helpers: [] })
  expect(await reads('zhou', matter)).toEqual([false, false])
  expect((await community.as('zhou').visit.get(matter)).state).toBe('summarised')
})

test('a reason that waits does not keep the step from being taken', async () => {
  const matter = await bookedAs(community, 'zhou')
  await holding.as('wang').visit.cancel({ ...matter, reason: `${canary} 不想聊` })
  const read = await community.as('zhou').visit.get(matter)
  expect([read.state, JSON.stringify(read).includes(canary)]).toEqual(['cancelled', false])
})

test('decided once, and by row security never by one of the household or by its author', async () => {
  const alone = community.withoutFirstWall()
  const matter = await bookedAs(community, 'zhou')
  await holding.as('wang').visit.say({ ...matter, text: `${canary} 在吗` })
  const held = await heldIn(matter)
  for (const name of ['zhou', 'xu', 'wang', 'li', 'zhu'] as const) expect(await alone.answerOf(name, 'safety/decideVisit', { ...held, decision: 'release', reason: '' })).toHaveProperty('refusal')
  // tang moves in with zhou: the director herself lets nothing of her own household's go.
  await community.rows('update resident set account_id = $1 where id = $2', [accounts.tang, second])
  expect(await alone.answerOf('tang', 'safety/decideVisit', { ...held, decision: 'release', reason: '' })).toHaveProperty('refusal')
  expect(JSON.stringify((await alone.as('tang').safety.list(matter)).items)).not.toContain(held.entryId)
  await community.rows('update resident set account_id = $1 where id = $2', [accounts.xu, second])
  expect(await community.rows('select safety from visit_entry where id = $1', [held.entryId])).toEqual([{ safety: 'pending' }])
  await tell(matter, 'release')
  expect(await community.answerOf('chen', 'safety/decideVisit', { ...held, decision: 'reject', reason: '晚了' })).toMatchObject({ refusal: 'WrongStep' })
})

test('home counts what waits in visits too', async () => {
  const before = (await community.as('tang').account.home({})).tasks!.heldWords
  await holding.as('wang').visit.say({ ...(await bookedAs(community, 'zhou')), text: `${canary} 明天见` })
  await holding.as('zhou').visit.say({ ...(await askedAs(community, 'zhou', [morning(community)])), text: `${canary} 好` })
  expect((await community.as('tang').account.home({})).tasks!.heldWords).toBe(before + 2)
})
