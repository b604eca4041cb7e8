/** Who may do what to whose photos: by both walls, and by row security alone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contract } from '../../contract/router'
import { checkDue } from '../../cloudfunctions/photo/checkDue'
import { drawDue } from '../../cloudfunctions/photo/drawDue'
import { absent, names, openCommunity, chunshen, type Community, type Path } from '../fixtures/community'
import { jpeg, pieceOf, saidWithPhoto, sendPhoto, sha256, type Said } from '../fixtures/pictures'
import { line, outcomeOf, readTable, type Cell } from './table'

/**
 * loose is zhou's, half sent, with no words yet; zhou's and zhang's are with what they said, in 3块 and 2块, drawn and not checked; wangs is with
 * wang's reply to zhou; note is chen's, with an internal note; shen's lies in 梅园; absent is nobody's. The key with which zhou spoke opens
 * nothing to others.
 */
const photos = readTable(`
  method        whose   zhou zheng zhang lin xu wang li  chen tang shen zhu qin visitor
  begin         own     ok   ok    ok    ok  ok ok   ok  ok   ok   ok   ok  ok  in
  begin         absent  -    -     -     -   -  -    -   -    -    -    -   -   in
  put           loose   ok   -     -     -   -  -    -   -    -    -    -   -   in
  put           zhou    ok   -     -     -   -  -    -   -    -    -    -   -   in
  put           shen    -    -     -     -   -  -    -   -    -    ok   -   -   in
  put           absent  -    -     -     -   -  -    -   -    -    -    -   -   in
  status        loose   ok   -     -     -   -  -    -   -    -    -    -   -   in
  status        zhou    ok   -     -     -   -  -    -   -    -    -    -   -   in
  status        wangs   -    -     -     -   -  ok   -   -    -    -    -   -   in
  status        shen    -    -     -     -   -  -    -   -    -    ok   -   -   in
  status        absent  -    -     -     -   -  -    -   -    -    -    -   -   in
  attach        loose   ok   -     -     -   -  -    -   -    -    -    -   -   in
  attach        shen    -    -     -     -   -  -    -   -    -    -    -   -   in
  attach        absent  -    -     -     -   -  -    -   -    -    -    -   -   in
  listOfDemand  zhou    ok   -     -     -   -  ok   -   ok   ok   -    -   -   in
  listOfDemand  zhang   -    -     ok    -   -  -    ok  ok   ok   -    -   -   in
  listOfDemand  shen    -    -     -     -   -  -    -   -    -    ok   ok  ok  in
  listOfDemand  absent  -    -     -     -   -  -    -   -    -    -    -   -   in
  links         zhou    ok   -     -     -   -  ok   -   ok   ok   -    -   -   in
  links         zhang   -    -     ok    -   -  -    ok  ok   ok   -    -   -   in
  links         wangs   ok   -     -     -   -  ok   -   ok   ok   -    -   -   in
  links         note    -    -     -     -   -  ok   -   ok   ok   -    -   -   in
  links         loose   -    -     -     -   -  -    -   -    -    -    -   -   in
  links         shen    -    -     -     -   -  -    -   -    -    ok   ok  ok  in
  links         absent  -    -     -     -   -  -    -   -    -    -    -   -   in
  decide        zhou    no   -     -     -   -  ok   -   ok   ok   -    -   -   in
  decide        zhang   -    -     no    -   -  -    ok  ok   ok   -    -   -   in
  decide        wangs   -    -     -     -   -  no   -   ok   ok   -    -   -   in
  decide        note    -    -     -     -   -  ok   -   no   ok   -    -   -   in
  decide        shen    -    -     -     -   -  -    -   -    -    no   ok  ok  in
  decide        absent  -    -     -     -   -  -    -   -    -    -    -   -   in
  listWaiting   zhou    -    -     -     -   -  -    -   ok   ok   -    -   -   in
  listWaiting   shen    -    -     -     -   -  -    -   -    -    -    -   ok  in
  listWaiting   absent  -    -     -     -   -  -    -   -    -    -    -   -   in
`)

let community: Community
const things: Record<string, Said> = {}
/** zhou's words, to which a photo may be put. */
const saidWith = '0199aaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa'
const half = jpeg({ noise: true })

beforeAll(async () => {
  community = await openCommunity()
  const { committeeId } = chunshen
  for (const name of ['zhou', 'zhang', 'shen'] as const) things[name] = await saidWithPhoto(community, name)
  things.wangs = await saidWithPhoto(community, 'wang', things.zhou)
  const { id: demandId } = await community.as('zhou').demand.file({ committeeId, kind: 'request', text: '窗关不上', place: '', urgency: 'ordinary', visibility: 'committee' }, { key: saidWith })
  things.loose = { committeeId, demandId, entryId: null, photoId: (await sendPhoto(community, 'zhou', half, { pieces: 1 })).photoId }
  const noteKey = '0199aaaa-aaaa-4aaa-8aaa-bbbbbbbbbbbb'
  await community.as('chen').demand.note({ committeeId, demandId: things.zhou!.demandId, text: '单号 0457。' }, { key: noteKey })
  const { photoId } = await sendPhoto(community, 'chen', jpeg())
  things.note = { ...things.zhou!, ...(await community.as('chen').photo.attach({ committeeId, saidWith: noteKey, photoIds: [photoId] })), photoId }
  things.absent = { committeeId, demandId: absent, entryId: null, photoId: absent }
  await drawDue(community.surroundings)
  await checkDue(community.surroundings)
})
afterAll(() => community.close())

