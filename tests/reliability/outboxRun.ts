/** Any number of notices through a faulty WeChat, by two timers at once whose runs die in the middle. */
import { randomUUID } from 'node:crypto'
import { deliverDue } from '../../cloudfunctions/notice/deliverDue'
import { queueNotices } from '../../cloudfunctions/notice/store'
import { withConnection } from '../../cloudfunctions/database/connection'
import type { Id } from '../../contract/values'
import type { TestDatabase } from '../databases'
import { accounts, openCommunity } from '../fixtures/community'
import { fileAs } from '../fixtures/scene'
import { FaultyWeChat, type Fate } from './faultyWeChat'

export interface OutboxFigures {
  events: number
  /** Neither sent, nor kept in the inbox, nor visibly unknown; or `sent` and never arrived. */
  missing: number
  /** Arrived more than once although not `unknown`. */
  doubled: number
  /** Arrived although the row says that they stayed in the inbox. */
  keptButArrived: number
  /** People to whom what was surely sent did not come in the order of its making. */
  outOfOrder: number
  /** Ledgers that do not add up, or ever went below nought. */
  wrongLedgers: number
  states: Record<string, number>
  unknown: { arrived: number; notArrived: number; arrivedTwice: number }
  fates: Record<Fate, number>
  runs: number
  diedRuns: number
}

const templates = { taken: { id: 'template-taken', number: 'character_string2' }, answered: { id: 'template-answered' }, rate: { id: 'template-rate' } }
const abouts = ['demandTaken', 'demandAnswered', 'demandAnswered', 'answerWaiting', 'demandReplied'] as const

/**
 * @param size `events`: how many notices; ten of them go to each person
 * @param database when there is no test run to give one
 */
export async function runOutbox({ events, seed = 1, database }: { events: number; seed?: number; database?: TestDatabase }): Promise<OutboxFigures> {
  const community = await openCommunity({ connections: 8, database, templates })
  try {
    const provider = new FaultyWeChat(seed)
    const matter = await fileAs(community, 'zhou')
    await deliverDue(community.surroundings)
    const people = Array.from({ length: Math.ceil(events / 10) }, () => randomUUID())
    await community.rows(`insert into account (id, name, made_at) select id, '居民', $2 from unnest($1::uuid[]) id`, [people, community.now()])
    await community.rows(`insert into identity (kind, subject, account_id, made_at) select 'weapp', 'openid-' || id, id, $2 from unnest($1::uuid[]) id`, [people, community.now()])
    // Enough for most of what comes, not for all of it.
    await community.rows(`insert into notice_credit (account_id, template, change, why, at) select id, t, 1, 'granted', $2 from unnest($1::uuid[]) id, unnest(array['taken', 'answered', 'rate']) t, generate_series(1, 3)`, [people, community.now()])

    let queued = 0
    const queueSome = async (count: number) => {
      const now = community.now()
      const notices = Array.from({ length: Math.min(count, events - queued) }, (_, n) => ({ id: community.surroundings.newId(), toId: people[(queued + n) % people.length]!, about: abouts[Math.floor((queued + n) / people.length) % abouts.length]!, fromName: null }))
      queued += notices.length
      await withConnection(community.pool, async (tx) => {
        await tx.send('begin; set local role zx_app')
        await tx.send(`select set_config('app.account', $1, true)`, [accounts.wang])
        await queueNotices(tx, { committeeId: matter.committeeId, subject: 'demand', subjectId: matter.demandId, title: '灯', at: now }, notices)
        await tx.send('commit')
      })
    }

    let runs = 0
    let diedRuns = 0
    const turn = async () => {
      const { wechat, died } = provider.run()
      runs += 1
      const end = await Promise.race([deliverDue({ ...community.surroundings, wechat }), died])
      if (end === 'died') diedRuns += 1
    }
    const open = async () => (await community.rows<{ count: number }>(`select count(*)::int as count from notice where subject_id = $1 and state in ('queued', 'sending') and about <> 'demandFiled'`, [matter.demandId]))[0]!.count
    const perTurn = Math.ceil(events / 25)
    for (let turns = 0; turns < 2_000; turns += 1) {
      await queueSome(perTurn)
      await Promise.all([turn(), turn()])
      community.later({ minutes: 1 })
      if (queued === events && (await open()) === 0) break
    }

    const rows = await community.rows<{ id: Id; to: Id; state: string }>(`select id, to_id as to, state from notice where subject_id = $1 and about <> 'demandFiled' order by at, id`, [matter.demandId])
    const taken = (id: Id) => provider.taken.get(id) ?? 0
    const surely = new Map<string, Id[]>()
    for (const row of rows) if (row.state === 'sent') surely.set(`openid-${row.to}`, [...(surely.get(`openid-${row.to}`) ?? []), row.id])
    const ledgers = await community.rows<{ wrong: boolean }>(`
      select bool_or(balance < 0) or sum(change) <> (array_agg(balance order by seq desc))[1] or count(*) <> max(seq) as wrong
      from notice_credit where account_id = any($1) group by account_id, template`, [people])
    // What reached a person or may have has cost one consent; what stayed has cost none, but where WeChat said that there was none.
    const cost = new Map((await community.rows<{ id: Id; cost: number }>(`
      select notice_id as id, -sum(change) filter (where why in ('spent', 'returned'))::int as cost from notice_credit where account_id = any($1) and notice_id is not null group by 1`, [people])).map((row) => [row.id, row.cost]))
    const keptAtCost = rows.filter(({ id, state }) => state === 'kept' && cost.get(id) === 1).length
    const wrongCosts = rows.filter(({ id, state }) => (state === 'kept' ? ![0, 1].includes(cost.get(id) ?? 0) : cost.get(id) !== 1)).length
    const unknown = rows.filter(({ state }) => state === 'unknown')
    const ofState = (state: string) => rows.filter((row) => row.state === state)
    return {
      events: rows.length,
      missing: events - ofState('sent').length - ofState('kept').length - unknown.length + ofState('sent').filter(({ id }) => taken(id) === 0).length,
      doubled: rows.filter(({ id, state }) => state !== 'unknown' && taken(id) > 1).length,
      keptButArrived: ofState('kept').filter(({ id }) => taken(id) > 0).length,
      outOfOrder: [...surely].filter(([openid, inOrder]) => (provider.arrived.get(openid) ?? []).filter((id) => inOrder.includes(id)).join() !== inOrder.join()).length,
      wrongLedgers: ledgers.filter(({ wrong }) => wrong).length + wrongCosts + Math.max(0, keptAtCost - provider.met.refuses),
      states: Object.fromEntries([...new Set(rows.map(({ state }) => state))].sort().map((state) => [state, ofState(state).length])),
      unknown: { arrived: unknown.filter(({ id }) => taken(id) === 1).length, notArrived: unknown.filter(({ id }) => taken(id) === 0).length, arrivedTwice: unknown.filter(({ id }) => taken(id) > 1).length },
      fates: provider.met,
      runs,
      diedRuns,
    }
  } finally {
    await community.close()
  }
}
