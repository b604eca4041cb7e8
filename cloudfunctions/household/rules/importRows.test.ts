import { describe, expect, test } from 'vitest'
import { dayIn, phoneIn, readSheet, type Cell } from './importRows'
import { columnsOf, letterOf } from './importWords'

const heads = columnsOf.person.map(({ head }) => head)
const read = (row: Partial<Record<string, Cell>>, formulas: string[] = []) =>
  readSheet({ kind: 'person', rows: [heads, heads.map((head) => row[head] ?? null)], formulas: new Set(formulas) }, '2026-11-20').lines[0]!
const lin = { 楼栋: '12号楼', 室号: 602, 姓名: '林 静', 和这户的关系: '业主' }
const wrong = (row: Partial<Record<string, Cell>>) => read({ ...lin, ...row }).issues.map(({ cell, column, wrong: what }) => `${cell} ${column}：${what}`)

test('a line is read as people write it: wide digits, numbers as numbers, a dot between roles, days of three kinds', () => {
  const line = read({ ...lin, 室号: '６０２室', 出生年份: '1956年3月', 电话: 13900000000, 担当: '户主、志愿者', 照护类别: '高龄,独居', 照护依据: '走访时本人说的', 下次复核: new Date('2027-05-20T00:00:00Z') })
  expect(line.issues).toEqual([])
  expect(line.said).toEqual({
    building: '12号楼', room: '602', name: '林静', relation: 'owner', birthYear: 1956, phone: '13900000000', roles: ['head', 'volunteer'], care: ['advancedAge', 'livingAlone'], basis: '走访时本人说的', reviewOn: '2027-05-20',
  })
})

test('what an empty cell says is nothing; what has to be there is asked for, with its cell', () => {
  expect(read(lin).said).toEqual({ building: '12号楼', room: '602', name: '林静', relation: 'owner' })
  expect(wrong({ 姓名: ' ', 室号: null })).toEqual(['C2 室号：空着', 'D2 姓名：空着'])
})

test.each([
  [{ 电话: '1390000' }, 'G2 电话：手机号是 11 位，这里有 7 位'], [{ 电话: '1.39E+10' }, 'G2 电话：号码被表格改成了科学计数'], [{ 电话: '微信同号' }, 'G2 电话：不像一个电话'],
  [{ 出生年份: 1856 }, 'F2 出生年份：1856 年不会是出生年份'], [{ 出生年份: 2027 }, 'F2 出生年份：2027 年不会是出生年份'], [{ 出生年份: '不详' }, 'F2 出生年份：“不详”看不出年份'],
  [{ 和这户的关系: '户主' }, 'E2 和这户的关系：没有“户主”这一项'], [{ 担当: '户主、楼长' }, 'H2 担当：没有“楼长”这一项'], [{ 室号: '六楼' }, 'C2 室号：“六楼”不像室号'],
  [{ 姓名: '=1+1' }, 'D2 姓名：这一格是公式'], [{ 姓名: '@SUM(A1)' }, 'D2 姓名：这一格是公式'], [{ 姓名: '林\n静' }, 'D2 姓名：这一格里有换行或看不见的字符'],
  [{ 出生年份: '110101195603070011' }, 'F2 出生年份：这里写了身份证号'], [{ 姓名: '林静11010119560307001X' }, 'D2 姓名：这里写了身份证号'],
  [{ 姓名: '林'.repeat(21) }, 'D2 姓名：有 21 个字'],
  [{ 照护类别: '高龄' }, 'J2 照护依据：写了照护类别，没写依据'], [{ 照护依据: '本人说的' }, 'I2 照护类别：写了依据或复核，没写照护类别'],
  [{ 照护类别: '高龄', 照护依据: '本人说的', 下次复核: '2027-02-30' }, 'K2 下次复核：“2027-02-30”不是一个日子'], [{ 照护类别: '高龄', 照护依据: '本人说的', 下次复核: '2026/11/20' }, 'K2 下次复核：2026-11-20 已经过了'],
] satisfies [Partial<Record<string, Cell>>, string][])('%o is named with its cell', (row, said) => {
  expect(wrong(row)).toContain(said)
})

test('a formula is refused by its cell, whatever it came to', () => {
  expect(read(lin, ['D2']).issues).toEqual([{ kind: 'person', line: 2, column: '姓名', cell: 'D2', wrong: '这一格是公式', fix: '删掉公式，直接写内容' }])
})

describe('the sheet as a whole', () => {
  const sheet = (rows: Cell[][]) => readSheet({ kind: 'household', rows, formulas: new Set() }, '2026-11-20')
  test('lines keep the numbers the spreadsheet gives them, over empty rows; columns may stand in any order, with stars', () => {
    const { lines } = sheet([['室号*', '楼栋 *'], ['602', '12'], [null, ''], ['603', '12']])
    expect(lines.map(({ line, said }) => [line, said.building, said.room])).toEqual([[2, '12', '602'], [4, '12', '603']])
  })
  test.each([
    [[['楼栋', '房间'], ['12', '602']], '没有“室号”'], [[['楼栋', '室号', '备注'], ['12', '602', '猫怕生人']], '“备注”这一列，档案里没有地方放'], [[['楼栋', '室号', '楼栋'], ['12', '602', '12']], '两列同名'],
  ] satisfies [Cell[][], string][])('%o', (rows, said) => {
    expect(sheet(rows).problem).toContain(said)
    expect(sheet(rows).lines).toEqual([])
  })
  test('what a file of failed lines says beside them is passed over', () => {
    expect(sheet([['楼栋', '室号', '哪里不对'], ['12', '602', '室号：空着'], ['', '', '什么也没有']]).lines).toHaveLength(1)
  })
  test('a door is closed by a table and never opened', () => {
    const door = (text: string) => sheet([['楼栋', '室号', '上门'], ['12', '602', text]]).lines[0]!
    expect(door('不要上门').said.door).toBe('closed')
    for (const text of ['可以上门', '同意', '是', '否', '0', 'false', '取消']) expect([text, door(text).said.door, door(text).issues[0]?.cell]).toEqual([text, undefined, 'C2'])
  })
})

test.each([
  ['139 0000 0000', '13900000000'], ['+86-139-0000-0000', '13900000000'], ['021-55500101', '021-55500101'], ['(021) 5550 0101', '021-55500101'], ['55500101', '55500101'], ['0512-5550010', '0512-5550010'],
  ['10000000000', null], ['1390000000', null], ['139000000000', null], ['12345', null], ['', null], ['139x0000000', null],
])('%s is the phone %s', (text, phone) => expect(phoneIn(text)).toBe(phone))

test.each([['2027-5-2', '2027-05-02'], ['2027年12月31日', '2027-12-31'], ['2027-13-01', null], ['2027-02-29', null], ['明年', null]])('%s is the day %s', (text, day) => expect(dayIn(text)).toBe(day))

test('columns are called as the spreadsheet calls them', () => expect([0, 5, 25, 26, 27, 701, 702].map(letterOf)).toEqual(['A', 'F', 'Z', 'AA', 'AB', 'ZZ', 'AAA']))
