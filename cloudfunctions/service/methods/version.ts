import type { Method } from '../../runtime/request'
import { getVersion } from '../edited'
import { differencesOf } from '../rules/differences'
import { mustWrite } from '../view'

export const version: Method<'service', 'version'> = async (request, { number, ...ref }) => {
  mustWrite(request, ref.committeeId)
  const { version: found, before } = await getVersion(request.tx, ref, number)
  return { version: found, before: before?.number ?? null, differences: before ? differencesOf(before.content, found.content) : [] }
}
