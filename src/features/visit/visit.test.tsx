import { expect, test } from 'vitest'
import type { Visit, VisitEntry } from '../../../contract/visit'
import { byRole, draw, tap } from '../../ui/draw.testing'
import { HostBrief } from './HostBrief'
import { firstOffer, momentOf, OfferPicker } from './OfferPicker'
import { ReasonForm } from './ReasonForm'
import { SlotPicker } from './SlotPicker'
import { SummariseForm } from './SummariseForm'
import { SummaryCard } from './SummaryCard'
import { VisitChannels } from './VisitChannels'
import { VisitHead } from './VisitHead'
import { dayNote, heldWords, sentenceOf, timeWords } from './wording'

const host = { accountId: '1', name: '王芳', post: 'leader' as const, blockName: '3块', section: null }
const visit: Visit = {
  id: 'v', committeeId: 'c', householdId: 'h', mode: 'online', state: 'booked', channel: 'app', host, who: null, minutes: 20, startsAt: '2026-11-25T11:30:00.000Z', endsAt: '2026-11-25T11:50:00.000Z',
  purpose: '居住证签注', label: null, noHomeVisits: null, turn: 'nobody', lastAt: '2026-11-20T05:00:00.000Z', about: 'leader', service: null, demand: null, invited: false, offers: [], summary: null,
  heldAt: null, reader: 'home', thread: [], needs: [], helpers: [], wish: null, steps: ['move', 'propose', 'cancel', 'say'],
}
const toHost: Visit = { ...visit, reader: 'host', label: '12号楼 602室', noHomeVisits: true, wish: { noHomeVisits: true, channels: ['app'], hours: '工作日 19:00–21:30', never: ['phone'] }, steps: ['hold', 'summarise', 'propose', 'cancel', 'say'] }

test('what is agreed on reads as a neighbour would say it', () => {
  expect(timeWords('2026-11-25T11:30:00.000Z')).toBe('11月25日（周三）19:30')
  expect(sentenceOf(visit, 'home')).toBe('约好了：11月25日（周三）19:30，小程序里聊，王芳不上门')
  expect([dayNote({ working: true, away: false, slots: [{ taken: true }, { taken: false }] }), dayNote({ working: true, away: false, slots: [{ taken: true }] }), dayNote({ working: false, away: false, slots: [] }), dayNote({ working: true, away: true, slots: [] })])
    .toEqual(['1 个空', '约满了', '休息', '不在'])
})

test('evenings stand first, daytime one tap away, and what another household has cannot be chosen', () => {
  const slot = (id: string, startsAt: string, taken = false) => ({ id, startsAt, minutes: 20, taken, wished: true })
  const days = [{ day: '2026-11-25', working: true, away: false, slots: [slot('a', '2026-11-25T11:30:00.000Z'), slot('b', '2026-11-25T12:00:00.000Z', true), slot('c', '2026-11-25T06:00:00.000Z')] }]
  const chosen: string[] = []
  const { page } = draw(<SlotPicker days={days} value={null} onChange={(id) => chosen.push(id)} />)
  expect(page.textContent).toContain('别家约了')
  expect(page.textContent).not.toContain('14:00')
  tap(byRole(page, 'radio', '20:00，别家约了'))
  tap(byRole(page, 'radio', '19:30'))
  tap(byRole(page, 'button', '看白天的'))
  tap(byRole(page, 'radio', '14:00'))
  expect(chosen).toEqual(['a', 'c'])
})

test('of words that wait their author reads who looks at them next, and of those kept back why', () => {
  const said = { safety: 'pending', from: 'host', mine: true, step: 'say', rejectedFor: null } as VisitEntry
  expect(heldWords(said, toHost)).toBe('另一位看一遍，看过就送到')
  expect(heldWords({ ...said, step: 'summarise' }, toHost)).toBe('另一位看一遍，看过就请这户确认')
  expect(heldWords({ ...said, from: 'home' }, visit)).toBe('块长已经看到，家里别人要等看过一遍')
  expect(heldWords({ ...said, safety: 'rejected', rejectedFor: '语气重了' }, toHost)).toBe('改一改再说。语气重了')
})

test('a way the household ruled out is not offered', () => {
  const { page } = draw(<VisitChannels value='app' never={['phone', 'door']} onChange={() => {}} />)
  expect([...page.querySelectorAll('[role="radio"]')].map((one) => one.textContent)).toEqual(['小程序消息', '微信通话', '邮件'])
})

test('own times: one at first, three at most, each a moment of Shanghai', () => {
  expect(momentOf({ day: '2026-11-25', minute: '1170' })).toBe('2026-11-25T11:30:00.000Z')
  const { page } = draw(<OfferPicker offers={[firstOffer(), firstOffer(), firstOffer()]} onChange={() => {}} />)
  expect(page.querySelectorAll('select')).toHaveLength(6)
  expect(page.textContent).not.toContain('再加一个时间')
})

test('the household reads the summary and what it has become; whoever serves reads first that nobody is to come to the door', () => {
  const { page } = draw(<SummaryCard visit={{ ...visit, state: 'summarised', summary: '聊了签注。', needs: [{ demandId: 'd', title: '楼道灯不亮' }] }} />)
  expect(page.textContent).toContain('聊了签注。')
  expect(page.textContent).toContain('已经记成一件事，有人接着')
  expect(draw(<VisitHead visit={toHost} />).page.textContent).toContain('不要上门')
  expect(draw(<VisitHead visit={visit} />).page.textContent).not.toContain('不要上门')
})

test('a word is asked for where one is needed', () => {
  const sent: string[] = []
  const { page } = draw(<ReasonForm id='r' label='为什么取消' missing='写一句，让对方知道' button='取消这次走访' maxLength={200} command={{ state: 'ready', refusal: null }} onSend={(words) => sent.push(words)} onClose={() => {}} />)
  tap(byRole(page, 'button', '取消这次走访'))
  expect(page.textContent).toContain('写一句，让对方知道')
  expect(sent).toEqual([])
})

test('the six things are at hand and can neither be ticked off nor scored', () => {
  const brief = { members: [{ residentId: 'r', name: '林静', relation: 'owner' as const }], promises: [], lastVisit: null, topics: ['流感疫苗'], note: '' }
  const { page } = draw(<HostBrief visit={toHost} brief={brief} />)
  for (const word of ['亮身份', '送服务', '知情况', '做宣传', '问需求', '挖能人', '流感疫苗', '只有您看得到']) expect(page.textContent).toContain(word)
  expect(page.querySelectorAll('[role="checkbox"], [role="switch"]')).toHaveLength(0)
})

test('a need is added with its kind, five at most', () => {
  const { page } = draw(<SummariseForm visit={toHost} members={[]} onClose={() => {}} />)
  for (let n = 0; n < 5; n += 1) tap(byRole(page, 'button', '加一件要办的'))
  expect(page.querySelectorAll('select')).toHaveLength(5)
  expect(page.textContent).not.toContain('加一件要办的')
  expect(page.textContent).toContain('马上记成一件事')
})
