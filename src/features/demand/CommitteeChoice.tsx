import { Select } from '../../ui/Select'
import type { ServedCommittee } from './useServing'

interface Props {
  committees: ServedCommittee[]
  chosen: string
  onChoose: (id: string) => void
}

/** For one who serves in several committees. */
export function CommitteeChoice({ committees, chosen, onChoose }: Props) {
  return <Select id='served-committee' label='在哪个居委会' options={committees.map(({ id, name }) => ({ value: id, word: name }))} value={chosen} onChange={onChoose} />
}
