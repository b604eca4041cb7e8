import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AgendaReason } from '../../../contract/meeting'
import { agendaOf, type Follow, type Matter } from './agenda'

const matter = (id: string, dueAt: string, reasons: Partial<Record<'taken' | 'overdue' | 'bounced', true>>, rank = 1): Matter =>
  ({ id, rank, dueAt, taken: false, overdue: false, bounced: false, ...reasons })

test('the meeting begins with what it gave to somebody last time, the oldest day first; then taken, overdue, given back', () => {
  const follows: Follow[] = [{ id: 'f-late', demandId: null, dueOn: '2026-11-18' }, { id: 'f-soon', demandId: 'pipe', dueOn: '2026-11-30' }, { id: 'f-first', demandId: null, dueOn: '2026-11-12' }]
  const matters = [
    matter('back', '2026-11-27', { bounced: true }),
    matter('late', '2026-11-19', { overdue: true }),
    matter('taken-late', '2026-11-24', { taken: true, overdue: true }),
    matter('taken', '2026-11-30', { taken: true }),
    matter('danger', '2026-12-04', { taken: true }, 0),
    matter('pipe', '2026-12-01', { bounced: true }),
    matter('calm', '2026-12-01', {}),
  ]
  expect(agendaOf(follows, matters, new Set()).map(({ id, reasons }) => [id, ...reasons])).toEqual([
    ['f-first', 'followUp'], ['f-late', 'followUp'], ['pipe', 'followUp', 'bounced'],
    ['danger', 'taken'], ['taken-late', 'taken', 'overdue'], ['taken', 'taken'], ['late', 'overdue'], ['back', 'bounced'],
  ])
})

test('what this meeting has decided is no longer before it; its follow-up of last time still is', () => {
  const items = agendaOf([{ id: 'f', demandId: 'lamp', dueOn: '2026-11-18' }], [matter('lamp', '2026-11-20', { taken: true }), matter('tree', '2026-11-20', { taken: true })], new Set(['lamp', 'tree']))
  expect(items).toEqual([{ id: 'lamp', reasons: ['followUp'], matter: null, follows: [{ id: 'f', demandId: 'lamp', dueOn: '2026-11-18' }] }])
})

const id = fc.integer({ min: 0, max: 15 }).map((n) => `d${n}`)
const day = fc.integer({ min: 10, max: 28 }).map((n) => `2026-11-${n}`)
const matters = fc.uniqueArray(fc.record({ id, rank: fc.integer({ min: 0, max: 1 }), dueAt: day, taken: fc.boolean(), overdue: fc.boolean(), bounced: fc.boolean() }), { selector: (one) => one.id, maxLength: 16 })
const follows = fc.uniqueArray(fc.record({ id: fc.integer({ min: 0, max: 40 }).map((n) => `f${n}`), demandId: fc.option(id), dueOn: day }), { selector: (one) => one.id, maxLength: 12 })

test('every open item stands exactly once with every reason it has, in order, and nothing else does', () => {
  fc.assert(fc.property(follows, matters, fc.uniqueArray(id), (behind, before, done) => {
    const decided = new Set(done)
    const items = agendaOf(behind, before, decided)
    const ids = items.map((item) => item.id)
    expect(new Set(ids).size).toBe(ids.length)
    // Each follow-up exactly once.
    expect(items.flatMap((item) => item.follows.map((follow) => follow.id)).sort()).toEqual(behind.map((follow) => follow.id).sort())
    // Each demand that has a reason and is not decided exactly once, with just these reasons.
    const wanted = before.filter((one) => !decided.has(one.id) && (one.taken || one.overdue || one.bounced)).map((one) => one.id)
    expect(wanted.filter((one) => ids.filter((other) => other === one).length !== 1)).toEqual([])
    for (const item of items) {
      const source = before.find((one) => one.id === item.id && !decided.has(one.id))
      const expected = (['followUp', 'taken', 'overdue', 'bounced'] as AgendaReason[]).filter((reason) => (reason === 'followUp' ? item.follows.length > 0 : Boolean(source?.[reason])))
      expect(item.reasons).toEqual(expected)
      expect(item.reasons.length).toBeGreaterThan(0)
    }
    // In the order of the reasons; follow-ups by day; the others by danger and deadline.
    const places = items.map((item) => ['followUp', 'taken', 'overdue', 'bounced'].indexOf(item.reasons[0]!))
    expect(places).toEqual([...places].sort((one, other) => one - other))
    for (const [index, item] of items.entries()) {
      const after = items[index + 1]
      if (!after || after.reasons[0] !== item.reasons[0]) continue
      if (item.follows[0]) expect(item.follows[0].dueOn <= after.follows[0]!.dueOn).toBe(true)
      else expect([item.matter!.rank, item.matter!.dueAt] <= [after.matter!.rank, after.matter!.dueAt]).toBe(true)
    }
  }), { numRuns: 500 })
})
