/** The first round of visits, half-way through: who lives without the app and wants somebody at the door was met there; who is cared for, this month again. */
import { momentOf, dayAfter, dayOf } from '../../organization/rules/calendar'
import type { Community } from './community'
import { chunshenli } from './places'
import { cast } from './people'
import { seeded, uuid7At } from './random'

const minutes = 20

export function firstRoundRows(community: Community, now: Date): object[] {
  const random = seeded(276)
  const today = dayOf(now.toISOString())
  const using = new Set(community.residents.filter(({ account_id }) => account_id !== null).map(({ household_id }) => household_id))
  const cared = new Set(community.cared.map(({ householdId }) => householdId))
  return community.households.filter((one) => !one.no_home_visits && !using.has(one.id)).flatMap((one, index) => {
    if (cared.has(one.id) ? index % 7 === 3 : random.chance(0.45)) return []
    // In the evening, a few days or some months ago.
    const startsAt = momentOf(dayAfter(today, -(cared.has(one.id) ? random.int(2, 26) : random.int(3, 240))), 18 * 60 + random.int(0, 11) * 10)
    const endsAt = new Date(Date.parse(startsAt) + minutes * 60_000).toISOString()
    const madeAt = new Date(Date.parse(startsAt) - 86_400_000).toISOString()
    return [{
      committee_id: chunshenli.committeeId, id: uuid7At(Date.parse(madeAt), random), household_id: one.id, block_id: one.block_id, mode: 'home', state: 'confirmed', purpose: cared.has(one.id) ? '去看看' : '首轮走访',
      asked_by: cast.heYu.id, invited: true, host_id: cast.heYu.id, who: '孙梅、何宇', minutes, starts_at: startsAt, ends_at: endsAt, offers: [], told: [], made_at: madeAt, last_at: endsAt, last_by: cast.heYu.id, held_at: endsAt,
    }]
  })
}
