/** Photos from the phone to the store and back: whole or not at all, and nothing in them but the picture. */
import { randomBytes, randomUUID } from 'node:crypto'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { deflateSync } from 'node:zlib'
import { decode } from 'jpeg-js'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { mostPhotoBytes, photoPiece } from '../../contract/photo'
import type { Id } from '../../contract/values'
import { openPool } from '../../cloudfunctions/database/connection'
import { checkDue, hearCheck } from '../../cloudfunctions/photo/checkDue'
import { drawDue } from '../../cloudfunctions/photo/drawDue'
import { expirePhotos } from '../../cloudfunctions/photo/expirePhotos'
import type { Surroundings } from '../../cloudfunctions/runtime/surroundings'
import { headerOf } from '../../cloudfunctions/photo/rules/header'
import { accounts, chunshen, openCommunity, opening, type Community } from '../fixtures/community'
import { chunk, jpeg, pieceOf, png, pngHead, pngMagic, saidWithPhoto, segment, sendPhoto, sha256 } from '../fixtures/pictures'
import { fileAs, words } from '../fixtures/scene'

let community: Community
const { committeeId } = chunshen
beforeAll(async () => {
  community = await openCommunity({ connections: 6 })
  // Those of the demonstration.
  await community.rows('delete from photo')
})
afterAll(() => community.close())
afterEach(async () => {
  community.setClock(opening)
  await community.rows('delete from photo')
})

/** What a turn of the timer does with photos. */
async function workOnPhotos(around: Surroundings): Promise<void> {
  await drawDue(around)
  await checkDue(around)
  await expirePhotos(around)
}
const work = () => workOnPhotos(community.surroundings)
const stateOf = async (photoId: Id) => (await community.as('zhou').photo.status({ committeeId, photoId })).state
const fileOf = (photoId: Id, size: 'full' | 'thumb') => path.join(community.folder, committeeId, `${photoId}-${size}.jpg`)
const pieces = async () => (await community.rows<{ count: number }>('select count(*)::int as count from photo_piece'))[0]!.count

describe('what is kept of a photo', () => {
  test('is the picture: place, camera, comments and what hides behind it are gone', async () => {
    const original = Buffer.concat([jpeg({ gps: true }), Buffer.from('<script>alert(1)</script>PK\u0003\u0004')])
    for (const word of ['Exif', 'ZhouLanPhone', 'picture', '<script>']) expect(original.includes(word)).toBe(true)
    const { photoId } = await saidWithPhoto(community, 'zhou', undefined, original)
    await work()
    expect(await stateOf(photoId)).toBe('pending')
    for (const size of ['full', 'thumb'] as const) {
      const kept = fs.readFileSync(fileOf(photoId, size))
      for (const word of ['Exif', 'ZhouLanPhone', 'picture', '<script>', 'GPS']) expect([size, word, kept.includes(word)]).toEqual([size, word, false])
      // Besides JFIF's own, a JPEG keeps what it says of itself in APP1 to APP15 and comments.
      const said = [...kept.entries()].filter(([at, byte]) => byte === 0xff && ((kept[at + 1]! >= 0xe1 && kept[at + 1]! <= 0xef) || kept[at + 1] === 0xfe))
      expect([size, said]).toEqual([size, []])
    }
    expect(await pieces()).toBe(0)
    expect(fs.readdirSync(path.join(community.folder, committeeId)).filter((name) => name.includes(photoId)).sort()).toEqual([`${photoId}-full.jpg`, `${photoId}-thumb.jpg`])
  })

  test('is at most 1,600 px along the longer side, with a small one of 320', async () => {
    const { photoId } = await sendPhoto(community, 'zhou', jpeg({ width: 2000, height: 1000 }))
    await work()
    expect(headerOf(fs.readFileSync(fileOf(photoId, 'full')))!.size).toEqual({ width: 1600, height: 800 })
    expect(headerOf(fs.readFileSync(fileOf(photoId, 'thumb')))!.size).toEqual({ width: 320, height: 160 })
  })

  test.each([
    [1, 'left red'], [3, 'left blue'], [6, 'top red'], [8, 'top blue'],
  ])('stands upright when the camera was held as %i', async (orientation, expected) => {
    const { photoId } = await sendPhoto(community, 'zhou', jpeg({ width: 400, height: 300, orientation }))
    await work()
    const { width, height, data } = decode(fs.readFileSync(fileOf(photoId, 'full')))
    expect([width, height]).toEqual(orientation >= 5 ? [300, 400] : [400, 300])
    const red = (x: number, y: number) => data[(y * width + x) * 4]! > 128 && data[(y * width + x) * 4 + 2]! < 128
    const middle = [Math.floor(width / 2), Math.floor(height / 2)] as const
    const is: Record<string, boolean> = { 'left red': red(width >> 2, middle[1]), 'left blue': !red(width >> 2, middle[1]), 'top red': red(middle[0], height >> 2), 'top blue': !red(middle[0], height >> 2) }
    expect(is[expected]).toBe(true)
  })

  test('is a JPEG also of a screenshot, with the colours it had', async () => {
    const { photoId } = await sendPhoto(community, 'zhou', png({ width: 200, height: 100 }))
    await work()
    const kept = fs.readFileSync(fileOf(photoId, 'full'))
    expect(kept.includes('ZhouLan')).toBe(false)
    const { width, data } = decode(kept)
    const at = (x: number) => [...data.subarray((50 * width + x) * 4, (50 * width + x) * 4 + 3)].map((part) => Math.round(part / 30))
    expect([at(40), at(160)]).toEqual([[7, 1, 1], [1, 1, 7]])
  })
})

