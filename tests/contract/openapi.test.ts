/** The contract, the server and the published description say the same. */
import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { describeApi, openapiFile } from '../../config/openapi'
import { commonRefusals, refusals, type RefusalCode } from '../../contract/refusal'
import { nouns } from '../../cloudfunctions/runtime/nouns'
import { wholeRouter } from '../../cloudfunctions/runtime/serve'
import { paths, promiseOf } from '../fixtures/community'

interface Operation {
  operationId: string
  security: object[]
  parameters?: { name: string; in: string; required?: boolean }[]
  responses: Record<string, { description: string; content?: { 'application/json': { schema: { $ref?: string; properties?: { code?: { enum: string[] } } } } } }>
}

let text: string
let described: { openapi: string; paths: Record<string, Record<string, Operation>> }
const operations = () => Object.entries(described.paths).flatMap(([address, verbs]) => Object.entries(verbs).map(([verb, operation]) => ({ address, verb, ...operation })))

beforeAll(async () => {
  text = readFileSync(openapiFile, 'utf8')
  described = JSON.parse(text) as typeof described
})

test('the file is what the contract gives now, and gives each time: npm run build:openapi', async () => {
  expect(await describeApi() === text).toBe(true)
  expect(await describeApi() === (await describeApi())).toBe(true)
  expect(described.openapi).toMatch(/^3\.1/)
})

test('every method is in the contract, in the server and in the description, and nothing else is', async () => {
  const wanted = [...paths].sort()
  const modules = await Promise.all(Object.entries(nouns).map(async ([noun, load]) => [noun, (await load()).methods] as const))
  expect(modules.flatMap(([noun, methods]) => Object.keys(methods).map((name) => `${noun}/${name}`)).sort()).toEqual(wanted)
  expect(Object.entries(await wholeRouter()).flatMap(([noun, own]) => Object.keys(own).map((name) => `${noun}/${name}`)).sort()).toEqual(wanted)
  expect(operations().map(({ operationId }) => operationId.replace('.', '/')).sort()).toEqual(wanted)
})

test('no two methods have one address', () => {
  const addresses = paths.map((path) => `${promiseOf(path).route.method} ${promiseOf(path).route.path!.replace(/\{\w+\}/g, '{}')}`)
  expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([])
})

test('queries are read with GET and commands sent with POST, each command with its key', () => {
  for (const { operationId, verb, parameters = [] } of operations()) {
    const command = promiseOf(operationId.replace('.', '/')).meta.kind === 'command'
    expect([operationId, verb, parameters.filter((one) => one.in === 'header' && one.required).map((one) => one.name)]).toEqual([operationId, command ? 'post' : 'get', command ? ['x-zxh', 'idempotency-key'] : []])
  }
})

test('every refusal a method declares is listed under its status with its reason, and every method declares the common ones', () => {
  for (const { operationId, responses } of operations()) {
    const declared = Object.keys(promiseOf(operationId.replace('.', '/')).errorMap) as RefusalCode[]
    expect(declared).toEqual(expect.arrayContaining([...commonRefusals]))
    const listed = Object.entries(responses).flatMap(([status, response]) =>
      (response.content?.['application/json'].schema.properties?.code?.enum ?? []).map((code) => `${status} ${code}`).filter(() => status !== '200'))
    expect([operationId, ...listed.sort()]).toEqual([operationId, ...declared.map((code) => `${refusals[code].status} ${code}`).sort()])
    for (const code of declared) expect(responses[refusals[code].status]!.description).toContain(refusals[code].message)
  }
})

/** Given for a file, which no method answers (contract/report.ts). */
const ofFiles: RefusalCode = 'TooManyHouseholds'

test('every refusal is declared by some method', () => {
  const declared = new Set([...paths.flatMap((path) => Object.keys(promiseOf(path).errorMap)), ofFiles])
  expect(Object.keys(refusals).filter((code) => !declared.has(code))).toEqual([])
})

test('no field is described as anything or nothing', () => {
  expect(operations().flatMap(({ operationId, ...operation }) => (/"schema":\{\}|\{"not":\{\}\}/.test(JSON.stringify(operation)) ? [operationId] : []))).toEqual([])
  expect(/"not": \{\}/.test(text)).toBe(false)
})

test('what a visitor may call needs no session; all else does', () => {
  for (const { operationId, security } of operations()) {
    expect([operationId, security]).toEqual([operationId, promiseOf(operationId.replace('.', '/')).meta.who === 'person' ? [{ session: [] }] : [{}, { session: [] }]])
  }
  expect(paths.filter((path) => promiseOf(path).meta.who === 'anyone').sort()).toEqual(
    ['account/about', 'account/home', 'category/list', 'disclosure/get', 'disclosure/list', 'organization/buildings', 'organization/committees', 'service/get', 'service/list'])
})
