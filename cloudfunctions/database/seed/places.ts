/** The two invented residential areas, as they are laid out. */
import type { Relation } from '../../../contract/household'
import type { Id } from '../../../contract/values'
import { cast, type CastMember } from './people'

/** A household known by its door, with those who live there; the first is who signed for it. */
export interface KnownHousehold {
  building: number
  room: string
  wish: 'noVisits' | 'caredFor' | 'ordinary'
  hours?: string
  members: [name: string, relation: Relation, account?: CastMember][]
}

export interface Place {
  committeeId: Id
  seq: number
  slug: string
  /** `春申里`; its committee is called after it. */
  name: string
  address: string
  phone: string
  blocks: number
  buildings: number
  households: number
  people: number
  noVisits: number
  caredFor: number
  /** Residents of a block who have an account and say things. */
  filersOfBlock: number
  known: KnownHousehold[]
}

const placeId = (seq: number | string, what: string): Id => `0199c000-0000-7000-8000-000000${seq}${what}`
/** Of the twelve real committees, 1 to 12. */
export const committeeIdOf = (seq: number): Id => placeId(String(seq).padStart(3, '0'), '000')
export const blockIdOf = (place: Pick<Place, 'seq'>, block: number): Id => placeId(place.seq, `1${String(block).padStart(2, '0')}`)
export const buildingIdOf = (place: Pick<Place, 'seq'>, building: number): Id => placeId(place.seq, `2${String(building).padStart(2, '0')}`)

/** 春申里: 4 buildings a block, so 3块 is 9 to 12号楼. */
export const chunshenli: Place = {
  committeeId: placeId(101, '000'),
  seq: 101,
  slug: 'chunshenli',
  name: '春申里',
  address: '春申里1号',
  phone: '021-0000-0001',
  blocks: 6,
  buildings: 24,
  households: 1286,
  people: 3012,
  noVisits: 71,
  caredFor: 111,
  filersOfBlock: 9,
  known: [
    { building: 11, room: '201', wish: 'noVisits', hours: '工作日 19:00–21:30', members: [['周岚', 'tenant', cast.zhouLan], ['朱玉兰', 'family']] },
    { building: 11, room: '202', wish: 'ordinary', members: [['郑涛', 'owner', cast.zhengTao], ['白雅琴', 'family'], ['郑子轩', 'family']] },
    { building: 12, room: '602', wish: 'noVisits', hours: '每天 08:00–21:00', members: [['林静', 'owner', cast.linJing], ['陆明哲', 'family']] },
    { building: 12, room: '502', wish: 'ordinary', members: [['何军', 'owner', cast.heJun], ['贾晓梅', 'family'], ['何诗涵', 'family']] },
    { building: 7, room: '101', wish: 'caredFor', members: [['张桂珍', 'owner', cast.zhangApo]] },
    { building: 9, room: '301', wish: 'caredFor', members: [['傅金生', 'owner']] },
  ],
}

export const meiyuan: Place = {
  committeeId: placeId(102, '000'),
  seq: 102,
  slug: 'meiyuan',
  name: '梅园',
  address: '梅园1号',
  phone: '021-0000-0002',
  blocks: 2,
  buildings: 4,
  households: 120,
  people: 281,
  noVisits: 7,
  caredFor: 11,
  filersOfBlock: 3,
  known: [{ building: 2, room: '301', wish: 'ordinary', members: [['沈洁', 'owner', cast.shenJie], ['方学文', 'family']] }],
}

export const places = { chunshenli, meiyuan }
