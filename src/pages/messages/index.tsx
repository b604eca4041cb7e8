import type { NoticeLine } from '../../../contract/notice'
import { SignInFirst } from '../../features/account/SignInFirst'
import { useHome } from '../../features/account/useHome'
import { NoticeList } from '../../features/notice/NoticeList'
import { go } from '../../routes'
import { Loadable } from '../../ui/Loadable'
import { Page } from '../../ui/Page'

export default function MessagesPage() {
  const { data: home, waiting, failed, again } = useHome()
  return (
    <Page title='消息' tab='messages'>
      <Loadable waiting={waiting} failed={failed} onAgain={again}>
        {home && (home.me ? <NoticeList onOpen={open} /> : <SignInFirst phone={home.committee.phone} />)}
      </Loadable>
    </Page>
  )
}

/** Who asks to come, who is expected; all else told of a household is about who lives there. */
const atDoor = /^(consent|homeVisit)/

function open({ about, subject, subjectId, reader, committeeId }: NoticeLine) {
  if (subject === 'day') return go('leader/inbox')
  if (subject === 'meeting') return go('staff/meeting')
  if (subject === 'visit') return go(reader === 'staff' ? 'leader/visit' : 'resident/visit', { visitId: subjectId, committeeId })
  if (about === 'childAsked') return go('resident/my-data')
  if (subject === 'household' && atDoor.test(about)) return reader === 'staff' ? go('leader/door', { committeeId, householdId: subjectId }) : go('resident/door', { householdId: subjectId })
  if (subject === 'household') return reader === 'staff' ? go('archive/household', { committeeId, householdId: subjectId }) : go('resident/my-household')
  if (subject === 'right') return go(reader === 'staff' ? 'staff/rights' : 'resident/my-data')
  if (subject === 'joinRequest') return reader === 'staff' ? go('leader/join-requests') : go('resident/my-household')
  return go(reader === 'staff' ? 'leader/demand' : 'resident/demand', { demandId: subjectId, committeeId })
}
