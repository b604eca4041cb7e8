import type { ServiceLine } from '../../../contract/service'
import { switchTab } from '../../routes'
import { Section } from '../../ui/Section'
import { ServiceRows } from './ServiceRows'

export function PopularServices({ committeeId, lines }: { committeeId: string; lines: readonly ServiceLine[] }) {
  if (lines.length === 0) return null
  return (
    <>
      <Section title='大家常问' action={{ word: '全部服务', onTap: () => switchTab('services') }} />
      <ServiceRows label='大家常问' committeeId={committeeId} lines={lines} short />
    </>
  )
}
