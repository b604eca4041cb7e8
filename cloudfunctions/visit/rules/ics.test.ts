/** The file by the rules of RFC 5545, read back by a small reader of its own grammar (3.1: unfold, name, parameters, value) and by a calendar's own parser. */
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarFile, folded, text, type CalendarVisit } from './ics'

const visit: CalendarVisit = {
  id: '0199c000-0000-7000-8000-000000000001', channel: 'app', startsAt: '2026-11-25T11:30:00.000Z', endsAt: '2026-11-25T11:50:00.000Z', moves: 0, cancelled: false, lastAt: '2026-11-20T05:00:00.000Z',
}

interface Line { name: string; parameters: string[]; value: string }
function read(file: string): Line[] {
  expect(file.endsWith('\r\n')).toBe(true)
  expect(file.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/)
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  return file.replace(/\r\n /g, '').split('\r\n').filter(Boolean).map((line) => {
    const [, head, value] = /^([^:]+):(.*)$/.exec(line)!
    const [name, ...parameters] = head!.split(';')
    expect(name).toMatch(/^[A-Z-]+$/)
    return { name: name!, parameters, value: value! }
  })
}
const valueOf = (lines: Line[], name: string) => lines.filter((line) => line.name === name).map((line) => line.value)

test('an event in the time of Shanghai, opened and closed in order, with all that is required', () => {
  const lines = read(calendarFile(visit))
  const open: string[] = []
  for (const { name, value } of lines) {
    if (name === 'BEGIN') open.push(value)
    if (name === 'END') expect(open.pop()).toBe(value)
  }
  expect(open).toEqual([])
  expect([valueOf(lines, 'VERSION'), valueOf(lines, 'PRODID').length, valueOf(lines, 'METHOD'), valueOf(lines, 'UID'), valueOf(lines, 'DTSTAMP')]).toEqual([['2.0'], 1, ['PUBLISH'], [`${visit.id}@zhangxinhui`], ['20261120T050000Z']])
  expect(lines.find(({ name, value }) => name === 'DTSTART' && value.startsWith('2026'))).toEqual({ name: 'DTSTART', parameters: ['TZID=Asia/Shanghai'], value: '20261125T193000' })
  expect(lines.find(({ name }) => name === 'DTEND')).toEqual({ name: 'DTEND', parameters: ['TZID=Asia/Shanghai'], value: '20261125T195000' })
  expect(valueOf(lines, 'TZID')).toEqual(['Asia/Shanghai'])
})

test('SEQUENCE grows with each change of time, and a cancelled one is taken out', () => {
  expect(valueOf(read(calendarFile({ ...visit, moves: 3 })), 'SEQUENCE')).toEqual(['3'])
  const gone = read(calendarFile({ ...visit, moves: 4, cancelled: true }))
  expect([valueOf(gone, 'METHOD'), valueOf(gone, 'STATUS'), valueOf(gone, 'SEQUENCE'), valueOf(gone, 'UID')]).toEqual([['CANCEL'], ['CANCELLED'], ['4'], [`${visit.id}@zhangxinhui`]])
})

test('it says how, and neither with whom, where nor about what', () => {
  const lines = read(calendarFile({ ...visit, channel: 'phone' }))
  expect(valueOf(lines, 'SUMMARY')).toEqual(['线上走访'])
  expect(valueOf(lines, 'DESCRIPTION')[0]).toBe('电话。不上门。要改时间，打开掌心汇。')
  for (const name of ['ATTENDEE', 'ORGANIZER', 'LOCATION']) expect(valueOf(lines, name)).toEqual([])
})

test('what a reader may forgive is written by the letter all the same', () => {
  expect(text('a;b,c\\d\ne')).toBe('a\\;b\\,c\\\\d\\ne')
  expect(folded('a'.repeat(75))).toBe('a'.repeat(75))
  expect(folded('a'.repeat(76))).toBe(`${'a'.repeat(75)}\r\n a`)
  expect(folded('a'.repeat(150)).split('\r\n').map((line) => line.length)).toEqual([75, 75, 2])
})

