import type { OpenMethod } from '../../runtime/request'
import { listCategories } from '../store'

export const list: OpenMethod<'category', 'list'> = async ({ tx }) => ({ items: await listCategories(tx) })
