import { expect, test } from 'vitest'
import { searchText } from './pinyin'
import { serviceSeeds } from './services'

const permit = searchText('居住证签注', ['暂住证', '续签'])

test.each(['居住证', '暂住证', 'juzhuzheng', 'jzz', 'jzzqz', 'zanzhuzheng', 'xuqian'])('the permit is found by %s', (typed) => {
  expect(permit).toContain(typed)
})

test('the title comes first, then its sounds', () => {
  expect(permit).toBe('居住证签注 juzhuzhengqianzhu jzzqz 暂住证 续签 zanzhuzheng zzz xuqian xq')
})

test.each([
  ['长辈', 'zhangbei'], ['块长', 'kuaizhang'], ['楼组长', 'louzuzhang'], ['长护险', 'changhuxian'], ['长期护理', 'changqihuli'], ['调解', 'tiaojie'],
  ['重病', 'zhongbing'], ['重建', 'chongjian'], ['行动不便', 'xingdongbubian'], ['银行', 'yinhang'], ['会议室', 'huiyishi'], ['会计', 'kuaiji'],
  ['弄堂', 'longtang'], ['老娘舅', 'laoniangjiu'], ['女儿', 'nver'], ['法律援助', 'falvyuanzhu'], ['孤老', 'gulao'], ['空巢', 'kongchao'],
  ['还款', 'huankuan'], ['差额', 'chae'], ['着急', 'zhaoji'], ['给老人', 'geilaoren'], ['爱好', 'aihao'], ['没收到', 'meishoudao'],
])('%s is read %s', (word, read) => {
  expect(searchText(word, [])).toBe(`${word} ${read} ${searchText(word, []).split(' ')[2]}`)
})

test('numbers stay, marks go', () => {
  expect(searchText('房屋应急维修 962121', [])).toBe('房屋应急维修 962121 fangwuyingjiweixiu962121 fwyjwx962121')
})

test('jzz finds all that has to do with the permit', () => {
  const found = serviceSeeds.filter((item) => searchText(item.title, item.keywords).includes('jzz'))
  expect(found.map((item) => item.title)).toEqual(['居住证申领', '居住证签注', '居住证地址变更', '临时救助'])
})

test('words beyond 200 characters drop out whole', () => {
  const text = searchText('居住证签注', Array.from({ length: 20 }, (_, n) => `租住家庭常用${n}`))
  expect(text.length).toBeLessThanOrEqual(200)
  expect(text).toContain('jzzqz')
})

test('no service item loses a word or the sound of one', () => {
  for (const { title, keywords } of serviceSeeds) {
    const text = searchText(title, keywords)
    expect(text.length, `${title}: ${text}`).toBeLessThanOrEqual(200)
    for (const word of [title, ...keywords]) for (const part of searchText(word, []).split(' ')) expect(text, title).toContain(part)
  }
})
