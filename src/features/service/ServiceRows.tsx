import { Text, View } from '@tarojs/components'
import type { CommitteeRole } from '../../../contract/service'
import { go } from '../../routes'
import { Card } from '../../ui/Card'
import { Icon, type IconName } from '../../ui/Icon'
import { Row } from '../../ui/Row'
import type { FoundLine } from './search'
import { roleWords } from './wording'
import './service.scss'

const roleIcons: Record<CommitteeRole, IconName> = { guide: 'pin', accept: 'inbox', assist: 'users', do: 'home' }

interface Props {
  label: string
  committeeId: string
  lines: readonly FoundLine[]
  /** Without the committee's part: where there is little room. */
  short?: boolean
}

/** What was found stands out. */
const marked = (text: string, parts = [text]) => parts.map((part, at) => (at % 2 ? <Text key={at} className='found'>{part}</Text> : part))

export function ServiceRows({ label, committeeId, lines, short }: Props) {
  return (
    <Card label={label}>
      {lines.map(({ slug, title, titleParts, summary, summaryParts, committeeRole }) => (
        <Row key={slug} title={marked(title, titleParts)} note={marked(summary, summaryParts)} label={`${title}，${summary}，${roleWords[committeeRole]}`} onTap={() => go('resident/service-item', { committeeId, slug })}>
          {!short && <View className='role-line meta'><Icon name={roleIcons[committeeRole]} />{roleWords[committeeRole]}</View>}
        </Row>
      ))}
    </Card>
  )
}
