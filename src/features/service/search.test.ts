import { expect, test } from 'vitest'
import type { ServiceLine } from '../../../contract/service'
import { findServices } from './search'

const line = (title: string, summary: string, search: string): ServiceLine => ({ slug: title, title, summary, category: 'residence', committeeRole: 'guide', search })
const lines = [
  line('临时救助', '持上海居住证的家庭，遇到急难也能申请', '临时救助 linshijiuzhu lsjz'),
  line('居住证签注', '每年一次，到期前一个月内办', '居住证签注 暂住证 juzhuzhengqianzhu jzzqz'),
  line('房屋应急维修 962121', '全天能打', '漏水 水管 fangwuyingjiweixiu fwyjwx'),
]
const titles = (typed: string) => findServices(lines, typed).map(({ title }) => title)

test('nothing typed shows all, in order', () => {
  expect(titles('  ')).toHaveLength(3)
})

test('found by characters, other words, pinyin and initials, in either case', () => {
  expect(titles('暂住证')).toEqual(['居住证签注'])
  expect(titles('juzhu')).toEqual(['居住证签注'])
  expect(titles('JZZ')).toEqual(['居住证签注'])
  expect(titles('962121')).toEqual(['房屋应急维修 962121'])
})

test('a title that holds it comes before a summary that does', () => {
  expect(titles('居住证')).toEqual(['居住证签注', '临时救助'])
})

test('every word must be there, and what is not there finds nothing', () => {
  expect(titles('居住证 急难')).toEqual(['临时救助'])
  expect(titles('签证官')).toEqual([])
})
