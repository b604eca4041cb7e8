/** Photos with some of the demands, arrived a moment ago: the timer draws them anew as it does all others. */
import { createHash } from 'node:crypto'
import type { Id, Instant } from '../../../contract/values'
import { drawings, type Drawing } from './drawings'
import { later, type Entry, type Matter } from './matter'
import { seeded, uuid7At } from './random'

/** By what was said, with the words of the demand itself or with a later line. */
const given: { said: string; with?: string; drawing: Drawing }[] = [
  { said: '11号楼二楼楼道灯不亮', drawing: 'darkStairs' },
  { said: '11号楼二楼楼道灯不亮', with: '我今晚拿一个感应灯', drawing: 'litStairs' },
  { said: '14号楼一楼水管滴水', drawing: 'drippingPipe' },
  { said: '车棚的卷帘门卡在一半', drawing: 'bicycleShed' },
]

interface PhotoRow { committee_id: Id; id: Id; by_id: Id; demand_id: Id; entry_id: Id | null; bytes: number; received: number; sha256: string; made_at: Instant; attached_at: Instant; next_at: Instant; open: boolean; seq: number; attempts: number }

/** @returns the photos, and of each its one piece in hex */
export function photosOf(matters: readonly Matter[]): { photos: PhotoRow[]; pieces: { committee_id: Id; photo_id: Id; at: number; data: string }[] } {
  const random = seeded(20261122)
  const made = given.map(({ said, with: words, drawing }) => {
    const matter = matters.find(({ row }) => row.text.startsWith(said))
    const entry: Entry | undefined = words === undefined ? matter?.entries[0] : matter?.entries.find(({ text }) => text?.includes(words))
    if (!matter || !entry?.by_id) throw new Error(`nobody said “${words ?? said}”`)
    const { committee_id, id: demand_id, visibility } = matter.row
    const data = drawings[drawing]()
    const at = later(entry.at, 1)
    const photo: PhotoRow = {
      committee_id, id: uuid7At(Date.parse(at), random), by_id: entry.by_id, demand_id, entry_id: words === undefined ? null : entry.id, seq: 0, attempts: 0,
      bytes: data.length, received: data.length, sha256: createHash('sha256').update(data).digest('hex'), made_at: at, attached_at: at, next_at: at, open: visibility === 'neighbours',
    }
    return { photo, piece: { committee_id, photo_id: photo.id, at: 0, data: `\\x${data.toString('hex')}` } }
  })
  return { photos: made.map(({ photo }) => photo), pieces: made.map(({ piece }) => piece) }
}
