import { useRead } from '../../api/read'
import { Receipt } from '../../features/demand/Receipt'
import { WhyThisWay } from '../../features/demand/WhyThisWay'
import { replace, useRoute } from '../../routes'
import { Button } from '../../ui/Button'
import { Loadable } from '../../ui/Loadable'
import { Page } from '../../ui/Page'

export default function DemandSentPage() {
  const { demandId = '', committeeId = '' } = useRoute('resident/demand-sent')
  const { data, waiting, failed, again } = useRead(['demand', 'get'], { committeeId, demandId })
  return (
    <Page title='已收到' dock={<Button wide onTap={() => replace('resident/demand', { demandId, committeeId })}>看看办到哪了</Button>}>
      <Loadable waiting={waiting} failed={failed} onAgain={again}>
        {data && (
          <>
            <Receipt demand={data} />
            <WhyThisWay route={data.route} />
          </>
        )}
      </Loadable>
    </Page>
  )
}
