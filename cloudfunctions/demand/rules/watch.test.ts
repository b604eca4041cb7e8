import { expect, test } from 'vitest'
import { officialCalendar } from '../../organization/rules/calendar'
import { alarmsOf, defaultLadder, watchAt, type Watched } from './watch'

const at = (words: string) => new Date(`${words.replace(' ', 'T')}:00+08:00`).toISOString()
const row = (change: Partial<Watched> = {}): Watched => ({
  status: 'accepted', urgency: 'ordinary', dueAt: at('2026-11-27 17:00'), contactDueAt: at('2026-11-23 17:00'), contactedAt: at('2026-11-20 10:00'), wordDueAt: null,
  offeredAt: null, askedAt: null, answeredAt: null, ...change,
})
const timesOf = (watched: Watched) => alarmsOf(officialCalendar, defaultLadder, watched).map((alarm) => [alarm.about, alarm.at, alarm.tell.join()])

test('the owner is warned three hours before; then the director, the section, the division head', () => {
  expect(timesOf(row())).toEqual([
    ['demandDueSoon', at('2026-11-27 14:00'), 'owner'],
    ['demandLate', at('2026-11-27 17:00'), 'owner,director'],
    ['demandLate', at('2026-11-30 17:00'), 'owner,section'],
    ['demandLate', at('2026-12-02 17:00'), 'owner,head'],
  ])
})

test('nobody contacted within a working day is told to the director; danger within the hour also to the division head, whatever the hour', () => {
  expect(timesOf(row({ contactedAt: null }))).toContainEqual(['contactLate', at('2026-11-23 17:00'), 'owner,director'])
  const danger = row({ urgency: 'danger', contactedAt: null, contactDueAt: at('2026-10-02 22:10'), wordDueAt: at('2026-10-02 23:10'), dueAt: at('2026-10-08 14:30') })
  expect(timesOf(danger)).toContainEqual(['contactLate', at('2026-10-02 22:10'), 'owner,director,head'])
  expect(timesOf(danger)).toContainEqual(['contactLate', at('2026-10-02 23:10'), 'owner,director,head'])
})

test('a question that stops the clock stops the ladder, unless it was late already', () => {
  expect(timesOf(row({ status: 'asked', askedAt: at('2026-11-25 10:00') }))).toEqual([['questionWaiting', at('2026-12-02 17:00'), 'owner,filer']])
  expect(timesOf(row({ status: 'asked', askedAt: at('2026-11-28 10:00') })).map(([about]) => about)).toContain('demandLate')
})

test('a meeting or an outside party stops nothing', () => {
  for (const status of ['atMeeting', 'transferred'] as const) expect(timesOf(row({ status }))).toEqual(timesOf(row()))
})

test('an answer nobody heard of is asked about three days before it closes, after fifteen, and what rests is left alone', () => {
  expect(alarmsOf(officialCalendar, defaultLadder, row({ status: 'answered', answeredAt: at('2026-11-20 10:00') }))).toMatchObject([{ at: at('2026-12-02 10:00'), tell: ['filer'], about: 'answerWaiting' }, { at: at('2026-12-05 10:00'), does: 'close' }])
  for (const status of ['closed', 'withdrawn', 'declined', 'merged'] as const) expect(timesOf(row({ status }))).toEqual([])
})

test('each alarm sounds once, and a deadline that was moved is watched anew', () => {
  const alarms = alarmsOf(officialCalendar, defaultLadder, row())
  const now = at('2026-11-27 17:00')
  const first = watchAt(alarms, [], now)
  expect([first.due.map((alarm) => alarm.about), first.next]).toEqual([['demandDueSoon', 'demandLate'], at('2026-11-30 17:00')])
  const done = first.due.map((alarm) => alarm.key)
  expect(watchAt(alarms, done, now).due).toEqual([])
  expect(watchAt(alarmsOf(officialCalendar, defaultLadder, row({ dueAt: at('2026-11-26 17:00') })), done, now).due).toHaveLength(3)
  expect(watchAt(alarmsOf(officialCalendar, defaultLadder, row({ status: 'closed' })), done, now)).toEqual({ due: [], next: null })
})
