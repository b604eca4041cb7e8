/**
 * What the timer does with queued notices: claim and commit → send outside any transaction → settle. Safe when two runs meet, and when one
 * ends in the middle: of what it held, each message was asked for at most once, and nobody asks again.
 */
import { withConnection, type Tx } from '../database/connection'
import type { Surroundings } from '../runtime/surroundings'
import type { SubscriptionMessage } from '../runtime/wechat'
import { claimDue, giveUpSilent, keepDue, settleNotice, type ClaimedNotice } from './outbox'
import { ownTemplates, templateWords } from './rules/leaving'
import { settledBy, type Delivery } from './rules/settling'

/** Messages on their way at the same time: as many as the end of a run may leave unknown. */
const abreast = 10
/** Notices kept in one statement. */
const atOnce = 500

function asTimer<T>({ pool }: Surroundings, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withConnection(pool, async (tx) => {
    const [, done] = await Promise.all([tx.send('begin; set local role zx_jobs'), work(tx)])
    await tx.send('commit')
    return done
  })
}

/** The page a tap opens: one's own matter, or where one who serves finds what the message is about. */
function pageOf({ template, subject, committeeId, subjectId }: ClaimedNotice): string {
  const demand = `demand/index?committeeId=${committeeId}&demandId=${subjectId}`
  if (ownTemplates.includes(template)) return `resident/${demand}`
  if (subject === 'demand') return `leader/${demand}`
  return subject === 'joinRequest' ? 'leader/join-requests/index' : 'leader/inbox/index'
}

/** The words are fixed and name nobody: they say that there is something to read, and of which number. */
function messageOf(notice: ClaimedNotice, { templates }: Surroundings): SubscriptionMessage {
  const { id, openid, template, number } = notice
  const { id: templateId, words = 'thing1', number: numberField } = templates[template]!
  return {
    noticeId: id,
    openid,
    templateId,
    page: pageOf(notice),
    data: { [words]: { value: templateWords[template] }, ...(numberField && number ? { [numberField]: { value: number } } : {}) },
  }
}

async function deliver(notice: ClaimedNotice, claim: string, surroundings: Surroundings): Promise<Delivery> {
  // Whatever goes wrong on the way, the message may have been taken.
  const delivery = await surroundings.wechat.send(messageOf(notice, surroundings)).catch((): Delivery => 'unknown')
  if (delivery === 'refused') surroundings.log({ event: 'messageRefused', template: notice.template })
  await asTimer(surroundings, (tx) => settleNotice(tx, notice, { claim, now: surroundings.now(), ...settledBy(delivery, notice, surroundings.now()) }))
  return delivery
}

/** Sends all that is due. @returns how many were settled, put off or given up */
export async function deliverDue(surroundings: Surroundings): Promise<number> {
  const { templates, wechat } = surroundings
  const claim = surroundings.newId()
  let all = await asTimer(surroundings, (tx) => giveUpSilent(tx, surroundings.now()))
  for (;;) {
    const kept = await asTimer(surroundings, (tx) => keepDue(tx, { now: surroundings.now(), templates: wechat.live ? templates : {}, limit: atOnce }))
    all += kept
    if (kept < atOnce) break
  }
  for (;;) {
    const { sending, kept } = wechat.live ? await asTimer(surroundings, (tx) => claimDue(tx, { now: surroundings.now(), claim, templates, limit: abreast })) : { sending: [], kept: 0 }
    all += sending.length + kept
    if (sending.length + kept === 0) return all
    const ends = await Promise.allSettled(sending.map((notice) => deliver(notice, claim, surroundings)))
    for (const end of ends) if (end.status === 'rejected') throw end.reason
    // A platform that wants fewer calls gets none for the rest of this run.
    if (ends.some((end) => end.status === 'fulfilled' && end.value === 'limited')) return all
  }
}
