import { useRead } from '../../api/read'
import { ServiceDock } from '../../features/service/ServiceDock'
import { ServiceSheet } from '../../features/service/ServiceSheet'
import { go, switchTab, useRoute } from '../../routes'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { Page } from '../../ui/Page'

export default function ServiceItemPage() {
  const { committeeId = '', slug = '' } = useRoute('resident/service-item')
  const { data, waiting, failed, refusal, offlineSince, again } = useRead(['service', 'get'], { committeeId, slug })
  const ask = () => go('resident/file-demand', { kind: 'consultation', serviceSlug: slug })
  return (
    <Page title='办事说明' dock={data && <ServiceDock link={data.link} onAsk={ask} onBook={() => go('resident/book-visit', { committeeId, serviceSlug: slug })} />}>
      <Loadable
        waiting={waiting}
        failed={failed && !refusal}
        offlineSince={offlineSince}
        onAgain={again}
        empty={refusal && <Empty icon='service' title='没有这一项了' note='可能换了名字，到全部服务里找找' action={{ word: '全部服务', onTap: () => switchTab('services') }} />}
      >
        {data && <ServiceSheet item={data} />}
      </Loadable>
    </Page>
  )
}
