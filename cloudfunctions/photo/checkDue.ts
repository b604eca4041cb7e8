/** Asks the platform to look at new pictures, and hears what it says. Until then, and while it is down, they wait as pending. */
import { sql } from '../database/sql'
import type { Id } from '../../contract/values'
import type { Surroundings } from '../runtime/surroundings'
import type { Asked } from '../runtime/imageCheck'
import { asJobs } from './drawDue'

const batch = 20
/** After this many tries somebody who serves has to look. */
const mostAttempts = 10
const longestPause = 60

interface Unchecked { committeeId: Id; id: Id; byId: Id; fullRef: string; attempts: number; openid: string | null }

/** @returns how many were asked about */
export async function checkDue(surroundings: Surroundings): Promise<number> {
  const { imageCheck } = surroundings
  if (!imageCheck) return 0
  const now = surroundings.now()
  return asJobs(surroundings, async (tx) => {
    const due = await tx.run(sql<Unchecked>`
      select p.committee_id as "committeeId", p.id, p.by_id as "byId", p.full_ref as "fullRef", p.attempts,
        (select i.subject from identity i where i.account_id = p.by_id and i.kind = 'weapp' limit 1) as openid
      from photo p where p.state = 'pending' and p.platform is null and p.next_at <= ${now} order by p.next_at, p.id limit ${batch} for update of p skip locked`)
    for (const photo of due) {
      const asked = await askAbout(photo)
      const retry = asked === 'retry' && photo.attempts + 1 < mostAttempts
      const [platform, trace] = typeof asked === 'object' ? ['asked', asked.trace] : [retry ? null : 'review', null]
      const pause = retry ? Math.min(longestPause, 2 ** photo.attempts) : 0
      await tx.run(sql`update photo set platform = ${platform}, trace = ${trace}, attempts = attempts + 1, next_at = ${now}::timestamptz + make_interval(mins => ${pause})
        where committee_id = ${photo.committeeId} and id = ${photo.id}`)
    }
    return due.length
  })

  async function askAbout({ openid, fullRef, byId }: Unchecked): Promise<Asked> {
    // The platform looks only at what people of WeChat send; the rest is for those who serve.
    if (openid === null) return 'refused'
    try {
      const [url] = await surroundings.files.links([fullRef], { reader: byId, now })
      return url ? await imageCheck!.ask({ openid, url }) : 'retry'
    } catch {
      return 'retry'
    }
  }
}

/**
 * The platform's word on one picture. Only a picture it was asked about listens, and the trace is known to it and to us alone.
 * @returns whether there was one
 */
export async function hearCheck(surroundings: Surroundings, said: { trace: string; suggest: 'pass' | 'review' | 'risky' }): Promise<boolean> {
  return asJobs(surroundings, async (tx) => {
    const heard = await tx.run(sql`
      update photo set platform = ${said.suggest}, fault = case when ${said.suggest} = 'risky' then 'unfit' else fault end where trace = ${said.trace} and platform = 'asked' returning id`)
    return heard.length > 0
  })
}
