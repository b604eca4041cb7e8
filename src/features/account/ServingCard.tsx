import type { ServingTasks } from '../../../contract/account'
import { go } from '../../routes'
import { Avatar } from '../../ui/Avatar'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import { tasksWords } from './wording'

/** What waits for one who serves; leads to where they work. */
export function ServingCard({ tasks }: { tasks: ServingTasks }) {
  const open = () => (tasks.wide ? go('staff/overview') : go('leader/inbox'))
  const title = tasks.inbox > 0 ? `等您办 ${tasks.inbox} 件` : '没有等您办的事'
  return (
    <Card label='等您办的'>
      <Row lead={<Avatar name={title} icon='inbox' />} title={title} note={tasksWords(tasks)} onTap={open} label={`${title}，${tasksWords(tasks)}`} />
    </Card>
  )
}
