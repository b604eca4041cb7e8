import { expect, test } from 'vitest'
import { searchText } from '../../cloudfunctions/database/seed/pinyin'
import { serviceSeeds } from '../../cloudfunctions/database/seed/services'
import { soundsOf, wordsOf } from '../../cloudfunctions/service/rules/sounds'
import { findServices, readSounds } from '../../src/features/service/search'

/** The first list, as the server sends it. */
const lines = serviceSeeds.map(({ slug, title, summary, category, committeeRole, keywords, materials }) => (
  { slug, title, summary, category, committeeRole, search: `${wordsOf(title, searchText(title, keywords))}\n${materials.join(' ')}` }
))
const table = soundsOf(lines.flatMap(({ title, summary, search }) => [title, summary, search]))
const sounds = readSounds(table)
const titles = (typed: string) => findServices(lines, typed, sounds).map(({ title }) => title)
const permits = ['居住证申领', '居住证签注', '居住证地址变更']

test('nothing typed shows all, in order', () => {
  for (const typed of ['  ', '（', '，']) expect(titles(typed)).toEqual(serviceSeeds.map(({ title }) => title))
})

test.each(['jzz', 'JZZ', 'ｊｚｚ', 'juzhuzheng', 'ju zhu zheng', "ju'zhu'zheng", 'JuZhuZheng', 'jūzhùzhèng', 'juzhuzhen', 'juzuzeng', 'juzhu证', 'j住证', '居住zheng', '居住证', '居 住 证', '居住证。', '居住正', '居主证', '局住证', '居翥证'])('%s finds the permit first', (typed) => {
  expect(titles(typed).slice(0, 3)).toEqual(permits)
})

test.each([
  ['低保', '低保边缘与大额支出救助'], ['吃低保', '最低生活保障'], ['chidibao', '最低生活保障'], ['cdb', '最低生活保障'], ['底保', '低保边缘与大额支出救助'], ['调解', '人民调解'], ['tiaojie', '人民调解'], ['条解', '人民调解'],
  ['962121', '房屋应急维修 962121'], ['漏水', '房屋应急维修 962121'], ['loushui', '房屋应急维修 962121'], ['lousui', '房屋应急维修 962121'], ['noushui', '房屋应急维修 962121'], ['修水管', '房屋应急维修 962121'], ['xsg', '房屋应急维修 962121'],
  ['长护险', '老年照护评估与长护险'], ['changhuxian', '老年照护评估与长护险'], ['canghuxian', '老年照护评估与长护险'], ['chx', '老年照护评估与长护险'], ['敬老卡', '敬老卡领取与咨询'], ['jinglaoka', '敬老卡领取与咨询'], ['jinlaoka', '敬老卡领取与咨询'], ['静老卡', '敬老卡领取与咨询'], ['金老卡', '敬老卡领取与咨询'],
  ['垃圾分类', '生活垃圾分类投放'], ['lajihenlei', '生活垃圾分类投放'], ['najifenlei', '生活垃圾分类投放'], ['电瓶车', '电动自行车停放充电'], ['dianpinche', '电动自行车停放充电'], ['电平车', '电动自行车停放充电'],
  ['业委会', '业主大会与业委会'], ['ywh', '业主大会与业委会'], ['业尾会', '业主大会与业委会'], ['12345', '12345 与信访渠道'], ['１２３４５', '12345 与信访渠道'], ['五保', '特困人员供养'], ['会议室', '活动室预约'], ['huiyishi', '活动室预约'], ['盖章', '哪些证明居委会能开'], ['gai章', '哪些证明居委会能开'],
])('%s finds %s first', (typed, title) => {
  expect(titles(typed)[0]).toBe(title)
})

test.each(['两个字', '签证官', 'qwxk', 'zzzzzz', '火箭发射', 'huojianfashe', '翥翥翥', 'asdfgh', '99999', '😀', '<b>', '\\', '龘'])('%s finds nothing', (typed) => {
  expect(titles(typed)).toEqual([])
})

test('materials are searched, after titles and summaries', () => {
  const found = titles('身份证')
  expect(found.length).toBeGreaterThan(5)
  const places = findServices(lines, '身份证', sounds).map(({ title, summary, search }) => [title, search.split('\n')[0]!, summary, search].findIndex((text) => text.includes('身份证')))
  expect(places).toEqual([...places].sort())
  expect(titles('shenfenzheng')).toEqual(found)
})

test('what is held as typed leaves out what only sounds alike', () => {
  expect(titles('居住证')).not.toContain('生活垃圾分类投放')
  for (const typed of ['居住证', '低保', '漏水']) {
    for (const { title, summary, search } of findServices(lines, typed, sounds)) expect(title + summary + search).toContain(typed)
  }
})

test('every word must be there', () => {
  expect(titles('居住证 签注')).toEqual(['居住证签注'])
  expect(titles('jzz 签注')).toEqual(['居住证签注'])
  expect(titles('居住证 火箭')).toEqual([])
})

test('what was found is marked in title and summary, and no letter is lost', () => {
  const [first] = findServices(lines, 'jzz', sounds)
  expect(first!.titleParts).toEqual(['', '居住证', '申领'])
  expect(findServices(lines, '居住证 签注', sounds)[0]!.titleParts).toEqual(['', '居住证签注'])
  expect(findServices(lines, '登记满半年', sounds)[0]!.summaryParts!.slice(0, 2)).toEqual(['', '登记满半年'])
  for (const typed of ['证', 'a', '居 住', '1']) {
    for (const { title, titleParts, summary, summaryParts } of findServices(lines, typed, sounds)) expect([titleParts!.join(''), summaryParts!.join('')]).toEqual([title, summary])
  }
})

test('a list kept from before there were sounds is still found by characters', () => {
  expect(findServices(lines, '居住证', readSounds('')).length).toBeGreaterThan(2)
})

test('whatever is typed is answered within a blink, also over a full list', () => {
  const many = [...lines, ...lines, ...lines]
  for (const typed of ['a'.repeat(40), '居'.repeat(40), 'zhzhzhzhzhzhzhzhzhzhzhzhzhzhzhzhzhzhzhzh', 'shishishishishishishishishishi']) {
    const began = performance.now()
    findServices(many, typed, sounds)
    expect(performance.now() - began, typed).toBeLessThan(500)
  }
})

test('the whole list with its sounds weighs no more than 20 KB', () => {
  expect(new TextEncoder().encode(JSON.stringify({ items: lines, sounds: table })).length).toBeLessThanOrEqual(20_000)
})
