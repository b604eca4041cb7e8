import { MyDemands } from '../../features/demand/MyDemands'
import { mineFilterWords, type MineFilter } from '../../features/demand/wording'
import { useRoute } from '../../routes'
import { Page } from '../../ui/Page'

export default function MyDemandsPage() {
  const { filter } = useRoute('resident/my-demands')
  return (
    <Page title='我说的事'>
      <MyDemands opening={isFilter(filter) ? filter : 'all'} />
    </Page>
  )
}

function isFilter(filter: string | undefined): filter is MineFilter {
  return filter !== undefined && filter in mineFilterWords
}