describe('what is no photo', () => {
  const first = (bytes: Buffer) => async () => {
    const { photoId } = await community.as('zhou').photo.begin({ committeeId, bytes: bytes.length, sha256: sha256(bytes) })
    return community.answerOf('zhou', 'photo/put', { committeeId, photoId, offset: 0, base64: pieceOf(bytes, 0) })
  }
  test.each([
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'NotAPhoto'],
    ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'NotAPhoto'],
    ['a program', Buffer.concat([Buffer.from('MZ'), randomBytes(200)]), 'NotAPhoto'],
    ['a GIF', Buffer.concat([Buffer.from('GIF89a'), randomBytes(60)]), 'NotAPhoto'],
    ['a page before a picture', Buffer.concat([Buffer.from('<html>'), jpeg()]), 'NotAPhoto'],
    ['a JPEG in name only', Buffer.from([0xff, 0xd8, 0xff, 0x3c, 0x68, 0x74, 0x6d, 0x6c]), 'NotAPhoto'],
    ['a JPEG with data and no frame', Buffer.from('ffd8ffda000c03010002110311003f00', 'hex'), 'NotAPhoto'],
    ['a PNG whose header is none', Buffer.concat([pngMagic, chunk('tEXt', randomBytes(40))]), 'NotAPhoto'],
    ['a PNG of 30,000 by 30,000', Buffer.concat([pngMagic, pngHead(30_000, 30_000), chunk('IDAT', deflateSync(Buffer.alloc(1000)))]), 'PhotoTooLarge'],
    ['a JPEG of 65,000 by 65,000', Buffer.from('ffd8ffc0000bfde8fde8010101110000', 'hex').fill('ffd8ffc0000b08fde8fde80101110000', 0, 'hex'), 'PhotoTooLarge'],
  ])('%s is refused with its first piece, and nothing of it is kept', async (_name, bytes, refusal) => {
    expect(await first(bytes)()).toMatchObject({ ok: false, refusal })
    expect(await pieces()).toBe(0)
  })

  test('nothing at all, and more than four megabytes, are refused before a byte comes', async () => {
    const begin = (bytes: number) => community.answerOf('zhou', 'photo/begin', { committeeId, bytes, sha256: '0'.repeat(64) })
    expect(await begin(0)).toMatchObject({ refusal: 'BadInput' })
    expect(await begin(mostPhotoBytes + 1)).toMatchObject({ refusal: 'PhotoTooLarge' })
    expect(await begin(mostPhotoBytes)).toMatchObject({ ok: true })
  })

  test.each([
    ['a JPEG cut off in the middle', () => jpeg({ noise: true }).subarray(0, 30_000)],
    ['a PNG cut off in the middle', () => png().subarray(0, 300)],
    ['a PNG that unpacks to more than its header says', () => Buffer.concat([pngMagic, pngHead(10, 10), chunk('IDAT', deflateSync(Buffer.alloc(50_000_000))), chunk('IEND', Buffer.alloc(0))])],
    ['a JPEG whose size comes late and is huge', () => Buffer.concat([Buffer.from('ffd8', 'hex'), segment(0xe2, Buffer.alloc(65_000)), segment(0xe2, Buffer.alloc(65_000)), Buffer.from('ffc0000b08fde8fde8010111000000', 'hex')])],
    ['noise behind a header', () => Buffer.concat([Buffer.from('ffd8ffc0000b080100010001011100', 'hex'), randomBytes(5000)])],
  ])('%s arrives, and is rejected when it is drawn: its author reads why, and nothing is left of it', async (_name, make) => {
    const { photoId, state } = await sendPhoto(community, 'zhou', make())
    expect(state).toBe('uploaded')
    await work()
    expect(await community.as('zhou').photo.status({ committeeId, photoId })).toMatchObject({ state: 'rejected', fault: 'unreadable' })
    expect([await pieces(), fs.existsSync(fileOf(photoId, 'full'))]).toEqual([0, false])
    expect(community.logged).toEqual([])
  })

  test('what arrives otherwise than it left is rejected with the last piece', async () => {
    const bytes = jpeg({ noise: true })
    const { photoId } = await community.as('zhou').photo.begin({ committeeId, bytes: bytes.length, sha256: sha256(Buffer.concat([bytes, Buffer.from('x')])) })
    for (let offset = 0; offset < bytes.length; offset += photoPiece) await community.as('zhou').photo.put({ committeeId, photoId, offset, base64: pieceOf(bytes, offset) })
    expect(await community.as('zhou').photo.status({ committeeId, photoId })).toMatchObject({ state: 'rejected', fault: 'damaged' })
    await work()
    expect(await pieces()).toBe(0)
  })
})

