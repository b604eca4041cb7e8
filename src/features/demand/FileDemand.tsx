import type { DemandKind } from '../../../contract/demand/said'
import { replace } from '../../routes'
import { Page } from '../../ui/Page'
import { DemandForm } from './DemandForm'
import { FileDock } from './FileDock'
import { KeptOnPhone } from './KeptOnPhone'
import { NobodyThere } from './NobodyThere'
import { useDemandForm } from './useDemandForm'

interface Props {
  title: string
  committeeId: string
  bound: boolean
  phone: string | null
  kind?: DemandKind
  text?: string
}

export function FileDemand({ title, committeeId, bound, phone, kind, text }: Props) {
  const form = useDemandForm({
    committeeId, about: 'community', kind, text,
    onFiled: (demand) => replace('resident/demand-sent', { demandId: demand.id, committeeId: demand.committeeId }),
  })
  if (form.command.state === 'waiting') return <Page title={title}><KeptOnPhone /></Page>
  if (form.foresightRefusal === 'NobodyThere') return <Page title={title}><NobodyThere phone={phone} /></Page>
  return (
    <Page title={title} dock={<FileDock form={form} />}>
      <DemandForm form={form} committeeId={committeeId} bound={bound} />
    </Page>
  )
}
