import type { OpenMethod } from '../../runtime/request'
import { soundsOf, wordsOf } from '../rules/sounds'
import { listServices } from '../store'

export const list: OpenMethod<'service', 'list'> = async ({ tx }, { committeeId }) => {
  const items = (await listServices(tx, committeeId)).map(({ materials, ...line }) => ({ ...line, search: `${wordsOf(line.title, line.search)}\n${materials.join(' ')}` }))
  return { items, sounds: soundsOf(items.flatMap(({ title, summary, search }) => [title, summary, search])) }
}
