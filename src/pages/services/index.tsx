import { useHome } from '../../features/account/useHome'
import { ServiceList } from '../../features/service/ServiceList'
import { go } from '../../routes'
import { Loadable } from '../../ui/Loadable'
import { Page } from '../../ui/Page'

export default function ServicesPage() {
  const { data, waiting, failed, again } = useHome()
  const ask = () => go('resident/file-demand', { kind: 'consultation' })
  return (
    <Page title='居委会能帮您办什么' tab='services'>
      <Loadable waiting={waiting} failed={failed} onAgain={again}>
        {data && <ServiceList committeeId={data.committee.id} asked={data.duty?.staff.name ?? data.committee.name} onAsk={ask} />}
      </Loadable>
    </Page>
  )
}
