import { replace } from '../../routes'
import { Page } from '../../ui/Page'
import { TextArea } from '../../ui/TextArea'
import { FileDock } from './FileDock'
import { ForesightLine } from './ForesightLine'
import { KeptOnPhone } from './KeptOnPhone'
import { useDemandForm } from './useDemandForm'

const title = '投诉和意见'

/** About the app itself: kept apart from matters of the neighbourhood, answered like them. */
export function ComplainAboutApp({ committeeId }: { committeeId: string }) {
  const form = useDemandForm({
    committeeId, about: 'app', kind: 'complaint',
    onFiled: (demand) => replace('resident/demand-sent', { demandId: demand.id, committeeId: demand.committeeId }),
  })
  const { draft, change, keep, wrong, foresight, command } = form
  if (command.state === 'waiting') return <Page title={title}><KeptOnPhone /></Page>
  return (
    <Page title={title} dock={<FileDock form={form} />}>
      <TextArea
        id='text'
        label='程序哪里不好用？'
        hint='看不清、点不动、说得不对，都可以说'
        value={draft.text}
        maxLength={1000}
        wrong={wrong.text}
        placeholder='哪一页、点了什么、想怎么改'
        onChange={(text) => change({ text })}
        onPause={keep}
      />
      <ForesightLine foresight={foresight} kind='complaint' bound />
    </Page>
  )
}
