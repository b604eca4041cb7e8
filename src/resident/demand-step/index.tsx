import { useRead } from '../../api/read'
import { DemandStepPage, ownStepOf } from '../../features/demand/DemandStepPage'
import { refusalWords } from '../../features/demand/wording'
import { back, useRoute } from '../../routes'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { Page } from '../../ui/Page'

export default function StepPage() {
  const { demandId = '', committeeId = '', step } = useRoute('resident/demand-step')
  const { data, waiting, failed, refusal, again } = useRead(['demand', 'get'], { committeeId, demandId })
  if (data) return <DemandStepPage demand={data} step={ownStepOf(step)} onClose={back} />
  return (
    <Page title='我说的事'>
      <Loadable waiting={waiting} failed={failed && !refusal} onAgain={again} empty={refusal && <Empty icon='lock' title='看不到这件事' note={refusalWords[refusal]} />}>{null}</Loadable>
    </Page>
  )
}
