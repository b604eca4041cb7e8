/** How the words of what was published sound, so that `jzz` finds 居住证. By the timer: the dictionary is far too large for the function that answers people. */
import { withConnection } from '../database/connection'
import { sql } from '../database/sql'
import type { Surroundings } from '../runtime/surroundings'
import type { ItemRef } from './edited'

const most = 50

/** Of what hung out within the last day and whose words for search still stand alone. Safe when two run at once: both write the same. @returns how many were given sounds */
export async function soundDue(surroundings: Surroundings): Promise<number> {
  const since = new Date(Date.parse(surroundings.now()) - 86_400_000).toISOString()
  return withConnection(surroundings.pool, async (tx) => {
    await tx.send('begin; set local role zx_jobs')
    const plain = await tx.run(sql<ItemRef & { title: string; keywords: string[]; search: string }>`
      select i.committee_id as "committeeId", i.slug, i.title, i.search, v.content -> 'keywords' as keywords
      from service_item i join service_version v on v.committee_id = i.committee_id and v.slug = i.slug and v.number = i.version
      where i.state = 'published' and i.published_at > ${since}
        and i.search = left(lower(array_to_string(i.title || array(select jsonb_array_elements_text(v.content -> 'keywords')), ' ')), 200)
      order by i.published_at limit ${most}`)
    let sounded = 0
    if (plain.length > 0) {
      const { searchText } = await import('../database/seed/pinyin')
      for (const { committeeId, slug, title, keywords, search } of plain) {
        const text = searchText(title, keywords)
        // Nothing of it has a sound of its own: WiFi.
        if (text === search) continue
        await tx.run(sql`update service_item set search = ${text} where committee_id = ${committeeId} and slug = ${slug} and search = ${search}`)
        sounded += 1
      }
    }
    await tx.send('commit')
    return sounded
  })
}
