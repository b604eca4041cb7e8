import { describe, expect, test } from 'vitest'
import { answered, consentSteps, holds, spanFits, visitSteps, type ConsentFacts } from './door'

const at = (time: string) => new Date(`2026-10-02T${time}:00+08:00`).toISOString()
const consent: ConsentFacts = { state: 'given', who: '赵师傅，水电工', purpose: '换阀门', fromAt: at('21:40'), untilAt: at('23:40'), used: false }
const visit = { who: '赵师傅，水电工', purpose: '换阀门', startsAt: at('21:40'), endsAt: at('23:40') }

describe('a consent opens the door', () => {
  test('for whom it names, within its span, and is dead at its last minute', () => {
    expect(holds(consent, visit, at('21:00'))).toBe(true)
    expect(holds(consent, visit, at('23:39'))).toBe(true)
    expect(holds(consent, visit, at('23:40'))).toBe(false)
  })

  test.each([
    ['for somebody else', {}, { who: '钱师傅' }], ['for something else', {}, { purpose: '查人口' }], ['a minute too early', {}, { startsAt: at('21:39') }], ['a minute too late', {}, { endsAt: at('23:41') }],
    ['once it was used', { used: true }, {}], ['while it is asked', { state: 'asked' as const }, {}], ['refused', { state: 'refused' as const }, {}], ['taken back', { state: 'withdrawn' as const }, {}],
  ])('not %s', (_, changed, other) => expect(holds({ ...consent, ...changed }, { ...visit, ...other }, at('22:00'))).toBe(false))
})

test('the household answers, who serves it goes, and nobody answers what they asked themselves', () => {
  const asked = { ...consent, state: 'asked' as const }
  expect([consentSteps(asked, 'home', at('21:00')), consentSteps(asked, 'staff', at('21:00')), consentSteps(asked, 'asker', at('21:00'))]).toEqual([['give', 'refuse'], [], []])
  expect([consentSteps(consent, 'home', at('21:00')), consentSteps(consent, 'staff', at('21:00'))]).toEqual([['withdraw'], ['go']])
  for (const reader of ['home', 'staff'] as const) expect([consentSteps(asked, reader, at('23:40')), consentSteps({ ...consent, used: true }, reader, at('22:00'))]).toEqual([[], []])
})

test.each([
  ['asked', 'give', 'given'], ['asked', 'refuse', 'refused'], ['asked', 'withdraw', undefined], ['given', 'withdraw', 'withdrawn'], ['given', 'refuse', undefined], ['given', 'give', undefined],
  ['refused', 'give', undefined], ['withdrawn', 'give', undefined],
] as const)('%s, then %s: %s', (state, answer, expected) => expect(answered(state, answer)).toBe(expected))

test('a span ends after it begins, within a day, and has not passed', () => {
  expect(spanFits({ fromAt: at('21:40'), untilAt: at('23:40') }, at('23:39'))).toBe(true)
  expect(spanFits({ fromAt: at('21:40'), untilAt: at('21:40') }, at('20:00'))).toBe(false)
  expect(spanFits({ fromAt: at('21:40'), untilAt: at('21:39') }, at('20:00'))).toBe(false)
  expect(spanFits({ fromAt: at('21:40'), untilAt: at('23:40') }, at('23:40'))).toBe(false)
  expect(spanFits({ fromAt: at('00:00'), untilAt: new Date(Date.parse(at('00:00')) + 86_400_001).toISOString() }, at('00:00'))).toBe(false)
})

test('what came of a visit is said from its beginning on; the household may call it off', () => {
  const booked = { state: 'booked' as const, startsAt: at('21:40') }
  expect([visitSteps(booked, 'staff', at('21:39')), visitSteps(booked, 'staff', at('21:40')), visitSteps(booked, 'home', at('22:00'))]).toEqual([['cancel'], ['done', 'nobodyHome', 'turnedAway', 'cancel'], ['cancel']])
  expect(visitSteps({ ...booked, state: 'held' }, 'staff', at('22:00'))).toEqual([])
})
