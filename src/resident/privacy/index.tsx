import { Privacy } from '../../features/account/Privacy'
import { Page } from '../../ui/Page'

export default function PrivacyPage() {
  return <Page title='个人信息怎么用'><Privacy /></Page>
}
