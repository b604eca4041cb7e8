import { Avatar } from '../../ui/Avatar'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'

interface Props {
  /** Who would be asked. */
  asked: string
  searching: boolean
  onAsk: () => void
}

/** The way on, when the list has no answer. */
export function AskRow({ asked, searching, onAsk }: Props) {
  const title = `${searching ? '不是要找的？' : '没找到？'}直接问${asked}`
  return (
    <Card>
      <Row lead={<Avatar name={asked} />} title={title} note='一个工作日内答复' label={`${title}，一个工作日内答复`} onTap={onAsk} />
    </Card>
  )
}
