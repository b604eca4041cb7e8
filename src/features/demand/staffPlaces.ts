import type { ServingTasks } from '../../../contract/account'
import { replace } from '../../routes'
import type { IconName } from '../../ui/Icon'
import type { ServedCommittee } from './useServing'

export type StaffPlace = 'overview' | 'demands' | 'desk' | 'inbox' | 'enter' | 'ratings' | 'talents' | 'joinRequests' | 'phoneList' | 'households' | 'houseMap' | 'houseLists' | 'exports' | 'services' | 'templates' | 'review' | 'rights' | 'meeting' | 'meetings' | 'roster' | 'duty' | 'calendar' | 'settings' | 'import' | 'leave' | 'visits' | 'demand'

interface Entry {
  place: StaffPlace
  word: string
  icon: IconName
  open: () => void
  /** Matters waiting there, when known. */
  count: (tasks: ServingTasks) => number
  shown: (committee: ServedCommittee) => boolean
}

const whole = (committee: ServedCommittee) => committee.wide
const directs = ({ posts }: ServedCommittee) => posts.some(({ kind }) => kind === 'director' || kind === 'secretary')

const entries: Entry[] = [
  { place: 'overview', word: '总览', icon: 'grid', open: () => replace('staff/overview'), count: () => 0, shown: whole },
  { place: 'demands', word: '诉求', icon: 'inbox', open: () => replace('staff/demands'), count: () => 0, shown: whole },
  { place: 'desk', word: '接待台', icon: 'service', open: () => replace('staff/desk'), count: ({ desk }) => desk, shown: whole },
  { place: 'inbox', word: '等我办', icon: 'doing', open: () => replace('leader/inbox'), count: ({ inbox }) => inbox, shown: () => true },
  { place: 'enter', word: '代登记', icon: 'pencil', open: () => replace('leader/enter'), count: () => 0, shown: ({ wide, leads }) => wide || leads },
  { place: 'joinRequests', word: '入户申请', icon: 'users', open: () => replace('leader/join-requests'), count: ({ joinRequests }) => joinRequests, shown: ({ wide, leads }) => wide || leads },
  { place: 'phoneList', word: '电话告知', icon: 'phone', open: () => replace('leader/phone-list'), count: ({ calls }) => calls, shown: ({ wide, leads }) => wide || leads },
  { place: 'households', word: '我的住户', icon: 'home', open: () => replace('leader/households'), count: () => 0, shown: ({ leads }) => leads },
  { place: 'houseMap', word: '楼图', icon: 'grid', open: () => replace('archive/house-map'), count: () => 0, shown: ({ wide, leads }) => wide || leads },
  { place: 'houseLists', word: '住户名单', icon: 'filter', open: () => replace('archive/house-lists'), count: () => 0, shown: whole },
  { place: 'visits', word: '走访', icon: 'visit', open: () => replace('leader/visits'), count: () => 0, shown: ({ wide, leads }) => wide || leads },
  { place: 'ratings', word: '居民评价', icon: 'star', open: () => replace('staff/ratings'), count: () => 0, shown: directs },
  { place: 'talents', word: '愿意帮忙的', icon: 'heart', open: () => replace('staff/talents'), count: () => 0, shown: whole },
  { place: 'meeting', word: '例会', icon: 'meeting', open: () => replace('staff/meeting'), count: () => 0, shown: () => true },
  { place: 'leave', word: '我的请假', icon: 'out', open: () => replace('leader/leave'), count: () => 0, shown: ({ wide }) => !wide },
  { place: 'roster', word: '谁在管', icon: 'users', open: () => replace('staff/roster'), count: () => 0, shown: whole },
  { place: 'duty', word: '接待排班', icon: 'clock', open: () => replace('staff/duty'), count: () => 0, shown: whole },
  { place: 'calendar', word: '工作日历', icon: 'calendar', open: () => replace('staff/calendar'), count: () => 0, shown: whole },
  { place: 'import', word: '导入住户', icon: 'upload', open: () => replace('staff/import'), count: () => 0, shown: whole },
  { place: 'review', word: '待审', icon: 'eye', open: () => replace('staff/review'), count: ({ heldWords, heldPhotos }) => heldWords + heldPhotos, shown: whole },
  { place: 'exports', word: '导出记录', icon: 'out', open: () => replace('staff/exports'), count: () => 0, shown: directs },
  { place: 'rights', word: '个人信息', icon: 'lock', open: () => replace('staff/rights'), count: () => 0, shown: directs },
  { place: 'services', word: '服务清单', icon: 'doc', open: () => replace('staff/services'), count: () => 0, shown: whole },
  { place: 'templates', word: '答复用语', icon: 'book', open: () => replace('staff/templates'), count: () => 0, shown: whole },
  { place: 'settings', word: '提醒和对口', icon: 'gear', open: () => replace('staff/settings'), count: () => 0, shown: whole },
]

/** The menu of one who serves, in order; what a post has nothing to do with is left out. */
export function entriesFor(committee: ServedCommittee): Entry[] {
  return entries.filter(({ shown }) => shown(committee))
}
