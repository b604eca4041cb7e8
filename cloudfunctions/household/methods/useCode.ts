import { departAt } from '../../notice/rules/quiet'
import { newId, type Method } from '../../runtime/request'
import { mostTold, tryCode } from '../codes'

export const useCode: Method<'household', 'useCode'> = (request, { code, name, relation }) => {
  const { tx, now, surroundings } = request
  const noticeIds = Array.from({ length: mostTold }, () => newId(request))
  return tryCode(tx, surroundings.seals, { code, name, relation, now, residentId: newId(request), noticeIds, departAt: departAt(now, false) })
}
