import { Card } from '../../ui/Card'
import { Icon } from '../../ui/Icon'
import { Row } from '../../ui/Row'
import { callMeNote } from './wording'
import { inWeChat, useAsking } from './useAsking'

/** One who serves lets WeChat call them as well: each tap is one message more of each kind. */
export function CallMe() {
  return inWeChat ? <Line /> : null
}

function Line() {
  const { due, left, ask } = useAsking('wish')
  if (left === undefined || (!due && left === 0)) return null
  const note = callMeNote(left)
  return (
    <Card label='微信提醒'>
      <Row from={52} lead={<Icon name='bell' className='menu-icon' />} title='在微信里也叫我' note={note} label={`在微信里也叫我，${note}`} onTap={due ? () => void ask() : undefined} />
    </Card>
  )
}
