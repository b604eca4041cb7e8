import { expect, test } from 'vitest'
import { ConsentLayer } from '../../../contract/consent'
import type { RightsCopy } from '../../../contract/rightsCopy'
import { byRole, draw, tap } from '../../ui/draw.testing'
import { AskRight } from './AskRight'
import { ConsentRow } from './ConsentRow'
import { withdrawalText } from './consentText'
import { CopySheet, type CopyWords } from './CopySheet'
import { closingWords, keptOut, layerWords } from './wording'

const never = () => { throw new Error('nothing was done') }

test('before a no it is told what will happen; thinking again leaves the yes', () => {
  for (const layer of ConsentLayer.options) {
    const { page } = draw(<ConsentRow onSaid={never} consent={{ layer, state: 'given', version: '2026-11-24', at: '2026-11-20T05:00:00.000Z', askAgainAt: null }} />)
    tap(byRole(page, 'button', `${layerWords[layer]}，11月20日 同意的`))
    expect(page.textContent).not.toContain(withdrawalText[layer])
    tap(byRole(page, 'button', `${layerWords[layer]}，收回同意`))
    expect(page.textContent).toContain(withdrawalText[layer])
    tap(byRole(page, 'button', `${layerWords[layer]}，先不收回`))
    expect(page.textContent).not.toContain(withdrawalText[layer])
  }
})

test('who asks to be deleted reads first what goes and what stays', () => {
  const { page } = draw(<AskRight kind='delete' committeeId='c' words='' onWords={never} onAsked={never} />)
  for (const said of closingWords) expect(page.textContent).toContain(said)
})

test('the copy on paper holds care, changes, who looked, the door and the children, and says what it leaves out', () => {
  const at = '2026-11-20T05:00:00.000Z'
  const copy: RightsCopy = {
    madeAt: at, name: '周女士', since: at, signIns: [{ kind: 'weapp', since: at }], sessions: [], posts: [], departures: [], joinRequests: [], visits: [], demands: [], notices: [], reminders: [], consents: [], comments: [], requests: [],
    households: [{ committee: '春申里', label: '11号楼 201室', block: '3块', name: '周岚', relation: 'tenant', birthYear: 1990, roles: [], phone: '10012345678', email: null, tenure: 'tenant', wish: { noHomeVisits: true, channels: ['app'], hours: null, never: [], language: null }, wishAt: null }],
    children: [{ label: '11号楼 201室', name: '孩子', relation: 'family', birthYear: 2021, agreed: false }],
    care: [{ label: '11号楼 201室', kind: 'lowIncome', basis: '低保证', law: '《社会救助暂行办法》', since: '2026-03-02', reviewOn: '2027-03-02', setBy: '王芳', setAt: at, contestedAt: null, contest: null, endedAt: null, endedBy: null, endedWhy: null }],
    changes: [{ label: '11号楼 201室', name: '周岚', field: 'phone', old: null, new: '10012345678', source: 'resident', by: '周女士', at, state: 'applied', decidedBy: null, decidedAt: null, why: null }],
    openings: [{ label: '11号楼 201室', at, by: '唐敏芝', what: ['contact'], why: '约个时间' }],
    doorConsents: [{ label: '11号楼 201室', who: '赵师傅', purpose: '看水管', fromAt: at, untilAt: at, askedBy: '王芳', askedAt: at, state: 'refused', answeredBy: '周女士', answeredAt: at, usedAt: null }],
    talents: [], doorAttempts: [{ label: '11号楼 201室', at, by: '王芳', who: '李师傅', purpose: '抄表', startsAt: null }],
  }
  const words = { relation: { tenant: '租客', family: '家人' }, tenure: { tenant: '租住' }, care: { lowIncome: '低保困难' }, opened: { contact: '电话和邮箱' }, visit: () => '', change: ({ new: value }: { new: unknown }) => `电话：${String(value)}` } as unknown as CopyWords
  const { page } = draw(<CopySheet copy={copy} words={words} />)
  for (const said of ['10012345678', '低保困难', '《社会救助暂行办法》', '唐敏芝看了电话和邮箱', '约个时间', '赵师傅', '没有同意', '李师傅', '家长还没有同意', '微信小程序', ...keptOut]) expect(page.textContent).toContain(said)
})
