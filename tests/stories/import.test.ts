/** 陈敏 brings new people in by a table: the template filled in, looked at, the network gone, put right, brought in, and taken back. */
import { readFileSync } from 'node:fs'
import readXlsxFile from 'read-excel-file/universal'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chunshen } from '../fixtures/community'
import { tableOf, type Tables } from '../fixtures/tables'
import type { Person } from './person'
import { desktop, openTown, opening, type Town } from './town'

let town: Town
let chen: Person
beforeAll(async () => {
  town = await openTown()
  chen = await town.as('chen', { viewport: desktop })
}, opening)
afterAll(() => town?.close())

const door = { building: '9号楼', room: '1801' }
const filled: Tables = {
  household: [{ ...door, tenure: '自住' }, { building: '99号楼', room: '101' }],
  person: [{ ...door, name: '凌一舟', relation: '业主', birthYear: 1980, phone: 13900000000 }, { ...door, name: '凌二舟', relation: '家人', phone: 1390000 }],
}
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
async function chooses(button: string, name: string, bytes: Uint8Array, mimeType = xlsx): Promise<void> {
  const [chooser] = await Promise.all([chen.page.waitForEvent('filechooser'), chen.taps(button)])
  await chooser.setFiles({ name, mimeType, buffer: Buffer.from(bytes) })
}
async function downloads(button: string | RegExp): Promise<{ name: string; sheets: { sheet: string; data: unknown[][] }[] }> {
  const [download] = await Promise.all([chen.page.waitForEvent('download'), chen.taps(button)])
  return { name: download.suggestedFilename(), sheets: await readXlsxFile(Uint8Array.from(readFileSync(await download.path())).buffer) }
}
const living = () => town.community.rows<{ name: string }>('select name from resident where household_id in (select id from household where committee_id = $1 and room = $2) order by name', [chunshen.committeeId, door.room])

test('the template says how each column is written, with the blocks and buildings there are', async () => {
  await chen.opens('staff/import')
  await chen.sees('先查一遍', '导入过的', '秋季新入住登记')
  const { name, sheets } = await downloads('下载模板')
  expect(name).toBe('住户导入模板-2026-11-20.xlsx')
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['楼栋', '住户', '人员', '说明'])
  expect(sheets[2]!.data[0]).toEqual(expect.arrayContaining(['楼栋*', '室号*', '姓名*', '电话']))
  const guide = JSON.stringify(sheets[3]!.data)
  for (const word of ['3块', '春申里', '不要写身份证号', '紧急联系人', '不要上门']) expect(guide).toContain(word)
})

test('another kind of file is told apart, with what to do', async () => {
  await chooses('选一份表', '住户.csv', Buffer.from('楼栋,室号\n9号楼,1801'), 'text/csv')
  await chen.sees('另存为')
  // What the screen calls it is what the spreadsheet program calls it.
  chen.foreign.clear()
})

test('the table is looked at first: what is wrong stands there by line and cell, and nothing is written', async () => {
  await chooses('换一份表', '新住户.xlsx', await tableOf(filled))
  await chen.sees('选了“新住户”', '2 行可以导入，2 行要先改一改。现在什么也没有改', '没有“99号楼”这栋楼', '手机号是 11 位，这里有 7 位', '照着原来的登记核对一遍')
  const issues = chen.page.getByRole('table', { name: '要改的地方' })
  expect((await issues.getByRole('row').allInnerTexts()).map((row) => row.split(/\s+/).slice(0, 5).join(' ')).slice(1)).toEqual(['住户 第 3 行 B3', '人员 第 3 行 G3'].map((start) => expect.stringContaining(start)))
  expect(await living()).toEqual([])
})

test('without network the table is still there, and sent again it comes in once', async () => {
  await chen.losesNetwork()
  await chen.taps('导入 2 行')
  await chen.sees('没有网络，没送到。表还在这一页')
  await chen.findsNetwork()
  await chen.taps('导入 2 行')
  await chen.sees('导入好了', '新的 1 户、1 人')
  expect((await living()).map(({ name }) => name)).toEqual(['凌一舟'])
})

test('the failed lines come as a table of their own; put right it is chosen again', async () => {
  const { name, sheets } = await downloads('下载要改的 2 行')
  expect(name).toBe('没导入的行-2026-11-20.xlsx')
  expect(sheets.map(({ sheet, data }) => [sheet, data.length])).toEqual([['住户', 2], ['人员', 2]])
  expect(JSON.stringify(sheets[1]!.data)).toContain('电话：手机号是 11 位，这里有 7 位。照着原来的登记核对一遍')
  await chooses('换一份表', '没导入的行.xlsx', await tableOf({ person: [{ ...filled.person![1]!, phone: '13900000001' }] }))
  await chen.sees('1 行都可以导入')
  await chen.taps('导入 1 行')
  await chen.sees('新的 1 人')
  // The first table once more changes nothing but what failed.
  await chooses('换一份表', '新住户.xlsx', await tableOf({ household: [filled.household![0]!], person: [filled.person![0]!] }))
  await chen.sees('表里的都已经有了，不用再导入')
  expect(await chen.mayTap(/^导入 \d+ 行/)).toBe(false)
})

test('a batch is taken back; what 王芳 has changed since stays, and is named', async () => {
  const [home] = await town.community.rows<{ id: string }>('select id from household where committee_id = $1 and room = $2', [chunshen.committeeId, door.room])
  const [ling] = await town.community.rows<{ id: string }>(`select id from resident where household_id = $1 and name = '凌一舟'`, [home!.id])
  await town.community.as('wang').household.change({ ...chunshen, householdId: home!.id, version: 2, edits: [{ field: 'birthYear', residentId: ling!.id, value: 1981 }] })
  await chen.opens('staff/import')
  await chen.taps('撤回 没导入的行')
  await chen.sees('后来有人动过的留着')
  await chen.taps('撤回')
  await chen.sees('撤回了，都回到导入以前')
  await chen.taps('撤回 新住户')
  await chen.taps('撤回')
  await chen.sees('留着的', '9号楼 1801室：这个人后来改过', '9号楼 1801室：这户后来有了别的')
  expect((await living()).map(({ name }) => name)).toEqual(['凌一舟'])
})
