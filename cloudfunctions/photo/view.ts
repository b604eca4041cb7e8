/** A photo as one reader may see it. */
import type { Demand } from '../../contract/demand/demand'
import type { Photo, PhotoUpload } from '../../contract/photo'
import type { Id } from '../../contract/values'
import type { PhotoRow } from './store'

export function uploadOf({ id, received, state, fault }: PhotoRow): PhotoUpload {
  return { photoId: id, received, state, fault }
}

/**
 * The first wall: of the photos of a demand the reader sees, those with words the reader sees. What is not checked is for its author, for who
 * filed the demand and for who serves, and these are all who see a demand by this view; what is rejected is for its author alone.
 */
export function shownTo(me: Id, demand: Demand, rows: readonly PhotoRow[]): PhotoRow[] {
  const lines = new Set(demand.thread.map(({ id }) => id))
  return rows.filter((row) => row.byId === me || (row.state !== 'rejected' && (row.entryId === null || lines.has(row.entryId))))
}

/** Whether pictures of it may be shown at all. */
export function isDrawn(row: PhotoRow): row is PhotoRow & { fullRef: string; thumbRef: string } {
  return row.fullRef !== null && (row.state === 'pending' || row.state === 'ready')
}

export function photoOf(row: PhotoRow, reader: { me: Id; demand: Demand; thumb: string | null }): Photo {
  const mine = row.byId === reader.me
  return {
    id: row.id,
    entryId: row.entryId,
    state: row.state,
    fault: mine ? row.fault : null,
    reason: mine ? row.reason : null,
    mine,
    thumb: reader.thumb,
    mayDecide: !mine && reader.demand.reader === 'staff' && row.state === 'pending',
  }
}
