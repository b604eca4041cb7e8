/** One version becomes what residents read, whole: by hand, or by the timer when its hour has come. */
import type { Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'
import type { ItemRef } from './edited'

/**
 * Replaces what hung out. The item must be locked, and the version say who decided. Words for search stand in it as they are: what they
 * sound like goes to the phone with the list.
 */
export function hangOut(tx: Tx, { committeeId, slug }: ItemRef, number: number, at: Instant): Promise<unknown> {
  return Promise.all([
    tx.run(sql`update service_version set state = 'replaced' where committee_id = ${committeeId} and slug = ${slug} and state = 'published'`),
    tx.run(sql`update service_version set state = 'published' where committee_id = ${committeeId} and slug = ${slug} and number = ${number}`),
    tx.run(sql`
      insert into service_item (committee_id, slug, seq, state, popular, signed_in_only, category, committee_role, title, summary, audience, materials, steps, place, hours, phone, fee, time_limit, basis,
        link_name, link_url, caution, search, as_of, source, confidence, verified_by, version, published_at, next_check)
      select v.committee_id, v.slug, (select coalesce(max(seq), 0) + 1 from service_item where committee_id = ${committeeId}), 'published', false, c."signedInOnly", c.category, c."committeeRole", c.title, c.summary, c.audience,
        c.materials, c.steps, c.place, c.hours, c.phone, c.fee, c."timeLimit", c.basis, c.link ->> 'name', c.link ->> 'url', c.caution, left(lower(array_to_string(c.title || c.keywords, ' ')), 200),
        c."asOf", c.source, c.confidence, (select s.name from staff s where s.committee_id = v.committee_id and s.account_id = v.decided_by), v.number, ${at}, coalesce(c."nextCheck", (c."asOf" + interval '12 months')::date)
      from service_version v, jsonb_to_record(v.content) as c (title text, summary text, category text, "committeeRole" text, audience text, materials text[], steps text[], place text, hours text, phone text, fee text,
        "timeLimit" text, basis text, link jsonb, caution text, keywords text[], "asOf" date, source text, confidence text, "nextCheck" date, "signedInOnly" boolean)
      where v.committee_id = ${committeeId} and v.slug = ${slug} and v.number = ${number}
      on conflict (committee_id, slug) do update set state = excluded.state, signed_in_only = excluded.signed_in_only, category = excluded.category, committee_role = excluded.committee_role, title = excluded.title,
        summary = excluded.summary, audience = excluded.audience, materials = excluded.materials, steps = excluded.steps, place = excluded.place, hours = excluded.hours, phone = excluded.phone, fee = excluded.fee,
        time_limit = excluded.time_limit, basis = excluded.basis, link_name = excluded.link_name, link_url = excluded.link_url, caution = excluded.caution,
        search = excluded.search,
        as_of = excluded.as_of, source = excluded.source, confidence = excluded.confidence, verified_by = excluded.verified_by, version = excluded.version, published_at = excluded.published_at, next_check = excluded.next_check`),
  ])
}
