import type { ReactNode } from 'react'
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
  /** Of one with two homes the one it is about. */
  householdId?: string
  /** How that one is chosen. */
  choice?: ReactNode
  bound: boolean
  phone: string | null
  kind?: DemandKind
  text?: string
}

export function FileDemand({ title, committeeId, householdId, choice, bound, phone, kind, text }: Props) {
  const form = useDemandForm({
    committeeId, householdId, about: 'community', kind, text,
    onFiled: (demand) => replace('resident/demand-sent', { demandId: demand.id, committeeId: demand.committeeId }),
  })
  if (form.command.state === 'waiting') return <Page title={title}><KeptOnPhone /></Page>
  if (form.foresightRefusal === 'NobodyThere') return <Page title={title}><NobodyThere phone={phone} /></Page>
  return (
    <Page title={title} dock={<FileDock form={form} />}>
      {choice}
      <DemandForm form={form} committeeId={committeeId} bound={bound} />
    </Page>
  )
}
