/** Everything kept about one person (个人信息保护法 art. 45), as row security lets them read it, in one round trip. Each noun's part stands in `copied/`. */
import type { RightsCopy } from '../../contract/rightsCopy'
import type { Person } from '../account/rules/person'
import type { Tx } from '../database/connection'
import type { Seals } from '../runtime/seal'
import { copyAccount } from './copied/account'
import { copyDemands } from './copied/demands'
import { copyHome } from './copied/home'
import { copyTold } from './copied/told'
import { copyVisits } from './copied/visits'

export async function collectCopy(tx: Tx, seals: Seals, { accountId: me, name, households: homes }: Person): Promise<Omit<RightsCopy, 'madeAt'>> {
  const who = { me, name, homes }
  const [account, home, visits, demands, told] = await Promise.all([copyAccount(tx, me), copyHome(tx, seals, who), copyVisits(tx, who), copyDemands(tx, seals, who), copyTold(tx, me)])
  return { ...account, ...home, ...visits, demands, ...told }
}
