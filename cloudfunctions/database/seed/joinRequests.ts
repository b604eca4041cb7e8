/** People who asked to be entered in a household of 3块: two wait for 王芳, one was told no and why. */
import { blockIdOf, chunshenli } from './places'
import type { Community, Filer } from './community'
import { later, type Setting } from './matter'
import { cast } from './people'
import { uuid7At } from './random'

const asks = [
  { building: 10, room: '303', relation: 'tenant', minutesAgo: 300, message: '上周刚搬来，和房东签了一年。', refused: null },
  { building: 9, room: '502', relation: 'family', minutesAgo: 1500, message: '我是这家的女儿，想替爸妈看通知。', refused: null },
  { building: 12, room: '702', relation: 'cotenant', minutesAgo: 9 * 1440, message: '', refused: '和这家核对过，没有这位。可能楼号选错了，您看看门牌再申请一次，或者来居委会找我。' },
] as const

export function joinRequestRows(setting: Setting, community: Community, askers: Filer[]) {
  const { now, random } = setting
  const committee_id = chunshenli.committeeId
  const requests = asks.map((ask, index) => {
    const home = community.homes.find((one) => one.building === ask.building && one.room === ask.room)!
    const asker = askers[index]!
    const asked_at = later(now, -ask.minutesAgo)
    return {
      committee_id, id: uuid7At(Date.parse(asked_at), random), household_id: home.id, block_id: blockIdOf(chunshenli, home.block), label: home.label,
      account_id: asker.accountId, name: asker.name, relation: ask.relation, message: ask.message, asked_at,
      state: ask.refused ? 'refused' : 'waiting', decided_by: ask.refused ? cast.wangFang.id : null, decided_at: ask.refused ? later(asked_at, 95) : null, reason: ask.refused,
    }
  })
  const notices = requests.flatMap((request) => {
    const row = (to_id: string, about: string, at: string, from_name: string, read_at: string | null) => ({
      committee_id, id: uuid7At(Date.parse(at), random), to_id, about, subject: 'joinRequest', subject_id: request.id, title: request.label,
      from_name, at, read_at, state: 'kept', attempts: 0, next_at: at, done_at: at,
    })
    const asked = row(cast.wangFang.id, 'joinAsked', request.asked_at, request.name, request.decided_at)
    return request.decided_at ? [asked, row(request.account_id, 'joinRefused', request.decided_at, cast.wangFang.name, null)] : [asked]
  })
  return { requests, notices }
}
