import { disclosure as promises } from '../../../contract/disclosure'
import type { Methods } from '../../runtime/request'
import { comment } from './comment'
import { correct } from './correct'
import { get } from './get'
import { list } from './list'
import { listEdited } from './listEdited'
import { listHeldComments } from './listHeldComments'
import { publish } from './publish'
import { rejectComment } from './rejectComment'
import { releaseComment } from './releaseComment'
import { save } from './save'
import { setBoardDate } from './setBoardDate'
import { withdraw } from './withdraw'

export { promises }
export const methods: Methods<'disclosure'> = { comment, correct, get, list, listEdited, listHeldComments, publish, rejectComment, releaseComment, save, setBoardDate, withdraw }
