import { expect, test } from 'vitest'
import type { Block, PostKind, Presence } from '../../../contract/organization'
import { handOverGroups } from './handOverGroups'

const presence = (name: string, post: PostKind, blockName: string | null = null, back: string | null = null, section: string | null = null): Presence =>
  ({ staff: { accountId: name, name, post, blockName, section }, here: back === null, until: null, back })
const wang = presence('王芳', 'leader', '3块')
const li = presence('李强', 'leader', '2块')
const sun = presence('孙梅', 'deputy', '2块')
const chen = presence('陈敏', 'officer')
const meng = presence('孟守业', 'section', null, '2026-11-30T00:30:00.000Z', '平安办')
const blocks: Block[] = [{ id: 'b2', name: '2块', leader: li }, { id: 'b3', name: '3块', leader: wang }, { id: 'b4', name: '4块', leader: null }]
const everybody = [wang, li, sun, chen, meng]

test('blocks, colleagues and the street stand apart; the owner’s own block is not offered', () => {
  const groups = handOverGroups(blocks, everybody, { owner: wang.staff, offeredTo: null })
  expect(groups.map(({ name, targets }) => [name, ...targets.map(({ called }) => called)])).toEqual([['block', '李强', '4块'], ['colleague', '孙梅', '陈敏'], ['street', '孟守业']])
})

test('whom it was offered already is not offered it again', () => {
  const [first] = handOverGroups(blocks, everybody, { owner: wang.staff, offeredTo: li.staff })
  expect(first!.targets.map(({ title }) => title)).toEqual(['4块'])
})

test('who is away is shown with the day of return', () => {
  const street = handOverGroups(blocks, everybody, { owner: wang.staff, offeredTo: null }).find(({ name }) => name === 'street')!
  expect(street.targets[0]!.note).toContain('11月30日')
  expect(street.targets[0]!.title).toContain('平安办')
})

test('a group without anybody is left out', () => {
  expect(handOverGroups([], [chen], { owner: wang.staff, offeredTo: null }).map(({ name }) => name)).toEqual(['colleague'])
})
