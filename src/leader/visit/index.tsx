import '../../ui/icons-staff.scss'
import { useRead } from '../../api/read'
import { StaffPage } from '../../features/demand/StaffPage'
import { HostVisit } from '../../features/visit/HostVisit'
import { refusalWords } from '../../features/visit/wording'
import { replace, useRoute } from '../../routes'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'

export default function VisitPage() {
  const { committeeId = '', visitId = '' } = useRoute('leader/visit')
  const { data, waiting, failed, refusal, offlineSince, again } = useRead(['visit', 'get'], { committeeId, visitId })
  return (
    <StaffPage title='线上走访' at='visits'>
      {() => (
        <Loadable
          waiting={waiting} failed={failed && !refusal} offlineSince={offlineSince} onAgain={again}
          empty={refusal && <Empty icon='lock' title='看不到这次走访' note={refusalWords[refusal]} action={{ word: '看要聊的', onTap: () => replace('leader/visits') }} />}
        >
          {data && <HostVisit visit={data} />}
        </Loadable>
      )}
    </StaffPage>
  )
}
