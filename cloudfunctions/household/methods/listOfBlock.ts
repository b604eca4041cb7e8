import * as z from 'zod/mini'
import { Id } from '../../../contract/values'
import { cutPage, placeOf } from '../../runtime/cursor'
import type { Method } from '../../runtime/request'
import { countOfBlocks, listOfBlocks } from '../store'

const pageSize = 30
const Place = z.tuple([z.int32(), Id])

export const listOfBlock: Method<'household', 'listOfBlock'> = async ({ tx, person }, { search, cursor }) => {
  const blockIds = person.posts.flatMap((post) => (post.blockId === null ? [] : [post.blockId]))
  const [found, counts] = await Promise.all([
    listOfBlocks(tx, { blockIds, search, after: placeOf(Place, cursor), limit: pageSize }),
    countOfBlocks(tx, blockIds, search),
  ])
  const { rows, next } = cutPage(found, pageSize, (row) => [row.seq, row.id])
  return { items: rows, next, ...counts }
}
