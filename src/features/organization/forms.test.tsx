import { expect, test } from 'vitest'
import type { RosterBlock, RosterPerson } from '../../../contract/organization'
import { byRole, draw, tap } from '../../ui/draw.testing'
import { BlockChange } from './BlockChange'
import { DutyForm } from './DutyForm'
import { LadderCard } from './LadderCard'
import { LeaveForm } from './LeaveForm'

const staff = { accountId: '1', name: '王芳', post: 'leader' as const, blockName: '3块', section: null }
const block: RosterBlock = { id: 'b', name: '3块', leader: staff, deputies: [], buildings: [{ id: '9', name: '9号楼' }, { id: '10', name: '10号楼' }], households: 214, openDemands: 6 }
const people: RosterPerson[] = [{ staff, posts: [], presence: { staff, here: true, until: null, back: null }, openDemands: 6 }]
const never = () => { throw new Error('nothing was done') }
const change = { committeeId: 'c', block, blocks: [block], people, onDone: never, onClose: never }

test('a split asks for buildings, and leaves at least one', () => {
  const { page } = draw(<BlockChange act='split' {...change} />)
  tap(byRole(page, 'button', '分出新块'))
  expect(page.textContent).toContain('先选要分出去的楼')
  for (const name of ['9号楼', '10号楼']) tap(byRole(page, 'checkbox', name))
  tap(byRole(page, 'button', '分出新块'))
  expect(page.textContent).toContain('至少留一栋')
  tap(byRole(page, 'checkbox', '10号楼'))
  tap(byRole(page, 'button', '分出新块'))
  expect(page.textContent).toContain('选一下新块的块长')
})

test('what a change does is read before it is done', () => {
  expect(draw(<BlockChange act='merge' {...change} />).page.textContent).toContain('这一块就没有了')
  expect(draw(<BlockChange act='leader' {...change} />).page.textContent).toContain('没办完的马上交过去')
})

test('leave asks who stands in, or that nobody is named', () => {
  const { page } = draw(<LeaveForm committeeId='c' today='2026-11-20' people={[staff]} others={[]} onDone={never} onClose={never} />)
  expect(page.textContent).toContain('11月20日 不在')
  tap(byRole(page, 'button', '记下请假'))
  expect(page.textContent).toContain('选一位代您，或者选“不指定”')
})

test('a day of reception asks for a person', () => {
  const { page } = draw(<DutyForm committeeId='c' day={{ day: '2026-11-30', working: true, staff: null, until: null }} people={[staff]} onDone={never} onClose={never} />)
  tap(byRole(page, 'button', '定下'))
  expect(page.textContent).toContain('选一位，或者选“不安排”')
})

test('a ladder is read in working time, and changed only by who may', () => {
  const ladder = [{ who: 'director' as const, afterMinutes: 0 }, { who: 'section' as const, afterMinutes: 390 }]
  const { page, again } = draw(<LadderCard committeeId='c' ladder={ladder} usual mayChange={false} onDone={never} />)
  expect(page.textContent).toContain('主任一到期就告诉')
  expect(page.textContent).toContain('对口科室过 1 个工作日')
  expect([...page.querySelectorAll('[role="button"]')]).toEqual([])
  again(<LadderCard committeeId='c' ladder={ladder} usual mayChange onDone={never} />)
  tap(byRole(page, 'button', '改'))
  expect(page.querySelectorAll('select')).toHaveLength(3)
})
