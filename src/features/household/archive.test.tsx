import { expect, test } from 'vitest'
import type { Archive } from '../../../contract/archive'
import type { HomeChange } from '../../../contract/home'
import { byRole, draw, tap } from '../../ui/draw.testing'
import { ArchiveChangeCard } from './ArchiveChangeCard'
import { CareForm } from './CareForm'
import { CareRow } from './CareRow'
import { ChangeForm } from './ChangeForm'
import { editTyped, writesChild } from './editing'
import { FindPhone } from './FindPhone'
import { HomeChangeCard } from './HomeChangeCard'
import { eventWords } from './homeWording'
import { MoveOutForm } from './MoveOutForm'
import { OpenSealed } from './OpenSealed'
import { SplitForm } from './SplitForm'
import { WishForm } from './WishForm'

const archive: Archive = {
  committeeId: 'c', householdId: 'h', label: '11号楼 201室', blockName: '3块', version: 4, class: 'A', tenure: 'tenant', wishAt: null, movedOutAt: null,
  wish: { noHomeVisits: true, channels: ['app'], hours: null, never: ['phone', 'door'], language: null },
  members: [{ residentId: 'r', name: '周岚', relation: 'tenant', birthYear: 1990, roles: [], hasPhone: true, hasEmail: false, inApp: true, me: false, child: false, phone: null, email: null, leftAt: null }],
  care: [], notes: { count: 0, lastAt: null }, waiting: [], demands: [], visits: [], decisions: [], openings: [], lastVisit: null, goesOn: null, homeChanges: [], opens: ['contact', 'care'], steps: ['change', 'setCare', 'note'],
}
const never = () => { throw new Error('nothing was done') }

test('who declines visits is not offered the door, and somebody is to be reached by something', () => {
  const { page } = draw(<WishForm archive={archive} onDone={never} />)
  expect(page.textContent).not.toContain('上门，')
  tap(byRole(page, 'checkbox', '小程序消息'))
  tap(byRole(page, 'button', '就这样联系我们'))
  expect(page.textContent).toContain('至少留一样找得到您的办法')
})

test('nothing is opened without a reason, and it is said who will read it', () => {
  const { page } = draw(<OpenSealed archive={archive} onClose={never} />)
  expect(page.textContent).toContain('这户会看到是您')
  tap(byRole(page, 'button', '写明理由，打开'))
  expect(page.textContent).toContain('写一句为了什么')
})

test('care asks for whom, what and on what it rests', () => {
  const { page } = draw(<CareForm archive={archive} onDone={never} />)
  tap(byRole(page, 'button', '记下'))
  for (const words of ['先选是谁', '选一类', '写一句依据']) expect(page.textContent).toContain(words)
})

test('two values that met stand side by side, and keeping one needs a word', () => {
  const { page } = draw(<ArchiveChangeCard committeeId='c' onDone={never} change={{
    id: 'x', residentId: 'r', name: '周岚', field: 'birthYear', sealed: false, old: 1990, new: 1991, source: 'staff', by: '王芳', at: '2026-11-20T05:00:00.000Z', state: 'proposed',
    against: { by: '陈敏', at: '2026-11-20T04:00:00.000Z', value: 1990 }, decidedBy: null, why: null, steps: ['apply', 'refuse'],
  }} />)
  expect(page.textContent).toContain('1990 年 → 1991 年')
  expect(page.textContent).toContain('陈敏')
  tap(byRole(page, 'button', '保留现在的'))
  tap(byRole(page, 'button', '保留，说明理由'))
  expect(page.textContent).toContain('写一句为什么')
})

