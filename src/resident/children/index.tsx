import { ChildrenRules } from '../../features/rights/ChildrenRules'
import { Page } from '../../ui/Page'

export default function ChildrenPage() {
  return <Page title='孩子的信息怎么用'><ChildrenRules /></Page>
}
