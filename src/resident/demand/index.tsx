import { useRead } from '../../api/read'
import { OwnDemand } from '../../features/demand/OwnDemand'
import { refusalWords } from '../../features/demand/wording'
import { useAsking } from '../../features/notice/useAsking'
import { PhotosHere } from '../../features/photo/PhotosHere'
import { go, useRoute } from '../../routes'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { Page } from '../../ui/Page'

export default function DemandPage() {
  const { demandId = '', committeeId = '' } = useRoute('resident/demand')
  const { data, waiting, failed, refusal, offlineSince, again } = useRead(['demand', 'get'], { committeeId, demandId })
  const asking = useAsking('answer', { enabled: data?.steps.includes('notSolved') === true })
  if (data) return <PhotosHere><OwnDemand demand={data} offlineSince={offlineSince} onGoesOn={() => void asking.ask()} /></PhotosHere>
  return (
    <Page title='我说的事'>
      <Loadable
        waiting={waiting}
        failed={failed && !refusal}
        onAgain={again}
        empty={refusal && <Empty icon='lock' title='看不到这件事' note={refusalWords[refusal]} action={{ word: '看我说的事', onTap: () => go('resident/my-demands', {}) }} />}
      >
        {null}
      </Loadable>
    </Page>
  )
}
