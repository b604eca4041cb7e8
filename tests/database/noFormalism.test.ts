/**
 * No formalism (国办函〔2026〕12号): no check-in, no track of where somebody was, no points or ranking, no time counted, no photo one has to take. Read from
 * the migrated database, from the contract and from every sentence of the app, so that none of it comes in by a side door.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import * as z from 'zod/mini'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../contract/router'
import { withClient } from '../../cloudfunctions/database/migrate'
import { freshDatabase, type TestDatabase } from '../databases'

/** Parts of names, by snake_case or camelCase. */
const names = [
  'check in', 'checkin', 'sign in place', 'clock in', 'punch', 'gps', 'latitude', 'longitude', 'location', 'geo', 'track', 'trajectory', 'mileage', 'steps count', 'points', 'score', 'scores', 'credits earned', 'ranking',
  'leaderboard', 'rank of', 'badge level', 'medal', 'streak', 'online time', 'time online', 'visits count', 'visit quota', 'quota', 'kpi', 'appraisal', 'likes', 'forwards',
]
/** Words people would read. */
const words = ['打卡', '签到', '定位', '轨迹', '经纬度', '积分', '得分', '评分', '排名', '排行', '名次', '红黑榜', '光荣榜', '达标率', '在线时长', '考核', '点赞', '转发量', '必须拍照', '必须上传照片', '请拍照上传', '完成率']
/** Sentences that promise the contrary, word for word. */
const promises = [
  '您告诉我们的，只用来接着办您的事、按您的意思联系您。不卖、不给无关的人看、不拿来排名打分。',
  '不给居民和办事的人打分、排名。',
  '只有主任和书记看得到，不用来给人排名。',
]

const spaced = (name: string) => ` ${name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[_\-.]/g, ' ').toLowerCase()} `
const namesIn = (name: string) => names.filter((one) => spaced(name).includes(` ${one} `))
const wordsIn = (text: string) => (promises.includes(text) ? [] : words.filter((word) => text.includes(word)))

let database: TestDatabase
beforeAll(async () => { database = await freshDatabase() })
afterAll(() => database.drop())

test('the sieve catches what it is for', () => {
  expect([namesIn('check_in_at'), namesIn('gpsTrack'), namesIn('worker.points'), namesIn('checkedIn'), namesIn('disappointed')]).toEqual([['check in'], ['gps', 'track'], ['points'], [], []])
  expect([wordsIn('上门打卡'), wordsIn('本月排名'), wordsIn('不给居民和办事的人打分、排名。'), wordsIn('楼道灯')]).toEqual([['打卡'], ['排名'], [], []])
})

test('no table, column or allowed value of the database is of that kind', async () => {
  const { rows } = await withClient(database.adminUrl, (client) => client.query<{ name: string; allowed: string | null }>(`
    select c.relname || '.' || a.attname as name,
      (select string_agg(pg_get_constraintdef(k.oid), ' ') from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any (k.conkey)) as allowed
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v')`))
  expect(rows.length).toBeGreaterThan(200)
  const values = rows.flatMap(({ name, allowed }) => [...(allowed ?? '').matchAll(/'([A-Za-z]+)'/g)].map(([, value]) => `${name} = ${value}`))
  expect(values.length).toBeGreaterThan(50)
  expect([...rows.map(({ name }) => name), ...values].filter((name) => namesIn(name).length > 0)).toEqual([])
})

interface Schema { properties?: Record<string, Schema>; required?: string[]; items?: Schema; anyOf?: Schema[]; minItems?: number }
const jsonOf = (schema: unknown, io: 'input' | 'output') => z.toJSONSchema(schema as z.ZodMiniType, { io, unrepresentable: 'any' }) as Schema
const within = ({ properties = {}, items, anyOf = [] }: Schema, at: string): [string, Schema][] => [
  ...Object.entries(properties).flatMap(([name, schema]): [string, Schema][] => [[`${at}.${name}`, schema], ...within(schema, `${at}.${name}`)]),
  ...(items ? within(items, at) : []), ...anyOf.flatMap((schema) => within(schema, at)),
]
const methods = Object.entries(contract).flatMap(([noun, of]) => Object.entries(of).map(([name, promise]) => [`${noun}/${name}`, promise['~orpc']] as const))

describe('the contract', () => {
  test('has no such method, field or answer', () => {
    const fields = methods.flatMap(([method, { inputSchema, outputSchema }]) => [method, ...within(jsonOf(inputSchema, 'input'), method).map(([name]) => name), ...within(jsonOf(outputSchema, 'output'), method).map(([name]) => name)])
    expect(fields.length).toBeGreaterThan(500)
    expect(fields.filter((name) => namesIn(name).length > 0)).toEqual([])
  })

  test('asks nobody for a photo: only what puts photos on their way needs one', () => {
    const asking = methods.filter(([method]) => !method.startsWith('photo/')).flatMap(([method, { inputSchema }]) => {
      const schema = jsonOf(inputSchema, 'input')
      return within(schema, method).filter(([name, field]) => /photo|picture|image/i.test(name) && ((field.minItems ?? 0) > 0 || schema.required?.includes(name.slice(method.length + 1)))).map(([name]) => name)
    })
    expect(asking).toEqual([])
  })
})

/** Every string people may read, out of the sources of the app and the seed of the demonstration. */
function sentences(): string[] {
  const files = ['src', 'contract', 'cloudfunctions'].flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)))
    .filter((name) => /\.(ts|tsx)$/.test(name) && !/\.test\.tsx?$/.test(name))
  expect(files.length).toBeGreaterThan(300)
  return files.flatMap((file) => {
    const found: string[] = []
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node) || ts.isJsxText(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) found.push(node.text.trim())
      ts.forEachChild(node, visit)
    }
    visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS))
    return found.filter((text) => /\p{Script=Han}/u.test(text))
  })
}

test('no sentence of the app speaks of it, but for those that promise the contrary', () => {
  const all = sentences()
  expect(all.length).toBeGreaterThan(1500)
  expect(all.filter((text) => wordsIn(text).length > 0)).toEqual([])
  for (const promise of promises) expect(all).toContain(promise)
})
