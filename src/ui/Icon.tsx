import { Text } from '@tarojs/components'

type MainIcon =
  | 'home' | 'home-on' | 'service' | 'service-on' | 'message' | 'message-on' | 'me' | 'me-on' | 'say'
  | 'visit' | 'door' | 'phone' | 'camera' | 'mic' | 'send' | 'search' | 'out' | 'sound'
  | 'text-size' | 'star' | 'undo' | 'refresh' | 'calendar' | 'clock' | 'pin' | 'doc' | 'bell'
  | 'users' | 'inbox' | 'doing' | 'meeting' | 'handover' | 'answer' | 'check' | 'done' | 'unrated'
  | 'merge' | 'alert' | 'info' | 'lock' | 'eye' | 'offline' | 'upload' | 'lamp' | 'right'
  | 'left' | 'down' | 'up' | 'close' | 'more' | 'plus' | 'pencil' | 'print'
/** These need `icons-staff.scss` in the page. */
type StaffIcon =
  | 'image' | 'filter' | 'vote' | 'coin' | 'archive' | 'book' | 'badge' | 'heart' | 'chart'
  | 'grid' | 'gear' | 'drag'
export type IconName = MainIcon | StaffIcon

// An empty text is silent in WeChat by itself.
const silent = process.env.TARO_ENV === 'weapp' ? {} : { 'aria-hidden': 'true' }

/** Always beside a word or inside something labelled, so never spoken. */
export function Icon({ name, size, className }: { name: IconName; size?: 's' | 'm'; className?: string }) {
  const measure = size && (size === 's' ? 'i-s' : 'i-m')
  return <Text className={['i', `i-${name}`, measure, className].filter(Boolean).join(' ')} {...silent} />
}