describe('a connection that breaks', () => {
  test('at each piece: the photo goes on where it stopped, whether the piece or only its answer was lost', async () => {
    const bytes = jpeg({ width: 1200, height: 900, noise: true })
    const count = Math.ceil(bytes.length / photoPiece)
    expect(count).toBeGreaterThan(4)
    for (let broken = 0; broken < count; broken += 1) {
      const { photoId } = await sendPhoto(community, 'zhou', bytes, { pieces: broken })
      // The app was closed: it announces the same photo again and is told where it stands.
      const again = await sendPhoto(community, 'zhou', bytes, { pieces: 0 })
      expect(again).toMatchObject({ photoId, received: broken * photoPiece })
      // The answer was lost: the piece comes a second time, with a key of its own.
      await community.as('zhou').photo.put({ committeeId, photoId, offset: broken * photoPiece, base64: pieceOf(bytes, broken * photoPiece) })
      const twice = await community.as('zhou').photo.put({ committeeId, photoId, offset: broken * photoPiece, base64: pieceOf(bytes, broken * photoPiece) })
      expect(twice.received).toBe(Math.min(bytes.length, (broken + 1) * photoPiece))
      expect(await sendPhoto(community, 'zhou', bytes)).toMatchObject({ photoId, state: 'uploaded' })
      await community.rows('delete from photo')
    }
  })

  test('a piece out of its order changes nothing and says where to go on', async () => {
    const bytes = jpeg({ width: 1200, height: 900, noise: true })
    const { photoId } = await sendPhoto(community, 'zhou', bytes, { pieces: 1 })
    expect(await community.as('zhou').photo.put({ committeeId, photoId, offset: 3 * photoPiece, base64: pieceOf(bytes, 3 * photoPiece) })).toMatchObject({ received: photoPiece })
    expect(await pieces()).toBe(1)
    expect(await community.answerOf('zhou', 'photo/put', { committeeId, photoId, offset: photoPiece, base64: 'AAAA' })).toMatchObject({ refusal: 'BadInput' })
  })

  test('two windows send the same photo at once: it is there once and whole', async () => {
    const bytes = jpeg({ width: 1200, height: 900, noise: true })
    const sent = await Promise.all([0, 1, 2].map(() => sendPhoto(community, 'zhou', bytes)))
    const arrived = sent.filter(({ state }) => state === 'uploaded')
    expect(arrived.length).toBeGreaterThan(0)
    await work()
    for (const { photoId } of arrived) expect(await stateOf(photoId)).toBe('pending')
  })
})

