import { AboutFacts } from '../../features/account/AboutFacts'
import { Page } from '../../ui/Page'

export default function AboutPage() {
  return <Page title='关于掌心汇'><AboutFacts /></Page>
}
