import { View } from '@tarojs/components'
import type { CommitteeRole, ServiceLine } from '../../../contract/service'
import { go } from '../../routes'
import { Card } from '../../ui/Card'
import { Icon, type IconName } from '../../ui/Icon'
import { Row } from '../../ui/Row'
import { roleWords } from './wording'
import './service.scss'

const roleIcons: Record<CommitteeRole, IconName> = { guide: 'pin', accept: 'inbox', assist: 'users', do: 'home' }

interface Props {
  label: string
  committeeId: string
  lines: readonly ServiceLine[]
  /** Without the committee's part: where there is little room. */
  short?: boolean
}

export function ServiceRows({ label, committeeId, lines, short }: Props) {
  return (
    <Card label={label}>
      {lines.map(({ slug, title, summary, committeeRole }) => (
        <Row key={slug} title={title} note={summary} label={`${title}，${summary}，${roleWords[committeeRole]}`} onTap={() => go('resident/service-item', { committeeId, slug })}>
          {!short && <View className='role-line meta'><Icon name={roleIcons[committeeRole]} />{roleWords[committeeRole]}</View>}
        </Row>
      ))}
    </Card>
  )
}
