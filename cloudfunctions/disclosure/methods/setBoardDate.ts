import type { Method } from '../../runtime/request'
import { mustStand } from '../rules/life'
import { lockDisclosure, setOnBoard } from '../store'
import { asDirector } from '../who'

/** @throws Refusal `WrongStep` for what is not public */
export const setBoardDate: Method<'disclosure', 'setBoardDate'> = async (request, { boardOn, ...named }) => {
  const by = asDirector(request, named.committeeId)
  mustStand(await lockDisclosure(request.tx, named), 'published')
  return setOnBoard(request.tx, named, boardOn, by)
}
