import { ArchiveHistory } from '../../features/household/ArchiveHistory'
import { useRoute } from '../../routes'
import { Page } from '../../ui/Page'

export default function OwnHistoryPage() {
  const { committeeId = '', householdId = '' } = useRoute('resident/household-history')
  return <Page title='档案的改动'><ArchiveHistory committeeId={committeeId} householdId={householdId} /></Page>
}
