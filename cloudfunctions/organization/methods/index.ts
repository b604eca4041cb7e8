import { organization as promises } from '../../../contract/organization'
import type { Methods } from '../../runtime/request'
import { appoint } from './appoint'
import { blocks } from './blocks'
import { buildings } from './buildings'
import { cancelLeave } from './cancelLeave'
import { committees } from './committees'
import { endPost } from './endPost'
import { foreseeDay } from './foreseeDay'
import { listCalendar } from './listCalendar'
import { listDuty } from './listDuty'
import { listLeave } from './listLeave'
import { listSettings } from './listSettings'
import { mergeBlocks } from './mergeBlocks'
import { removeClosingDay } from './removeClosingDay'
import { roster } from './roster'
import { serving } from './serving'
import { setClosingDay } from './setClosingDay'
import { setDuty } from './setDuty'
import { setLadder } from './setLadder'
import { splitBlock } from './splitBlock'
import { takeLeave } from './takeLeave'

export { promises }
export const methods: Methods<'organization'> = {
  appoint, blocks, buildings, cancelLeave, committees, endPost, foreseeDay, listCalendar, listDuty, listLeave, listSettings, mergeBlocks,
  removeClosingDay, roster, serving, setClosingDay, setDuty, setLadder, splitBlock, takeLeave,
}
