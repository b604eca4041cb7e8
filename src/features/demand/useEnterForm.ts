import { useEffect, useState } from 'react'
import type { Demand } from '../../../contract/demand/demand'
import { PhoneNumber, type HeardBy } from '../../../contract/demand/said'
import type { Door } from '../../../contract/household'
import { useCommand } from '../../api/command'
import { draftOf, forgetDraft, rememberDraft } from '../../api/drafts'
import { photosSaidWith } from '../../api/photos'
import { useRead } from '../../api/read'
import { useSettled } from '../../ui/useSettled'
import { themeSent, themeWrong } from './themes'
import type { Draft } from './useDemandForm'
import { wrongIn, type Wrong } from './wrongIn'

export interface EnterDraft extends Draft {
  channel: HeardBy
  /** As typed: `11-201`. */
  door: string
  home: Pick<Door, 'householdId' | 'label' | 'residents'> | null
  residentId: string | null
  name: string
  phone: string
  answerNow: string
}
export type EnterWrong = Wrong & { name?: string; phone?: string }

const blank: EnterDraft = {
  channel: 'phone', kind: 'request', text: '', place: '', urgency: 'ordinary', visibility: 'committee', door: '', home: null, residentId: null, name: '', phone: '', answerNow: '',
}

/** What somebody says on the phone, kept as it is typed and sent once; without a network it waits on this phone. */
export function useEnterForm(committeeId: string, onEntered: (demand: Demand) => void) {
  const draftName = `demand/enter/${committeeId}`
  const [draft, setDraft] = useState<EnterDraft>(() => ({ ...blank, ...draftOf<EnterDraft>(draftName) }))
  const [wrong, setWrong] = useState<EnterWrong>({})
  const categories = useRead(['category', 'list'], {}).data?.items ?? []
  const door = useSettled(draft.door.trim())
  const doors = useRead(['household', 'findDoors'], { committeeId, door }, { enabled: door !== '' && draft.home === null })
  const command = useCommand(['demand', 'enter'], { onDone: (demand) => { forgetDraft(draftName); onEntered(demand) } })

  // Once it waits in the queue it is kept there; the draft would be entered twice.
  useEffect(() => {
    if (command.state === 'waiting') forgetDraft(draftName)
  }, [command.state, draftName])

  const change = (part: Partial<EnterDraft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    setWrong({})
    rememberDraft(draftName, next)
  }
  const send = () => {
    const asked = themeWrong(draft, categories)
    const phone = draft.phone.trim()
    const found: EnterWrong = {
      ...wrongIn(draft),
      ...(Object.keys(asked).length > 0 && { asked }),
      ...(draft.name.trim() === '' && { name: '怎么称呼？写一个字也行' }),
      ...(phone !== '' && !PhoneNumber.safeParse(phone).success && { phone: '电话只写数字，五位以上' }),
    }
    setWrong(found)
    if (Object.keys(found).length > 0) return
    const { channel, kind, urgency, visibility } = draft
    const answerNow = draft.answerNow.trim()
    const key = command.send({
      committeeId, channel, kind, urgency, visibility, ...themeSent(draft), text: draft.text.trim(), place: draft.place.trim(),
      who: { householdId: draft.home?.householdId ?? null, residentId: draft.residentId, name: draft.name.trim(), phone: phone || null },
      ...(answerNow !== '' && { answerNow }),
    }, draft.text.trim().slice(0, 30))
    photosSaidWith(draftName, key)
  }
  const again = () => {
    forgetDraft(draftName)
    setDraft(blank)
    command.reset()
  }
  return { name: draftName, draft, change, wrong, categories, doors: draft.home ? [] : (doors.data?.items ?? []), residents: draft.home?.residents ?? [], looked: door !== '' && doors.data !== undefined, command, send, again }
}

export type EnterFormState = ReturnType<typeof useEnterForm>
