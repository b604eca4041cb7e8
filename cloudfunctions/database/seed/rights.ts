/** What some residents of 春申里 agreed to, and what three asked about their own information. */
import { consentVersions, type ConsentLayer } from '../../../contract/consent'
import { type RightKind } from '../../../contract/rightRequest'
import { officialCalendar } from '../../organization/rules/calendar'
import { rightDue } from '../../rights/rules/request'
import { chunshenli } from './places'
import { cast } from './people'
import { seeded, uuid7At } from './random'

const hour = 3_600_000

const asked: readonly { by: keyof typeof cast; kind: RightKind; words: string; hoursAgo: number; reply: string | null }[] = [
  { by: 'linJing', kind: 'explain', words: '为什么居委会有我的工作时间？是谁记的？', hoursAgo: 50, reply: null },
  { by: 'heJun', kind: 'correct', words: '室号写成 502 了，我家是 501。', hoursAgo: 400, reply: '查过了，是入户时抄错的，改成 501 了。' },
]

const agreed: readonly [keyof typeof cast, ConsentLayer, boolean, number][] = [
  ['zhouLan', 'account', true, 900], ['zhouLan', 'contact', true, 900], ['zhouLan', 'messages', true, 200],
  ['linJing', 'account', true, 1200], ['linJing', 'contact', false, 1200], ['zhangApo', 'account', true, 700], ['zhangApo', 'sensitive', true, 700],
]

export function rightsRows(now: Date): { requests: object[]; consents: object[] } {
  const random = seeded(20261122)
  const at = (hoursAgo: number) => new Date(now.getTime() - hoursAgo * hour).toISOString()
  return {
    requests: asked.map(({ by, kind, words, hoursAgo, reply }) => {
      const { dueAt, provisional } = rightDue(officialCalendar, at(hoursAgo))
      return {
        committee_id: chunshenli.committeeId, id: uuid7At(now.getTime() - hoursAgo * hour, random), account_id: cast[by].id, name: cast[by].called, kind, words, asked_at: at(hoursAgo), due_at: dueAt, provisional,
        state: reply ? 'done' : 'open', decided_at: reply ? at(hoursAgo - 30) : null, decided_by: reply ? cast.tangHui.id : null, reply,
      }
    }),
    consents: agreed.map(([who, layer, given, hoursAgo]) => ({ account_id: cast[who].id, layer, at: at(hoursAgo), version: consentVersions[layer], given })),
  }
}
