import type { Visit } from '../../../contract/visit'
import { useCommand } from '../../api/command'
import { ReasonForm } from './ReasonForm'

export function CancelForm({ visit, onClose }: { visit: Visit; onClose: () => void }) {
  const cancel = useCommand(['visit', 'cancel'], { onDone: onClose })
  return (
    <ReasonForm
      id='visit-cancel' label='为什么取消' hint='对方会看到' missing='写一句，让对方知道' button='取消这次走访' maxLength={200} command={cancel}
      onSend={(reason) => cancel.send({ committeeId: visit.committeeId, visitId: visit.id, reason }, '取消走访')} onClose={onClose}
    />
  )
}
