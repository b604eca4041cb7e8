import { SignInFirst } from '../../features/account/SignInFirst'
import { useHome } from '../../features/account/useHome'
import { MyDemands } from '../../features/demand/MyDemands'
import { mineFilterWords, type MineFilter } from '../../features/demand/wording'
import { LeftPhotos } from '../../features/photo/LeftPhotos'
import { useRoute } from '../../routes'
import { Page } from '../../ui/Page'

export default function MyDemandsPage() {
  const { filter } = useRoute('resident/my-demands')
  const { data: home } = useHome()
  const visitor = home !== undefined && home.me === null
  return (
    <Page title='我说的事'>
      {visitor ? <SignInFirst phone={home.committee.phone} /> : <><LeftPhotos /><MyDemands opening={isFilter(filter) ? filter : 'all'} /></>}
    </Page>
  )
}

function isFilter(filter: string | undefined): filter is MineFilter {
  return filter !== undefined && filter in mineFilterWords
}
