/** At the door: who may ask, answer, send and look; the same by both walls. */
import { afterAll, beforeAll, expect, test, describe } from 'vitest'
import { door as promises } from '../../contract/door'
import type { Id } from '../../contract/values'
import { absent, chunshen, openCommunity, opening, plum, type Community, type Path } from '../fixtures/community'
import { askedConsent, clearDoors, doorOf, expected, plumber, soon } from '../fixtures/atDoor'
import { picture } from '../fixtures/scene'
import { line, outcomeOf, readTable, type Cell } from './table'

/** lins: 12-602, which wants nobody at the door · zhengs: his neighbours', who do not mind · shens: 梅园 · foreign: shen's door under 春申里's name. */
const table = readTable(`
  method         thing    zhou zheng zhang lin xu wang li chen tang shen zhu qin visitor
  door           lins     -    -     -     ok  -  ok   -  ok   ok   -    -   -   in
  door           zhengs   -    ok    -     -   -  ok   -  ok   ok   -    -   -   in
  door           shens    -    -     -     -   -  -    -  -    -    ok   ok  ok  in
  door           foreign  -    -     -     -   -  -    -  -    -    -    -   -   in
  door           absent   -    -     -     -   -  -    -  -    -    -    -   -   in
  sendToDoor     lins     -    -     -     -   -  ok   -  ok   ok   -    -   -   in
  sendToDoor     zhengs   -    -     -     -   -  ok   -  ok   ok   -    -   -   in
  sendToDoor     shens    -    -     -     -   -  -    -  -    -    -    ok  ok  in
  sendToDoor     foreign  -    -     -     -   -  -    -  -    -    -    -   -   in
  sendToDoor     absent   -    -     -     -   -  -    -  -    -    -    -   -   in
  askConsent     lins     -    -     -     -   -  ok   -  ok   ok   -    -   -   in
  askConsent     foreign  -    -     -     -   -  -    -  -    -    -    -   -   in
  answerConsent  lins     -    -     -     ok  -  -    -  -    -    -    -   -   in
  answerConsent  foreign  -    -     -     -   -  -    -  -    -    -    -   -   in
  answerConsent  absent   -    -     -     -   -  -    -  -    -    -    -   -   in
  endHomeVisit   zhengs   -    ok    -     -   -  ok   -  ok   ok   -    -   -   in
  endHomeVisit   foreign  -    -     -     -   -  -    -  -    -    -    -   -   in
  endHomeVisit   absent   -    -     -     -   -  -    -  -    -    -    -   -   in
`)

let community: Community
let doors: Record<string, { committeeId: Id; householdId: Id }>
beforeAll(async () => {
  community = await openCommunity()
  const shens = await doorOf(community, 'shen')
  doors = { lins: await doorOf(community, 'lin'), zhengs: await doorOf(community, 'zheng'), shens, foreign: { ...chunshen, householdId: shens.householdId }, absent: { ...chunshen, householdId: absent } }
})
afterAll(() => community.close())

/** What a cell is about, anew. */
async function inputOf({ method, thing }: Cell): Promise<object> {
  community.setClock(opening)
  if (method === 'answerConsent') {
    const { committeeId, consentId } = await askedConsent(community)
    return { committeeId: thing === 'foreign' ? plum.committeeId : committeeId, consentId: thing === 'absent' ? absent : consentId, answer: 'give' }
  }
  if (method === 'endHomeVisit') {
    const { committeeId, visitId } = await expected(community)
    return { committeeId: thing === 'foreign' ? plum.committeeId : committeeId, visitId: thing === 'absent' ? absent : visitId, outcome: 'cancel', words: '改天' }
  }
  await clearDoors(community)
  return { ...doors[thing], ...(method === 'door' ? {} : { ...plumber, ...soon(community) }) }
}

test('every method of the contract has its lines', () => {
  expect([...new Set(table.map(({ method }) => method))].sort()).toEqual(Object.keys(promises).sort())
})

