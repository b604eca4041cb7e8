/** Photos nobody needs: attached to nothing for a day, or rejected; and those that never arrived. */
import { sql } from '../database/sql'
import type { Id } from '../../contract/values'
import type { Surroundings } from '../runtime/surroundings'
import { asJobs } from './drawDue'

const batch = 50

interface Unwanted { committeeId: Id; id: Id; refs: string[] }

export async function expirePhotos(surroundings: Surroundings): Promise<void> {
  const now = surroundings.now()
  await asJobs(surroundings, async (tx) => {
    // The phone keeps a photo for three days; after four nobody will send the rest.
    await tx.run(sql`update photo set fault = 'lost' where state = 'uploading' and demand_id is not null and attached_at < ${now}::timestamptz - interval '4 days'`)
    const [loose, rejected] = await Promise.all([
      tx.run(sql<Unwanted>`
        select committee_id as "committeeId", id, array_remove(array[full_ref, thumb_ref], null) as refs from photo
        where demand_id is null and made_at < ${now}::timestamptz - interval '24 hours' order by made_at limit ${batch} for update skip locked`),
      // The row stays, so that its author reads why.
      tx.run(sql<Unwanted>`
        select committee_id as "committeeId", id, array[full_ref, thumb_ref] as refs from photo
        where state = 'rejected' and full_ref is not null order by id limit ${batch} for update skip locked`),
    ])
    const refs = [...loose, ...rejected].flatMap((photo) => photo.refs)
    // Files first: what fails here is tried again, what fails after it finds them gone.
    if (refs.length > 0) await surroundings.files.remove(refs)
    const those = (photos: Unwanted[]) => sql`select * from unnest(${photos.map((photo) => photo.committeeId)}::uuid[], ${photos.map(({ id }) => id)}::uuid[])`
    await Promise.all([
      tx.run(sql`delete from photo_piece c using photo p where p.committee_id = c.committee_id and p.id = c.photo_id and p.state = 'rejected'`),
      tx.run(sql`update photo set full_ref = null, thumb_ref = null where (committee_id, id) in (${those(rejected)})`),
      tx.run(sql`delete from photo where (committee_id, id) in (${those(loose)})`),
    ])
  })
}
