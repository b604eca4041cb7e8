import { View } from '@tarojs/components'
import { useRead } from '../../api/read'
import { Link } from '../../ui/Link'
import './quiet.scss'

const browser = process.env.TARO_ENV === 'h5'

/** With demonstration data in a browser one may enter as somebody else; nowhere else is there such a door. */
export function DemonstrationLink() {
  const { data } = useRead(['account', 'about'], {}, { enabled: browser })
  if (!browser || !data?.demonstration) return null
  return (
    <View className='quiet'>
      <Link onTap={() => window.location.assign('/enter')}>换个人看看（演示）</Link>
    </View>
  )
}
