import { useState } from 'react'
import { useHome } from '../../features/account/useHome'
import { SignInFirst } from '../../features/account/SignInFirst'
import { JoinByCode } from '../../features/household/JoinByCode'
import { JoinHousehold } from '../../features/household/JoinHousehold'
import { useRoute } from '../../routes'
import { Loadable } from '../../ui/Loadable'
import { Page } from '../../ui/Page'

export default function JoinHouseholdPage() {
  const { committeeId, code } = useRoute('resident/join-household')
  const { data: home, waiting, failed, again } = useHome()
  const [without, setWithout] = useState(false)
  if (home?.me && !without) return <JoinByCode code={code} onWithout={() => setWithout(true)} />
  if (home?.me) return <JoinHousehold committeeId={committeeId ?? (home.committee.open ? home.committee.id : undefined)} />
  return (
    <Page title='加入一户'>
      <Loadable waiting={waiting} failed={failed} onAgain={again}>
        {home && <SignInFirst phone={home.committee.phone} />}
      </Loadable>
    </Page>
  )
}
