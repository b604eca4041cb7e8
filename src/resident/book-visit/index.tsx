import { useState } from 'react'
import { VisitAbout } from '../../../contract/visit'
import { SignInFirst } from '../../features/account/SignInFirst'
import { useHome } from '../../features/account/useHome'
import { BookVisit } from '../../features/visit/BookVisit'
import { go, replace, useRoute } from '../../routes'
import { ChipGroup } from '../../ui/ChipGroup'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { Page } from '../../ui/Page'

export default function BookVisitPage() {
  const { committeeId, householdId, about, serviceSlug, demandId, visitId } = useRoute('resident/book-visit')
  const { data: home, waiting, failed, again } = useHome()
  const [chosen, choose] = useState<string | null>(null)
  const title = '约线上走访'
  if (!home) return <Page title={title}><Loadable waiting={waiting || !failed} failed={failed} onAgain={again}>{null}</Loadable></Page>
  if (!home.me) return <Page title={title}><SignInFirst phone={home.committee.phone} /></Page>
  // A service item or a demand is of one committee; there one lives, or has nobody to talk with.
  const homes = home.me.memberships.filter((one) => committeeId === undefined || one.committeeId === committeeId)
  const at = householdId ?? chosen ?? (homes.length === 1 ? homes[0]!.householdId : null)
  const place = homes.find((one) => one.householdId === at)
  if (homes.length === 0) {
    return <Page title={title}><Empty icon='door' title='先加入一户' note='入了户，才知道您的块长是哪位，时间也按您家的来' action={{ word: '加入一户', onTap: () => go('resident/join-household', {}) }} /></Page>
  }
  if (!place) {
    return <Page title={title}><ChipGroup label='为哪一户约' options={homes.map((one) => ({ value: one.householdId, word: one.label }))} value={at} onChange={choose} /></Page>
  }
  return (
    <BookVisit
      committeeId={place.committeeId} householdId={place.householdId} about={aboutOf(about, serviceSlug, demandId)} serviceSlug={serviceSlug} demandId={demandId} visitId={visitId}
      onDone={({ id }) => replace('resident/visit', { committeeId: place.committeeId, visitId: id })}
    />
  )
}

function aboutOf(about: string | undefined, serviceSlug: string | undefined, demandId: string | undefined): VisitAbout {
  if (serviceSlug) return 'service'
  if (demandId) return 'demand'
  return about === 'archive' ? 'archive' : 'leader'
}
