import { View } from '@tarojs/components'
import { useRead } from '../../api/read'
import { ChipGroup } from '../../ui/ChipGroup'
import { CommitteeChoice } from './CommitteeChoice'
import { entriesFor, type StaffPlace } from './staffPlaces'
import type { ServedCommittee } from './useServing'

interface Props {
  at: StaffPlace
  committee: ServedCommittee
  committees: ServedCommittee[]
  onCommittee: (id: string) => void
}

/** The same menu on a phone: one line that scrolls. */
export function StaffTabs({ at, committee, committees, onCommittee }: Props) {
  const home = useRead(['account', 'home'], { committeeId: committee.id })
  const tasks = home.data?.tasks
  const entries = entriesFor(committee)
  const here = at === 'meetings' ? 'meeting' : at
  // Where one is stands first: further along it would be out of sight.
  const options = [...entries].sort((one, other) => Number(other.place === here) - Number(one.place === here)).map(({ place, word, icon, count }) => {
    const waiting = tasks ? count(tasks) : 0
    return { value: place, word: waiting > 0 ? `${word} ${waiting}` : word, icon }
  })
  return (
    <View className='stack'>
      {committees.length > 1 && <CommitteeChoice committees={committees} chosen={committee.id} onChoose={onCommittee} />}
      <ChipGroup label='栏目' options={options} value={here} onChange={(place) => place !== at && entries.find((entry) => entry.place === place)?.open()} scroll tabs />
    </View>
  )
}
