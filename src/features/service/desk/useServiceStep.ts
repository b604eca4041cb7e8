import { useState } from 'react'
import type { RefusalCode } from '../../../../contract/refusal'
import type { ContentField, ServiceEdit } from '../../../../contract/serviceEditing'
import { RefusedError } from '../../../api/outcome'

export interface StepProblem {
  refusal: RefusalCode | null
  /** What is missing, when that was the reason. */
  fields: ContentField[]
}

/** One step at a time; its answer is the item as it stands then. */
export function useServiceStep(onDone: (edit: ServiceEdit) => void, onGone: () => void) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<StepProblem | null>(null)
  /** @returns whether it was done */
  const take = async (step: () => Promise<ServiceEdit>): Promise<boolean> => {
    setBusy(true)
    setProblem(null)
    try {
      onDone(await step())
      return true
    } catch (error) {
      const refused = error instanceof RefusedError ? error : null
      setProblem({ refusal: refused?.code ?? null, fields: (refused?.data.issues ?? []).flatMap(({ path }) => (path[0] === 'content' ? [path[1] as ContentField] : [])) })
      if (refused?.code === 'WrongStep') onGone()
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, take, clear: () => setProblem(null) }
}
export type ServiceStep = ReturnType<typeof useServiceStep>
