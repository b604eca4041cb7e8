import type { RefusalCode } from '../../../contract/refusal'
import { Empty } from '../../ui/Empty'
import { Problem } from '../../ui/Problem'
import { refusalWords } from './wording'

/** Why a demand is not shown: not for this person, or our fault. */
export function StaffProblem({ refusal, onAgain }: { refusal: RefusalCode | null; onAgain: () => void }) {
  if (refusal) return <Empty icon='lock' title='这件事看不到' note={`${refusalWords[refusal]}。也许已经转给了别人。`} />
  return <Problem onAgain={onAgain} />
}
