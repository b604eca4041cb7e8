import { Loadable } from '../../ui/Loadable'
import { Page } from '../../ui/Page'
import { JoinAsked, JoinKept } from './JoinAsked'
import { JoinDock } from './JoinDock'
import { JoinForm } from './JoinForm'
import { useJoinForm } from './useJoinForm'

export function JoinHousehold({ committeeId }: { committeeId: string | undefined }) {
  const form = useJoinForm(committeeId)
  const { command, committees } = form
  if (command.output) return <Page title='加入一户'><JoinAsked decider={command.output.decider} /></Page>
  if (command.state === 'waiting') return <Page title='加入一户'><JoinKept /></Page>
  return (
    <Page title='加入一户' dock={<JoinDock form={form} />}>
      <Loadable waiting={committees.waiting} failed={committees.failed} onAgain={committees.again}>
        <JoinForm form={form} />
      </Loadable>
    </Page>
  )
}