function inputOf({ method, thing, name }: Cell): Record<string, unknown> {
  if (method === 'begin') return { committeeId: thing === 'absent' ? absent : (name === 'shen' ? things.shen! : things.zhou!).committeeId, bytes: 4000, sha256: sha256(Buffer.from(name)) }
  const { committeeId, demandId, photoId } = things[thing]!
  const inputs: Record<string, Record<string, unknown>> = {
    put: { photoId, offset: half.length, base64: pieceOf(half, 0) },
    status: { photoId },
    attach: { saidWith, photoIds: [photoId] },
    listOfDemand: { demandId },
    links: { demandId, photoIds: [photoId] },
    decide: { demandId, photoId, decision: 'release', reason: '' },
  }
  if (method === 'listWaiting') return { committeeId: thing === 'absent' ? absent : committeeId }
  return { committeeId, ...inputs[method] }
}

/** Everything that one might have done to a photo. */
const look = () => community.rows(`select id, demand_id, received, fault, verdict, verdict_by from photo where by_id <> $1 or demand_id is not null order by id`, [absent])

async function outcomes(walls: Community, cells: Cell[], { undo = true } = {}): Promise<string[]> {
  const seen: string[] = []
  for (const cell of cells) {
    seen.push(line(cell, outcomeOf(await walls.answerOf(cell.name, `photo/${cell.method}` as Path, inputOf(cell)))))
    if (undo) {
      await community.rows('update photo set verdict = null, verdict_by = null, verdict_at = null where verdict is not null')
      await community.rows('update photo set demand_id = null, entry_id = null, attached_at = null where id = $1', [things.loose!.photoId])
    }
  }
  return seen
}

test('every method of the contract has its lines', () => {
  expect([...new Set(photos.map(({ method }) => method))].sort()).toEqual(Object.keys(contract.photo).sort())
})

test('each person may do what the table says', async () => {
  expect(await outcomes(community, photos)).toEqual(photos.map((cell) => line(cell, cell.expected)))
})

test('what is refused changes nothing', async () => {
  const cells = photos.filter(({ expected, method }) => expected !== 'ok' && method !== 'begin')
  const before = await look()
  await outcomes(community, cells, { undo: false })
  expect(await look()).toEqual(before)
})

test('row security alone stops everybody for whom it does not exist', async () => {
  const alone = community.withoutFirstWall()
  // That a photo is one's own, and which words are one's own, is asked of row security too; only who may see a photo may ask how far it is.
  const cells = photos.filter(({ expected, method }) => (expected === 'NotFound' || expected === 'NotSignedIn') && method !== 'status' && method !== 'put' && method !== 'listWaiting')
  const before = await look()
  expect(await outcomes(alone, cells, { undo: false })).toEqual(cells.map((cell) => line(cell, cell.expected)))
  expect(await look()).toEqual(before)
})

test('row security alone: nobody sends a piece of another’s photo, nor learns of one with a demand they cannot see', async () => {
  const alone = community.withoutFirstWall()
  const before = await look()
  const wrong: string[] = []
  for (const cell of photos.filter(({ expected, method }) => expected === 'NotFound' && (method === 'put' || method === 'status'))) {
    const answer = await alone.answerOf(cell.name, `photo/${cell.method}` as Path, { ...inputOf(cell), ...(cell.method === 'put' && { offset: 0 }) })
    const sees = photos.some(({ method, thing, name, expected }) => method === 'links' && thing === cell.thing && name === cell.name && expected === 'ok')
    if (answer.ok && !sees) wrong.push(line(cell, 'ok'))
  }
  expect(wrong).toEqual([])
  expect(await look()).toEqual(before)
})

test('row security alone: the list of what waits holds no photo of a demand one cannot see', async () => {
  const alone = community.withoutFirstWall()
  await community.rows('update photo set open = true, attached_at = attached_at - interval \'1 hour\' where demand_id is not null')
  const shown = new Set<string>()
  for (const name of names) {
    for (const committeeId of [things.zhou!.committeeId, things.shen!.committeeId]) {
      const answer = await alone.answerOf(name, 'photo/listWaiting', { committeeId })
      const items = answer.ok ? (answer.output as { items: { id: string }[] }).items : []
      for (const [thing] of Object.entries(things).filter(([, { photoId }]) => items.some(({ id }) => id === photoId))) {
        const sees = photos.some((cell) => cell.method === 'links' && cell.thing === thing && cell.name === name && cell.expected === 'ok')
        expect([name, thing, sees]).toEqual([name, thing, true])
        shown.add(`${name} ${thing}`)
      }
    }
  }
  expect([...shown].sort()).toEqual(['chen wangs', 'chen zhang', 'chen zhou', 'li zhang', 'qin shen', 'tang note', 'tang wangs', 'tang zhang', 'tang zhou', 'wang note', 'wang zhou', 'zhu shen'])
})

test('row security alone lets those pass whom it concerns', async () => {
  const cells = photos.filter(({ expected }) => expected === 'ok')
  expect(await outcomes(community.withoutFirstWall(), cells)).toEqual(cells.map((cell) => line(cell, 'ok')))
})

test('row security alone: nobody releases one’s own', async () => {
  const alone = community.withoutFirstWall()
  for (const cell of photos.filter(({ method, expected }) => method === 'decide' && expected === 'NotAllowed')) await alone.answerOf(cell.name, 'photo/decide', inputOf(cell))
  expect(await community.rows('select verdict from photo where verdict is not null')).toEqual([])
  community.logged.length = 0
})
