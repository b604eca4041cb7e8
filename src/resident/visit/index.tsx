import { useRead } from '../../api/read'
import { OwnVisit } from '../../features/visit/OwnVisit'
import { refusalWords } from '../../features/visit/wording'
import { go, useRoute } from '../../routes'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { Page } from '../../ui/Page'

export default function VisitPage() {
  const { committeeId = '', visitId = '' } = useRoute('resident/visit')
  const { data, waiting, failed, refusal, offlineSince, again } = useRead(['visit', 'get'], { committeeId, visitId })
  return (
    <Page title={data?.mode === 'home' ? '上门走访' : '线上走访'}>
      <Loadable
        waiting={waiting} failed={failed && !refusal} offlineSince={offlineSince} onAgain={again}
        empty={refusal && <Empty icon='lock' title='看不到这次走访' note={refusalWords[refusal]} action={{ word: '看我家的走访', onTap: () => go('resident/my-visits', {}) }} />}
      >
        {data && <OwnVisit visit={data} />}
      </Loadable>
    </Page>
  )
}
