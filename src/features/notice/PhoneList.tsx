import type { PhoneCall } from '../../../contract/notice'
import { useRead } from '../../api/read'
import { DecisionList } from '../../ui/DecisionList'
import { PhoneCallCard } from './PhoneCallCard'
import { callSections } from './phoneWording'
import './notice.scss'

const sections = callSections.map(({ callable, title }) => ({ title, holds: (call: PhoneCall) => call.callable === callable }))

/** Who reads no inbox and is still to be told: whom to call now, whom later, and whom to tell some other way. */
export function PhoneList({ onOpen }: { onOpen: (call: PhoneCall) => void }) {
  const list = useRead(['notice', 'phoneList'], {})
  return (
    <DecisionList list={list} empty={{ icon: 'phone', title: '没有等您打的电话', note: '没用小程序的居民，有了进展会先到这里。说过不要电话的人家，不会出现。' }} sections={sections}>
      {(call, decide) => <PhoneCallCard call={call} onOpen={() => onOpen(call)} {...decide} />}
    </DecisionList>
  )
}