test('a change asks whose it is, and what is typed has to fit', () => {
  const { page } = draw(<ChangeForm archive={archive} onDone={never} onRead={never} />)
  tap(byRole(page, 'button', '记下'))
  expect(page.textContent).toContain('先选是谁')
  const typed = { residentId: 'r', relation: 'family', birthYear: '' } as const
  expect(editTyped({ ...typed, field: 'birthYear', text: '90' }, archive)).toBe('写四位的年份，像 1942')
  expect(editTyped({ ...typed, field: 'phone', text: ' 100 0000 0000 ' }, archive)).toEqual({ field: 'phone', residentId: 'r', value: '100 0000 0000' })
  const child = { ...typed, field: 'member', text: '小满', birthYear: '2021' } as const
  expect(editTyped(child, archive)).toEqual({ field: 'member', value: { name: '小满', relation: 'family', birthYear: 2021 } })
  expect(editTyped({ ...child, birthYear: '21' }, archive)).toBe('出生年份写四位，像 2019')
  expect([writesChild(child, '2026-11-24'), writesChild({ ...child, birthYear: '2012' }, '2026-11-24'), writesChild({ ...child, birthYear: '2011' }, '2026-11-24'), writesChild({ ...child, birthYear: '' }, '2026-11-24')]).toEqual([true, true, false, false])
})

test('who splits a household says who goes, to which door and why, and at least one stays', () => {
  const { page } = draw(<SplitForm archive={archive} onDone={never} onCancel={never} />)
  tap(byRole(page, 'button', '分成两户'))
  expect(page.textContent).toContain('写一句为什么')
  expect(page.textContent).toContain('照护、说过的事和约的走访都跟着走')
})

test('before a household is closed it is said what follows', () => {
  const { page } = draw(<MoveOutForm archive={{ ...archive, demands: [{ demandId: 'd', number: 'n', title: '灯', owner: '王芳', dueAt: '2026-11-27T05:00:00.000Z' }] }} onDone={never} onCancel={never} />)
  expect(page.textContent).toContain('在办的 1 件照样答复')
  expect(page.textContent).toContain('三十天里可以改回来')
})

const merged: HomeChange = { id: 'x', kind: 'merge', householdId: 'h', label: '12号楼 602室', otherId: 'o', otherLabel: '12号楼 602乙室', people: 2, source: 'resident', why: '本来就是一家', by: '王芳', at: '2026-11-20T05:00:00.000Z', undone: null, steps: ['undo'] }
test('what may be taken back says until when, and asks why', () => {
  const { page } = draw(<HomeChangeCard committeeId='c' change={merged} onDone={never} />)
  tap(byRole(page, 'button', '改回原来的样子（12月20日 前）'))
  tap(byRole(page, 'button', '改回原来的样子'))
  expect(page.textContent).toContain('写一句为什么改回去')
})

test('the history speaks in words, of fields, of the household as a whole and of its class', () => {
  const event = { id: 'x', at: merged.at, change: null, home: null, decision: null }
  expect(eventWords({ ...event, home: { ...merged, undone: { at: merged.at, by: '唐敏芝', why: '其实是两家' } } })).toEqual({ title: '12号楼 602乙室 并进 12号楼 602室，2 个人', note: '王芳记的，他们自己说的。理由：本来就是一家。唐敏芝改回去了：其实是两家' })
  expect(eventWords({ ...event, decision: { at: merged.at, class: 'A', why: 'merged', source: 'staff', by: '王芳' } })).toEqual({ title: '定为 A 线上联系', note: '王芳，两户并成一户' })
})

test('care is looked at again with what it rests on now, or ended with a word', () => {
  const { page } = draw(<CareRow committeeId='c' onDone={never} care={{ careId: 'k', since: '2026-01-05', reviewOn: '2026-11-01', due: true, setBy: '王芳', contestedAt: null, kind: null, basis: null, law: null, contest: null, steps: ['review', 'end'] }} />)
  expect(page.textContent).toContain('该再核了')
  tap(byRole(page, 'button', '核过了'))
  tap(byRole(page, 'button', '记下，继续照护'))
  expect(page.textContent).toContain('写一句依据')
})

test('a number is looked for whole and with a reason', () => {
  const { page } = draw(<FindPhone committeeId='c' />)
  tap(byRole(page, 'button', '找'))
  for (const words of ['写全这个号码', '写一句为了什么，找到的那户看得到']) expect(page.textContent).toContain(words)
})
