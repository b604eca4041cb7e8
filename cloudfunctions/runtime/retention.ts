/** What is kept no longer than docs/data-map.md says: notices a year, photos a year after the end of their matter, its words and names three, who took which list three. */
import type { Id } from '../../contract/values'
import { sql } from '../database/sql'
import { asJobs } from '../photo/drawDue'
import type { Surroundings } from './surroundings'

/** A turn of the timer takes this many of each; the rest waits a minute. */
const most = 50

/** @returns how many demands lost their words and names, how many photos are gone */
export async function retention(surroundings: Surroundings): Promise<{ demands: number; photos: number }> {
  const now = surroundings.now()
  return asJobs(surroundings, async (tx) => {
    const [photos, [forgotten]] = await Promise.all([
      tx.run(sql<{ id: Id; refs: string[] }>`select id, refs from app.photos_past(${now}, ${most})`),
      tx.run(sql<{ count: number }>`select app.forget_demands(${now}, ${most}) as count`),
      tx.run(sql`select app.expire_records(${now})`),
      tx.run(sql`select app.expire_exports(${now})`),
    ])
    const refs = photos.flatMap((photo) => photo.refs)
    // Files first: what fails here is tried again, what fails after it finds them gone.
    if (refs.length > 0) await surroundings.files.remove(refs)
    if (photos.length > 0) await tx.run(sql`select app.forget_photos(${photos.map(({ id }) => id)}::uuid[], ${now})`)
    return { demands: forgotten!.count, photos: photos.length }
  })
}