test('a long line is folded at 75 octets and no character is cut', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', '灯', '🔧', 'é', ' '), minLength: 0, maxLength: 300 }), (words) => {
    const lines = folded(words).split('\r\n')
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(lines.map((line, n) => (n === 0 ? line : line.slice(1))).join('')).toBe(words)
  }))
})

/** What of ical.js, which Thunderbird reads its calendars with, is needed here. */
interface Component { getAllSubcomponents(name?: string): Component[]; getFirstPropertyValue(name: string): unknown }
interface Ical {
  parse(file: string): unknown
  Component: new (parsed: unknown) => Component
  Timezone: new (from: Component) => unknown
  TimezoneService: { register(zone: unknown, name?: string): void; reset(): void }
  Event: new (from: Component) => { uid: string; summary: string; description: string; sequence: number; startDate: Moment; endDate: Moment }
  Property: { fromString(line: string): { getFirstValue(): unknown } }
}
interface Moment { toJSDate(): Date; zone: { tzid: string } }
const ical = createRequire(import.meta.url)('ical.js') as Ical

function readByAnother(file: string) {
  const calendar = new ical.Component(ical.parse(file))
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ical.TimezoneService.register(new ical.Timezone(zone), 'Asia/Shanghai')
  const [event, ...more] = calendar.getAllSubcomponents('vevent')
  expect(more).toEqual([])
  const { uid, summary, description, sequence, startDate, endDate } = new ical.Event(event!)
  const [alarm] = event!.getAllSubcomponents('valarm')
  return {
    method: calendar.getFirstPropertyValue('method'), status: event!.getFirstPropertyValue('status'), uid, summary, description, sequence, zone: startDate.zone.tzid,
    starts: startDate.toJSDate().toISOString(), ends: endDate.toJSDate().toISOString(), alarm: alarm === undefined ? null : String(alarm.getFirstPropertyValue('trigger')),
  }
}

test('another reads the same moments, the same event as it is moved, and that it is off', () => {
  const uid = `${visit.id}@zhangxinhui`
  const first = readByAnother(calendarFile(visit))
  expect(first).toEqual({ method: 'PUBLISH', status: 'CONFIRMED', uid, summary: '线上走访', description: '打开掌心汇，在消息里聊。不上门。要改时间，打开掌心汇。', sequence: 0, zone: 'Asia/Shanghai', starts: visit.startsAt, ends: visit.endsAt, alarm: '-PT1H' })
  expect(readByAnother(calendarFile({ ...visit, moves: 1, startsAt: '2026-12-31T16:10:00.000Z', endsAt: '2026-12-31T16:30:00.000Z' }))).toMatchObject({ uid, sequence: 1, starts: '2026-12-31T16:10:00.000Z', ends: '2026-12-31T16:30:00.000Z' })
  expect(readByAnother(calendarFile({ ...visit, moves: 2, cancelled: true }))).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', uid, sequence: 2, alarm: null })
})

test('another reads back whatever words, folded and escaped', () => {
  const words = fc.string({ unit: fc.constantFrom('a', '灯', '🔧', ' ', ';', ',', ':', '\\', '"', '\n', '\r\n', 'n', 'N'), minLength: 1, maxLength: 200 })
  fc.assert(fc.property(words, (said) => {
    expect(ical.Property.fromString(`DESCRIPTION:${text(said)}`).getFirstValue()).toBe(said.replace(/\r\n/g, '\n'))
    const parsed = new ical.Component(ical.parse(`${['BEGIN:VCALENDAR', 'BEGIN:VEVENT', `DESCRIPTION:${text(said)}`, 'END:VEVENT', 'END:VCALENDAR'].map(folded).join('\r\n')}\r\n`))
    expect(parsed.getAllSubcomponents('vevent')[0]!.getFirstPropertyValue('description')).toBe(said.replace(/\r\n/g, '\n'))
  }))
})
