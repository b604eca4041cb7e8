import type { NoticeLine } from '../../../contract/notice'
import { SignInFirst } from '../../features/account/SignInFirst'
import { useHome } from '../../features/account/useHome'
import { NoticeList } from '../../features/notice/NoticeList'
import { isForStaff } from '../../features/notice/wording'
import { go } from '../../routes'
import { Loadable } from '../../ui/Loadable'
import { Page } from '../../ui/Page'

export default function MessagesPage() {
  const { data: home, waiting, failed, again } = useHome()
  return (
    <Page title='消息' tab='messages'>
      <Loadable waiting={waiting} failed={failed} onAgain={again}>
        {home && (home.me ? <NoticeList onOpen={(line) => open(line, home.committee.id)} /> : <SignInFirst phone={home.committee.phone} />)}
      </Loadable>
    </Page>
  )
}

function open({ about, subjectId }: NoticeLine, committeeId: string) {
  if (about === 'joinAsked') return go('leader/join-requests', {})
  if (about === 'joinConfirmed' || about === 'joinRefused') return go('resident/my-household', {})
  return go(isForStaff(about) ? 'leader/demand' : 'resident/demand', { demandId: subjectId, committeeId })
}
