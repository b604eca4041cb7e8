import { expect, test } from 'vitest'
import type { Archive } from '../../../contract/archive'
import { byRole, draw, tap } from '../../ui/draw.testing'
import { ArchiveChangeCard } from './ArchiveChangeCard'
import { CareForm } from './CareForm'
import { ChangeForm } from './ChangeForm'
import { editTyped, writesChild } from './editing'
import { OpenSealed } from './OpenSealed'
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