describe('what it goes with', () => {
  const say = async (key = randomUUID()) => {
    const { id } = await community.as('zhou').demand.file({ committeeId, ...words() }, { key })
    return { key, demandId: id }
  }
  const attach = (saidWith: string, photoIds: Id[], name: 'zhou' | 'wang' | 'zheng' = 'zhou') => community.answerOf(name, 'photo/attach', { committeeId, saidWith, photoIds })

  test('the demand, or the very line of the thread, as the key says', async () => {
    const own = await saidWithPhoto(community, 'zhou')
    expect(own.entryId).toBeNull()
    await community.as('zhou').demand.add({ committeeId, demandId: own.demandId, text: '还有三楼。' })
    const line = await saidWithPhoto(community, 'zhou', own)
    const { thread } = await community.as('zhou').demand.get(own)
    expect(thread.findLast(({ mine }) => mine)).toMatchObject({ id: line.entryId, text: '这是照片。' })
    const answer = await saidWithPhoto(community, 'wang', own)
    expect((await community.as('zhou').photo.listOfDemand(own)).items.map(({ id, entryId, mine }) => [id, entryId, mine])).toEqual([
      [own.photoId, null, true], [line.photoId, line.entryId, true], [answer.photoId, answer.entryId, false]])
  })

  test('what somebody says at the counter, by who writes it down; all who have to do with it see it, the one it is about too', async () => {
    const key = randomUUID()
    const [door] = (await community.as('chen').household.findDoors({ committeeId, door: '11-201' })).items
    const zhou = door!.residents.find(({ name }) => name === '周岚')!
    const who = { householdId: door!.householdId, residentId: zhou.id, name: '周岚', phone: null }
    const entered = await community.as('chen').demand.enter({ committeeId, ...words('楼道灯不亮，照片在这儿。'), channel: 'counter', who }, { key })
    const { photoId } = await sendPhoto(community, 'chen', jpeg())
    expect(await community.as('chen').photo.attach({ committeeId, saidWith: key, photoIds: [photoId] })).toMatchObject({ demandId: entered.id, entryId: null })
    await work()
    for (const name of ['chen', 'wang', 'zhou'] as const) {
      expect((await community.as(name).photo.listOfDemand({ committeeId, demandId: entered.id })).items).toMatchObject([{ id: photoId, entryId: null, mine: name === 'chen', thumb: expect.stringMatching(/^\/files\//) }])
    }
    // Whoever wrote it down lets nobody else see it; another has to.
    expect(await community.answerOf('chen', 'photo/decide', { committeeId, demandId: entered.id, photoId, decision: 'release', reason: '' })).toMatchObject({ refusal: 'NotAllowed' })
  })

  test('is still on its way when the words are there; all who read them see that it is coming, and then see it', async () => {
    const { key, demandId } = await say()
    const bytes = jpeg({ noise: true })
    const { photoId } = await sendPhoto(community, 'zhou', bytes, { pieces: 1 })
    expect(await attach(key, [photoId])).toMatchObject({ ok: true })
    expect((await community.as('wang').photo.listOfDemand({ committeeId, demandId })).items).toMatchObject([{ id: photoId, state: 'uploading', thumb: null }])
    await community.as('zhou').photo.put({ committeeId, photoId, offset: photoPiece, base64: pieceOf(bytes, photoPiece) })
    for (let at = 2 * photoPiece; at < bytes.length; at += photoPiece) await community.as('zhou').photo.put({ committeeId, photoId, offset: at, base64: pieceOf(bytes, at) })
    await work()
    expect((await community.as('wang').photo.listOfDemand({ committeeId, demandId })).items).toMatchObject([{ id: photoId, state: 'pending', thumb: expect.stringMatching(/^\/files\//) }])
  })

  test('words that have not come yet, another’s words and words of last week are not found; the photo stays loose', async () => {
    const { photoId } = await sendPhoto(community, 'zhou', jpeg())
    expect(await attach(randomUUID(), [photoId])).toMatchObject({ refusal: 'NotFound' })
    const { key } = await say()
    expect(await attach(key, [photoId], 'zheng')).toMatchObject({ refusal: 'NotFound' })
    community.later({ days: 4 })
    expect(await attach(key, [photoId])).toMatchObject({ refusal: 'NotFound' })
    expect(await community.rows('select demand_id as "demandId" from photo')).toEqual([{ demandId: null }])
  })

  test('twice is once; with something else it is refused, and which one is said', async () => {
    const one = await say()
    const other = await say()
    const { photoId } = await sendPhoto(community, 'zhou', jpeg())
    const loose = await sendPhoto(community, 'zhou', jpeg())
    expect(await attach(one.key, [photoId, photoId])).toMatchObject({ ok: true })
    expect(await attach(one.key, [photoId])).toMatchObject({ ok: true, output: { demandId: one.demandId } })
    expect(await attach(other.key, [photoId, loose.photoId])).toMatchObject({ refusal: 'PhotoTaken', data: { photoIds: [photoId] } })
    expect(await attach(one.key, [(await sendPhoto(community, 'wang', jpeg())).photoId])).toMatchObject({ refusal: 'NotFound' })
  })

  test('nine and no more, however many windows', async () => {
    const { key, demandId } = await say()
    const ids: Id[] = []
    for (let count = 0; count < 12; count += 1) ids.push((await sendPhoto(community, 'zhou', jpeg({ width: 16, height: 16 }))).photoId)
    expect(await attach(key, ids.slice(0, 10))).toMatchObject({ refusal: 'BadInput' })
    await Promise.all(ids.map((id) => attach(key, [id])))
    expect((await community.as('zhou').photo.listOfDemand({ committeeId, demandId })).items).toHaveLength(9)
    expect(await attach(key, ids)).toMatchObject({ ok: false })
  })

  test('eighteen may wait for words', async () => {
    for (let count = 0; count < 18; count += 1) await community.as('zhou').photo.begin({ committeeId, bytes: 100 + count, sha256: '1'.repeat(64) })
    expect(await community.answerOf('zhou', 'photo/begin', { committeeId, bytes: 99, sha256: '1'.repeat(64) })).toMatchObject({ refusal: 'TooManyPhotos' })
  })
})

describe('what the timer does', () => {
  test('two runs at once draw each photo once', async () => {
    for (let count = 0; count < 4; count += 1) await sendPhoto(community, 'zhou', jpeg({ width: 64, height: 64 }))
    await Promise.all([work(), work(), work()])
    expect(await community.rows(`select state, attempts from photo`)).toEqual(Array.from({ length: 4 }, () => ({ state: 'pending', attempts: 0 })))
  })

  test('each that is taken up is drawn, whatever way PostgreSQL chooses to find it', async () => {
    for (let count = 0; count < 4; count += 1) {
      await sendPhoto(community, 'zhou', jpeg({ width: 64, height: 64 }))
      // As after a quiet hour: it believes that there is one.
      if (count === 0) await community.rows('analyze photo')
    }
    const url = new URL(community.database.appUrl)
    url.searchParams.set('options', ['indexscan', 'indexonlyscan', 'bitmapscan', 'hashjoin', 'mergejoin', 'material', 'memoize'].map((way) => `-c enable_${way}=off`).join(' '))
    const pool = openPool(url.href, 1)
    try {
      await drawDue({ ...community.surroundings, pool })
    } finally { await pool.end() }
    expect(await community.rows(`select state, attempts from photo`)).toEqual(Array.from({ length: 4 }, () => ({ state: 'pending', attempts: 0 })))
  })

  test('a photo at which the process ended three times is given up, and the next is drawn', async () => {
    const { photoId } = await sendPhoto(community, 'zhou', jpeg())
    await community.rows('update photo set attempts = 3')
    await sendPhoto(community, 'zhou', jpeg())
    await work()
    expect(await community.as('zhou').photo.status({ committeeId, photoId })).toMatchObject({ state: 'rejected', fault: 'unreadable' })
    expect((await community.rows(`select from photo where state = 'pending'`)).length).toBe(1)
  })

  test('with the store away photos wait, and are drawn when it is back', async () => {
    const { photoId } = await sendPhoto(community, 'zhou', jpeg())
    const down = async () => { throw new Error('no store') }
    await workOnPhotos({ ...community.surroundings, files: { ...community.surroundings.files, put: down }, log: () => undefined })
    expect(await stateOf(photoId)).toBe('uploaded')
    community.later({ minutes: 3 })
    await work()
    expect(await stateOf(photoId)).toBe('pending')
  })

  test('what is with no words is gone after a day, row, pieces and files; what is with words stays', async () => {
    const loose = await sendPhoto(community, 'zhou', jpeg())
    const half = await sendPhoto(community, 'zhou', jpeg({ noise: true }), { pieces: 1 })
    const said = await saidWithPhoto(community, 'zhou')
    await work()
    community.later({ hours: 23 })
    await work()
    expect(await stateOf(loose.photoId)).toBe('pending')
    community.later({ hours: 2 })
    await work()
    expect((await community.rows<{ id: Id }>('select id from photo')).map(({ id }) => id)).toEqual([said.photoId])
    expect([await pieces(), fs.existsSync(fileOf(loose.photoId, 'full')), fs.existsSync(fileOf(said.photoId, 'full'))]).toEqual([0, false, true])
    expect(await community.answerOf('zhou', 'photo/status', { committeeId, photoId: half.photoId })).toMatchObject({ refusal: 'NotFound' })
  })

  test('what never arrived whole is said to be lost after four days', async () => {
    const key = randomUUID()
    const { id: demandId } = await community.as('zhou').demand.file({ committeeId, ...words() }, { key })
    const { photoId } = await sendPhoto(community, 'zhou', jpeg({ noise: true }), { pieces: 1 })
    await community.as('zhou').photo.attach({ committeeId, saidWith: key, photoIds: [photoId] })
    community.later({ days: 5 })
    await work()
    expect((await community.as('zhou').photo.listOfDemand({ committeeId, demandId })).items).toMatchObject([{ state: 'rejected', fault: 'lost' }])
    expect((await community.as('wang').photo.listOfDemand({ committeeId, demandId })).items).toEqual([])
  })
})

describe('whether others may see it', () => {
  const asking = (answer: { trace: string } | 'refused' | 'retry', asked: string[] = []) => ({ ...community.surroundings, imageCheck: { ask: async ({ openid, url }: { openid: string; url: string }) => { asked.push(`${openid} ${url.slice(0, 7)}`); return answer } } })
  const ofWeChat = () => community.rows(`insert into identity (kind, subject, account_id, made_at) select 'weapp', 'openid-zhou', id, now() from account where id = $1 on conflict do nothing`, [accounts.zhou])

  test('one who serves says so, once; never about one’s own', async () => {
    const said = await saidWithPhoto(community, 'zhou')
    await work()
    const decide = (name: 'zhou' | 'wang' | 'chen', decision: 'release' | 'refuse', photo = said, reason = '') => community.answerOf(name, 'photo/decide', { committeeId, demandId: photo.demandId, photoId: photo.photoId, decision, reason })
    expect(await decide('zhou', 'release')).toMatchObject({ refusal: 'NotAllowed' })
    expect(await decide('wang', 'release')).toMatchObject({ ok: true, output: { state: 'ready' } })
    expect(await decide('chen', 'refuse')).toMatchObject({ refusal: 'WrongStep' })
    const wangs = await saidWithPhoto(community, 'wang', said)
    await work()
    expect(await decide('wang', 'release', wangs)).toMatchObject({ refusal: 'NotAllowed' })
    expect(await decide('chen', 'refuse', wangs)).toMatchObject({ refusal: 'BadInput' })
    expect(await decide('chen', 'refuse', wangs, '拍到了邻居的脸')).toMatchObject({ ok: true, output: { state: 'rejected', fault: 'refused' } })
    // Its author reads why, and is told; nobody else sees that there was one.
    expect((await community.as('wang').photo.listOfDemand(said)).items.find(({ id }) => id === wangs.photoId)).toMatchObject({ fault: 'refused', reason: '拍到了邻居的脸', thumb: null })
    expect(await community.rows(`select to_id as "to", from_name as "from" from notice where about = 'photoRefused'`)).toEqual([{ to: accounts.wang, from: '陈敏' }])
    expect((await community.as('zhou').photo.listOfDemand(said)).items.map(({ id }) => id)).toEqual([said.photoId])
    await work()
    expect([fs.existsSync(fileOf(wangs.photoId, 'full')), fs.existsSync(fileOf(said.photoId, 'full'))]).toEqual([false, true])
  })

  test('what neighbours may come to see waits for a person, after the platform had its time; nobody is shown their own, nor what is private', async () => {
    const waiting = async (name: 'chen' | 'tang') => (await community.as(name).photo.listWaiting({ committeeId })).items
    const said = async (name: 'zhou' | 'chen', visibility: 'neighbours' | 'committee') => {
      const key = randomUUID()
      const { id: demandId } = await community.as(name).demand.file({ committeeId, ...words('楼道灯不亮。'), visibility }, { key })
      const { photoId } = await sendPhoto(community, name, jpeg())
      await community.as(name).photo.attach({ committeeId, saidWith: key, photoIds: [photoId] })
      return { photoId, demandId }
    }
    const open = await said('zhou', 'neighbours')
    const own = await said('chen', 'neighbours')
    const hidden = await said('zhou', 'committee')
    const noteKey = randomUUID()
    await community.as('wang').demand.note({ committeeId, demandId: open.demandId, text: '单号 0457。' }, { key: noteKey })
    const note = await sendPhoto(community, 'wang', jpeg())
    await community.as('wang').photo.attach({ committeeId, saidWith: noteKey, photoIds: [note.photoId] })
    await work()
    expect(await waiting('tang')).toEqual([])
    community.later({ minutes: 11 })
    expect((await waiting('tang')).map(({ id }) => id)).toEqual([open.photoId, own.photoId])
    expect(await waiting('chen')).toMatchObject([{ id: open.photoId, demandId: open.demandId, by: { name: '周女士', post: null }, from: 'resident', why: 'unchecked', thumb: expect.stringMatching(/^\/files\//) }])
    for (const [name, count] of [['tang', 2], ['chen', 1], ['wang', 0]] as const) expect([name, (await community.as(name).account.home({ committeeId })).tasks?.heldPhotos]).toEqual([name, count])
    // The platform is not sure of the private one: then it is looked at too.
    await community.rows(`update photo set platform = 'asked', trace = 'trace-private' where id = $1`, [hidden.photoId])
    await hearCheck(community.surroundings, { trace: 'trace-private', suggest: 'review' })
    expect((await waiting('chen')).map(({ id, why }) => [id, why])).toEqual([[open.photoId, 'unchecked'], [hidden.photoId, 'doubtful']])
    await community.as('chen').photo.decide({ committeeId, demandId: open.demandId, photoId: open.photoId, decision: 'release', reason: '' })
    await community.as('chen').photo.decide({ committeeId, demandId: hidden.demandId, photoId: hidden.photoId, decision: 'refuse', reason: '不是这件事的照片' })
    expect(await waiting('chen')).toEqual([])
    expect((await waiting('tang')).map(({ id }) => id)).toEqual([own.photoId])
  })

  test('the platform is asked once a picture is drawn, and its word decides', async () => {
    await ofWeChat()
    for (const [suggest, state] of [['pass', 'ready'], ['review', 'pending'], ['risky', 'rejected']] as const) {
      const asked: string[] = []
      const { photoId } = await saidWithPhoto(community, 'zhou')
      const around = asking({ trace: `trace-${suggest}` }, asked)
      await workOnPhotos(around)
      await workOnPhotos(around)
      expect(asked).toEqual(['openid-zhou /files/'])
      expect(await stateOf(photoId)).toBe('pending')
      expect(await hearCheck(around, { trace: `trace-${suggest}`, suggest })).toBe(true)
      expect([suggest, await stateOf(photoId)]).toEqual([suggest, state])
      expect(await hearCheck(around, { trace: `trace-${suggest}`, suggest: 'pass' })).toBe(false)
      expect(await hearCheck(around, { trace: 'guessed', suggest: 'pass' })).toBe(false)
    }
  })

  test('with the platform down it waits and is asked again, later each time; one it does not look at waits for a person', async () => {
    await ofWeChat()
    const { photoId } = await saidWithPhoto(community, 'zhou')
    const asked: string[] = []
    for (let minute = 0; minute < 8; minute += 1) {
      await workOnPhotos(asking('retry', asked))
      community.later({ minutes: 1 })
    }
    expect([asked.length, await stateOf(photoId)]).toEqual([4, 'pending'])
    community.later({ hours: 1 })
    await workOnPhotos(asking('refused', asked))
    await workOnPhotos(asking('refused', asked))
    expect([asked.length, await stateOf(photoId)]).toEqual([5, 'pending'])
    const wangs = await saidWithPhoto(community, 'wang', await fileAs(community, 'zhou'))
    await workOnPhotos(asking('refused', asked))
    expect(asked.length).toBe(5)
    expect(await community.rows('select state, platform from photo where id = $1', [wangs.photoId])).toEqual([{ state: 'pending', platform: 'review' }])
  })
})
