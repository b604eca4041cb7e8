import { expect, test } from 'vitest'
import type { ContactWish } from '../../../contract/household'
import { wishForHousehold, wishForStaff } from './wording'

const quiet: ContactWish = { noHomeVisits: true, channels: ['app', 'wechat'], hours: '工作日 19:00–21:30', never: ['phone', 'door'] }

test('those who serve read first that nobody goes to the door', () => {
  expect(wishForStaff(quiet)).toBe('这户不要上门。用小程序消息、微信通话，工作日 19:00–21:30。不用电话')
})

test('the household reads its own wish as its own words', () => {
  expect(wishForHousehold(quiet)).toEqual(['没有您点头，不会有人上门', '先用小程序消息、微信通话找您', '时间：工作日 19:00–21:30', '不用电话'])
  expect(wishForHousehold({ noHomeVisits: false, channels: [], hours: null, never: [] })).toEqual(['可以上门，去之前先跟您说', '怎么找您都行', '什么时候都行'])
})
