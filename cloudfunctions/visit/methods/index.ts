import { visit as promises } from '../../../contract/whole/visit'
import type { Methods } from '../../runtime/request'
import { accept } from './accept'
import { answerConsent } from './answerConsent'
import { ask } from './ask'
import { askConsent } from './askConsent'
import { brief } from './brief'
import { cancel } from './cancel'
import { confirm } from './confirm'
import { correct } from './correct'
import { door } from './door'
import { endHomeVisit } from './endHomeVisit'
import { get } from './get'
import { help } from './help'
import { hold } from './hold'
import { invite } from './invite'
import { listHosted } from './listHosted'
import { listMine } from './listMine'
import { move } from './move'
import { mySlots } from './mySlots'
import { note } from './note'
import { propose } from './propose'
import { publishSlots } from './publishSlots'
import { say } from './say'
import { sendToDoor } from './sendToDoor'
import { slots } from './slots'
import { summarise } from './summarise'
import { withdrawSlot } from './withdrawSlot'

export { promises }
export const methods: Methods<'visit'> = {
  accept, answerConsent, ask, askConsent, brief, cancel, confirm, correct, door, endHomeVisit, get, help, hold, invite, listHosted, listMine, move,
  mySlots, note, propose, publishSlots, say, sendToDoor, slots, summarise, withdrawSlot,
}
