import type { Method } from '../../runtime/request'
import { collectCopy } from '../copy'

export const copy: Method<'rights', 'copy'> = async ({ tx, person, now }) => ({ madeAt: now, ...(await collectCopy(tx, person)) })