describe.each(['both walls', 'row security alone'])('%s', (which) => {
  const walls = () => (which === 'both walls' ? community : community.withoutFirstWall())

  test('stop everybody else, and nothing is changed', async () => {
    const seen: string[] = []
    const refused = table.filter(({ expected: mark }) => mark !== 'ok')
    // One thing for all the refused of a method: what each would have changed, none has.
    for (const [method, thing] of [...new Set(refused.map((cell) => `${cell.method} ${cell.thing}`))].map((name) => name.split(' '))) {
      const cells = refused.filter((cell) => cell.method === method && cell.thing === thing)
      const input = await inputOf(cells[0]!)
      const before = await picture(community)
      for (const cell of cells) {
        const answer = await walls().answerOf(cell.name, `visit/${cell.method}` as Path, input)
        seen.push(line(cell, which !== 'both walls' && ['fault', 'WrongStep'].includes(outcomeOf(answer)) ? cell.expected : outcomeOf(answer)))
      }
      expect([method, thing, await picture(community)]).toEqual([method, thing, before])
    }
    expect(seen).toEqual(refused.map((cell) => line(cell, cell.expected)))
  })

  test('let those pass whom it concerns', async () => {
    const seen: string[] = []
    const passing = table.filter(({ expected: mark }) => mark === 'ok')
    for (const cell of passing) seen.push(line(cell, outcomeOf(await walls().answerOf(cell.name, `visit/${cell.method}` as Path, await inputOf(cell)))))
    expect(seen).toEqual(passing.map((cell) => line(cell, 'ok')))
  })
})

test('the household reads who is expected, what was asked and what was tried; of what it said the asker is told', async () => {
  const { committeeId, consentId } = await askedConsent(community)
  const { householdId } = doors.lins!
  const tried = await community.as('wang').visit.sendToDoor({ committeeId, householdId, ...plumber, ...soon(community) })
  expect([tried.vetoed, tried.door.visits, tried.door.attempts.map(({ by, who, why }) => [by, who, why])]).toEqual([true, [], [['王芳', plumber.who, 'none']]])
  const seen = await community.as('lin').visit.door({ committeeId, householdId })
  expect([seen.reader, seen.declines, seen.consents[0]!.steps, seen.attempts.length]).toEqual(['home', true, ['give', 'refuse'], 1])
  const answered = await community.as('lin').visit.answerConsent({ committeeId, consentId, answer: 'give' })
  expect(answered.consents[0]!.steps).toEqual(['withdraw'])
  const told = await community.rows<{ about: string; to: string; title: string }>(`select n.about, a.name as to, n.title from notice n join account a on a.id = n.to_id where subject_id = $1 and subject = 'household' order by n.at, n.about`, [householdId])
  expect(told).toEqual(expect.arrayContaining([{ about: 'consentAsked', to: '林女士', title: '上门' }, { about: 'homeVisitTried', to: '林女士', title: '上门' }, { about: 'consentGiven', to: '王芳', title: '上门' }]))
  // What was given is gone for, once; then nothing is left to take back.
  const { fromAt, untilAt } = answered.consents[0]!
  const gone = await community.as('chen').visit.sendToDoor({ committeeId, householdId, ...plumber, fromAt, untilAt, consentId })
  expect([gone.vetoed, gone.door.visits.map(({ state, who }) => [state, who]), gone.door.consents[0]!.over]).toEqual([false, [['booked', plumber.who]], true])
  expect(await community.answerOf('lin', 'visit/answerConsent', { committeeId, consentId, answer: 'withdraw' })).toMatchObject({ refusal: 'WrongStep' })
})

test('where people may come there is nothing to ask; a span that is none is refused before anything is tried', async () => {
  await clearDoors(community)
  expect(await community.answerOf('wang', 'visit/askConsent', { ...doors.zhengs, ...plumber, ...soon(community) })).toMatchObject({ refusal: 'WrongStep' })
  const { fromAt, untilAt } = soon(community)
  for (const span of [{ fromAt: untilAt, untilAt: fromAt }, { fromAt, untilAt: fromAt }, { fromAt: '2026-11-01T00:00:00.000Z', untilAt: '2026-11-01T02:00:00.000Z' }]) {
    expect(await community.answerOf('wang', 'visit/sendToDoor', { ...doors.lins, ...plumber, ...span })).toMatchObject({ refusal: 'BadInput' })
  }
  expect(await community.rows('select from visit_attempt')).toEqual([])
})
