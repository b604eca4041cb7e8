import { TextSize } from '../../features/account/TextSize'
import { Page } from '../../ui/Page'

export default function TextSizePage() {
  return <Page title='字大小'><TextSize /></Page>
}
