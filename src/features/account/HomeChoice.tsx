import type { Membership } from '../../../contract/household'
import { ChipGroup } from '../../ui/ChipGroup'
import { chooseHome, useChosenHome } from './chosenHome'

/** Drawn only for one who has two homes. */
export function HomeChoice({ memberships }: { memberships: readonly Membership[] }) {
  const chosen = useChosenHome()
  if (memberships.length < 2) return null
  const at = memberships.some(({ householdId }) => householdId === chosen) ? chosen : memberships[0]!.householdId
  return <ChipGroup label='说的是哪个家' options={memberships.map(({ householdId, label }) => ({ value: householdId, word: label }))} value={at} onChange={chooseHome} />
}
