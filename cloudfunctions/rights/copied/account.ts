/** Of one's own copy: who one is here, by what one is known again, and which posts one holds. */
import type { RightsCopy } from '../../../contract/rightsCopy'
import type { Id } from '../../../contract/values'
import type { Tx } from '../../database/connection'
import { sql } from '../../database/sql'

export async function copyAccount(tx: Tx, me: Id): Promise<Pick<RightsCopy, 'name' | 'since' | 'signIns' | 'sessions' | 'posts'>> {
  const [account, { own }, posts] = await Promise.all([
    tx.one(sql<Pick<RightsCopy, 'name' | 'since'>>`select name, made_at as since from account where id = ${me}`),
    tx.one(sql<{ own: Pick<RightsCopy, 'signIns' | 'sessions'> }>`select app.own_sign_ins() as own`),
    tx.run(sql<RightsCopy['posts'][number]>`
      select c.name as committee, p.kind, b.name as block, p.since, p.until from post p join committee c on c.id = p.committee_id left join block b on b.committee_id = p.committee_id and b.id = p.block_id
      where p.account_id = ${me} order by p.since, p.id`),
  ])
  return { ...account, ...own, posts }
}
