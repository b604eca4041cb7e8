import { useEffect } from 'react'
import type { Demand } from '../../../contract/demand/demand'
import type { DemandStep } from '../../../contract/demand/life'
import type { InputOf, Path } from '../../api/client'
import { useCommand, type Command } from '../../api/command'
import { useLatest } from '../../ui/useLatest'

type DemandPath = Extract<Path, readonly ['demand', DemandStep | 'unsnooze']>

export interface SheetEnds {
  onClose: () => void
  /** The server has it, or the phone keeps it and sends it by itself. */
  onGone: (kept: boolean) => void
  /** It had moved on. */
  onMoved: () => void
}

/** A step given from a sheet. The sheet closes once it is gone or came too late; what was refused stays open with its words. */
export function useSheetStep<P extends DemandPath>(path: P, demand: Pick<Demand, 'title'>, { onClose, onGone, onMoved }: SheetEnds): Pick<Command<InputOf<P>, unknown>, 'refusal' | 'state'> & { give: (input: InputOf<P>) => void } {
  const command = useCommand(path, { onDone: () => ends.current.gone(false) })
  const gone = (kept: boolean) => {
    command.reset()
    onGone(kept)
    onClose()
  }
  const late = () => {
    command.reset()
    onMoved()
    onClose()
  }
  const ends = useLatest({ gone, late })
  const kept = command.state === 'waiting'
  const tooLate = command.refusal === 'WrongStep'
  useEffect(() => {
    if (tooLate) ends.current.late()
    else if (kept) ends.current.gone(true)
  }, [kept, tooLate, ends])
  return { state: command.state, refusal: command.refusal, give: (input) => command.send(input, demand.title) }
}
