import '../../ui/icons-staff.scss'
import { StaffComposer } from '../../features/demand/StaffComposer'
import { StaffDemand } from '../../features/demand/StaffDemand'
import { StaffPage } from '../../features/demand/StaffPage'
import { StaffProblem } from '../../features/demand/StaffProblem'
import { useCommitteeKeys } from '../../features/demand/useCommitteeKeys'
import { useStaffDemand } from '../../features/demand/useStaffDemand'
import { PhotosHere } from '../../features/photo/PhotosHere'
import { TemplatePicker } from '../../features/template/TemplatePicker'
import { back, useRoute } from '../../routes'
import { Loadable } from '../../ui/Loadable'
import { useWideWindow } from '../../ui/wideWindow'

export default function DemandPage() {
  const { committeeId = '', demandId = '' } = useRoute('leader/demand')
  const demand = useStaffDemand(committeeId, demandId)
  const { data } = demand
  useCommitteeKeys(useWideWindow(), back)
  return (
    <PhotosHere><StaffPage title='办理' at='demand' dock={data && <StaffComposer demand={data} moved={demand.moved} onMoved={demand.onMoved} Tools={TemplatePicker} />}>
      {() => (
        <Loadable
          waiting={demand.waiting}
          failed={demand.failed || demand.refusal !== null}
          offlineSince={demand.offlineSince}
          problem={<StaffProblem refusal={demand.refusal} onAgain={demand.again} />}
        >
          {data && <StaffDemand demand={data} />}
        </Loadable>
      )}
    </StaffPage></PhotosHere>
  )
}
