import type { Archive } from '../../../contract/archive'
import { useCommand } from '../../api/command'
import { WholeForm, wholePlace } from './WholeForm'

/** Everybody has moved out: what follows is said before, for it ends memberships. */
export function MoveOutForm({ archive, onDone, onCancel }: { archive: Archive; onDone: (otherId: string) => void; onCancel: () => void }) {
  const moveOut = useCommand(['household', 'moveOut'], { onDone: ({ otherId }) => onDone(otherId) })
  const open = archive.demands.length
  return (
    <WholeForm
      title='全家搬走了' danger act='记下搬走了' sent={moveOut} onCancel={onCancel}
      follows={`档案马上收起来，三十天后隐去名字和内容。他们在小程序里不再是这一户${open > 0 ? `，在办的 ${open} 件照样答复` : ''}。这个门空出来，新来的人用新的入户码。三十天里可以改回来。`}
      onSend={(reason) => moveOut.send({ ...wholePlace(archive), ...reason }, `${archive.label} 搬走`)}
    />
  )
}
