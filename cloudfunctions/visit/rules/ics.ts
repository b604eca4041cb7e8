/** A visit as a calendar file (RFC 5545, iCalendar, September 2009). It may lie open on any screen: no name, flat or purpose in it. */
import type { Id, Instant } from '../../../contract/values'
import type { VisitChannel } from '../../../contract/visit'

export interface CalendarVisit {
  id: Id
  channel: VisitChannel
  startsAt: Instant
  endsAt: Instant
  /** How often its time has changed. */
  moves: number
  cancelled: boolean
  lastAt: Instant
}

const how: Record<VisitChannel, string> = { app: '打开掌心汇，在消息里聊', wechat: '微信通话', phone: '电话', email: '邮件', other: '按约好的方式' }

/** `20261125T113000Z` (3.3.5, form 2). */
const utc = (at: Instant) => `${at.slice(0, 19).replace(/[-:]/g, '')}Z`
/** `20261125T193000`, with TZID beside it (3.3.5, form 3). Shanghai is eight hours ahead all year. */
const local = (at: Instant) => utc(new Date(Date.parse(at) + 8 * 3_600_000).toISOString()).slice(0, -1)

/** 3.3.11: backslash, semicolon, comma and line break are written with a backslash. */
export const text = (words: string) => words.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')

/** 3.1: a line is at most 75 octets; a longer one goes on after CRLF and a space, and no character is cut. */
export function folded(line: string): string {
  const lines: string[] = []
  let part = ''
  for (const sign of line) {
    if (Buffer.byteLength(part + sign) > (lines.length === 0 ? 75 : 74)) {
      lines.push(part)
      part = ''
    }
    part += sign
  }
  return [...lines, part].join('\r\n ')
}

/** SEQUENCE grows with each change, so that a calendar that has the visit moves it; a cancelled one is taken out (3.8.7.4, RFC 5546 3.2.5). */
export function calendarFile({ id, channel, startsAt, endsAt, moves, cancelled, lastAt }: CalendarVisit): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Zhangxinhui//Visit//ZH',
    'CALSCALE:GREGORIAN',
    `METHOD:${cancelled ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VTIMEZONE',
    'TZID:Asia/Shanghai',
    'BEGIN:STANDARD',
    'DTSTART:19910915T000000',
    'TZOFFSETFROM:+0800',
    'TZOFFSETTO:+0800',
    'TZNAME:CST',
    'END:STANDARD',
    'END:VTIMEZONE',
    'BEGIN:VEVENT',
    `UID:${id}@zhangxinhui`,
    `DTSTAMP:${utc(lastAt)}`,
    `DTSTART;TZID=Asia/Shanghai:${local(startsAt)}`,
    `DTEND;TZID=Asia/Shanghai:${local(endsAt)}`,
    `SEQUENCE:${moves}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `SUMMARY:${text('线上走访')}`,
    `DESCRIPTION:${text(`${how[channel]}。不上门。要改时间，打开掌心汇。`)}`,
    'CLASS:PRIVATE',
    ...(cancelled ? [] : ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${text('线上走访')}`, 'TRIGGER:-PT1H', 'END:VALARM']),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].map(folded).join('\r\n')
}
