/** All that the timer does, each by itself: what fails is logged and tried again at the next turn, and stops none of the others. */
import { watchDue } from '../demand/watchDue'
import { moveMissed } from '../meeting/moveMissed'
import { leaveDue } from '../organization/leaveDue'
import { deliverDue } from '../notice/deliverDue'
import { checkDue } from '../photo/checkDue'
import { drawDue } from '../photo/drawDue'
import { expirePhotos } from '../photo/expirePhotos'
import { makeDigests } from '../notice/makeDigests'
import { remindLate } from '../rights/remindLate'
import { publishDue } from '../service/publishDue'
import { visitDue } from '../visit/visitDue'
import { expire } from './expire'
import { retention } from './retention'
import { logFault } from './fault'
import type { Surroundings } from './surroundings'

/** In this order: what one finds to tell is sent in the same turn. */
const jobs: Record<string, (surroundings: Surroundings) => Promise<unknown>> = {
  leave: leaveDue,
  watch: watchDue,
  meetings: moveMissed,
  rights: remindLate,
  visits: visitDue,
  publish: publishDue,
  digest: makeDigests,
  deliver: deliverDue,
  drawPhotos: drawDue,
  checkPhotos: checkDue,
  expirePhotos,
  retention,
  expire,
}

/** One turn. Safe when two run at once. @returns what each did, and the ids of logged faults */
export async function turn(surroundings: Surroundings): Promise<{ done: Record<string, unknown>; faults: string[] }> {
  const done: Record<string, unknown> = {}
  const faults: string[] = []
  for (const [name, job] of Object.entries(jobs)) {
    try {
      done[name] = await job(surroundings)
    } catch (error) {
      faults.push(logFault(surroundings, `jobs/${name}`, error))
    }
  }
  return { done, faults }
}
