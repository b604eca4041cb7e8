import type { Method } from '../../runtime/request'
import { collectCopy } from '../copy'

export const copy: Method<'rights', 'copy'> = async ({ tx, person, now, surroundings }) => ({ madeAt: now, ...(await collectCopy(tx, surroundings.seals, person)) })
