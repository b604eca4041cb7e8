import { useState } from 'react'
import type { Relation } from '../../../contract/household'
import { useCommand } from '../../api/command'
import { useRead } from '../../api/read'
import { fieldWrong } from './wording'

export interface JoinDraft {
  committeeId: string | null
  buildingId: string | null
  room: string
  name: string
  relation: Relation | null
  message: string
}

export type JoinWrong = Partial<Record<'committeeId' | 'buildingId' | 'room' | 'name' | 'relation', string>>

export function useJoinForm(opening: string | undefined) {
  const [draft, setDraft] = useState<JoinDraft>({ committeeId: opening ?? null, buildingId: null, room: '', name: '', relation: null, message: '' })
  const [wrong, setWrong] = useState<JoinWrong>({})
  const committees = useRead(['organization', 'committees'], {})
  const buildings = useRead(['organization', 'buildings'], { committeeId: draft.committeeId ?? '' }, { enabled: draft.committeeId !== null })
  const command = useCommand(['household', 'askToJoin'])

  const change = (part: Partial<JoinDraft>) => {
    setDraft({ ...draft, ...part })
    setWrong({})
  }
  const send = () => {
    const found = missingIn(draft)
    setWrong(found)
    const { committeeId, buildingId, relation } = draft
    if (Object.keys(found).length > 0 || !committeeId || !buildingId || !relation) return
    command.send({ committeeId, buildingId, relation, room: draft.room.trim(), name: draft.name.trim(), message: draft.message.trim() }, '入户申请')
  }
  return { draft, change, wrong, committees, buildings, command, send }
}

export type JoinFormState = ReturnType<typeof useJoinForm>

/** What is still missing, in words beside the field. */
export function missingIn({ committeeId, buildingId, room, name, relation }: JoinDraft): JoinWrong {
  return {
    ...(!committeeId && { committeeId: fieldWrong.committee }),
    ...(!buildingId && { buildingId: fieldWrong.building }),
    ...(room.trim() === '' && { room: fieldWrong.room }),
    ...(name.trim() === '' && { name: fieldWrong.name }),
    ...(!relation && { relation: fieldWrong.relation }),
  }
}
