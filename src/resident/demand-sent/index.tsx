import { useRead } from '../../api/read'
import { Receipt } from '../../features/demand/Receipt'
import { WhyThisWay } from '../../features/demand/WhyThisWay'
import { AskReminder } from '../../features/notice/AskReminder'
import { refusalWords } from '../../features/demand/wording'
import { replace, useRoute } from '../../routes'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { Page } from '../../ui/Page'

export default function DemandSentPage() {
  const { demandId = '', committeeId = '' } = useRoute('resident/demand-sent')
  const { data, waiting, failed, refusal, again } = useRead(['demand', 'get'], { committeeId, demandId })
  return (
    <Page title={refusal ? '我说的事' : '已收到'} dock={data && <Button wide onTap={() => replace('resident/demand', { demandId, committeeId })}>看看办到哪了</Button>}>
      <Loadable waiting={waiting} failed={failed} onAgain={again} empty={refusal && <Empty icon='lock' title='看不到这件事' note={refusalWords[refusal]} />}>
        {data && (
          <>
            <Receipt demand={data} />
            <AskReminder />
            <WhyThisWay route={data.route} />
          </>
        )}
      </Loadable>
    </Page>
  )
}
