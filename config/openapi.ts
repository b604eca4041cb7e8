/** `npm run build:openapi`: writes docs/openapi.json from the contract, the same every time. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AnySchema } from '@orpc/contract'
import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import * as z from 'zod/mini'
import * as account from '../contract/account'
import * as demandCard from '../contract/demand/card'
import * as demand from '../contract/demand/demand'
import * as demandFiling from '../contract/demand/filing'
import * as demandLife from '../contract/demand/life'
import * as demandLists from '../contract/demand/lists'
import * as demandMoving from '../contract/demand/moving'
import * as demandOverview from '../contract/demand/overview'
import * as demandRating from '../contract/demand/rating'
import * as demandRoute from '../contract/demand/route'
import * as demandSaid from '../contract/demand/said'
import * as demandThread from '../contract/demand/thread'
import * as demandTogether from '../contract/demand/together'
import * as household from '../contract/household'
import type { MethodMeta } from '../contract/method'
import * as notice from '../contract/notice'
import * as organization from '../contract/organization'
import { InputIssue, RefusalData, refusals, type RefusalCode } from '../contract/refusal'
import { contract } from '../contract/router'
import * as safety from '../contract/safety'
import * as service from '../contract/service'
import * as template from '../contract/template'

export const openapiFile = path.resolve(import.meta.dirname, '../docs/openapi.json')

/** Everything a request needs besides its input. */
const security = {
  components: {
    securitySchemes: {
      session: { type: 'apiKey', in: 'cookie', name: '__Host-zxh', description: 'Over plain HTTP on one machine the name is `zxh`.' },
    },
  },
} as const
const sameSite = { name: 'x-zxh', in: 'header', required: true, description: 'No page of another site can send it.', schema: { const: '1' } } as const
const key = { name: 'idempotency-key', in: 'header', required: true, description: 'A new UUID for each command; the same one again gives the same answer for 30 days.', schema: { type: 'string', format: 'uuid' } } as const

/** Everything the contract gives a name has it here too, and is written once. */
const named = Object.entries({ ...account, ...demandCard, ...demand, ...demandFiling, ...demandLife, ...demandLists, ...demandMoving, ...demandOverview, ...demandRating, ...demandRoute, ...demandSaid, ...demandThread, ...demandTogether, ...household, ...notice, ...organization, ...safety, ...service, ...template, InputIssue, RefusalData })
  .flatMap(([name, value]): [string, AnySchema][] => (value instanceof z.ZodMiniType ? [[name, value as AnySchema]] : []))
  .sort(([one], [other]) => (one < other ? -1 : 1))

const metaOf = new Map<string, MethodMeta>(Object.entries(contract).flatMap(([noun, methods]) =>
  Object.entries(methods).map(([name, promise]): [string, MethodMeta] => [`${noun}.${name}`, promise['~orpc'].meta as MethodMeta])))

interface Operation {
  operationId?: string
  security?: object[]
  parameters?: object[]
  description?: string
  responses?: Record<string, { description: string; content?: Record<string, { schema?: { properties?: { code?: { enum?: RefusalCode[] } } } }> }>
}

export async function describeApi(): Promise<string> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = await generator.generate(contract, {
    info: { title: '掌心汇', version: '0.1.0', description: 'REST below `/api`. Every method answers its output, or `{ code, message, data }` of a refusal it declares.' },
    servers: [{ url: '/api' }],
    ...security,
    commonSchemas: Object.fromEntries(named.map(([name, schema]) => [name, { schema, strategy: 'output' as const }])),
    customErrorResponseBodySchema: (definitions) => ({
      type: 'object',
      required: ['defined', 'code', 'status', 'message'],
      properties: {
        defined: { const: true }, code: { enum: definitions.map(([code]) => code) }, status: { type: 'integer' }, message: { type: 'string' },
        data: { $ref: '#/components/schemas/RefusalData' },
      },
    }),
  })
  for (const methods of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(methods as Record<string, Operation>)) {
      const meta = metaOf.get(operation.operationId ?? '')
      if (!meta) throw new Error(`${operation.operationId} is not a method of the contract`)
      operation.security = meta.who === 'person' ? [{ session: [] }] : [{}, { session: [] }]
      operation.description = `At most ${meta.perMinute} a person and minute.`
      for (const response of Object.values(operation.responses ?? {})) {
        const codes = response.content?.['application/json']?.schema?.properties?.code?.enum
        if (codes) response.description = codes.map((code) => `${code}: ${refusals[code].message}`).join(' ')
      }
      if (meta.kind === 'command') operation.parameters = [...(operation.parameters ?? []), sameSite, key]
    }
  }
  return `${JSON.stringify(document, null, 1)}\n`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(openapiFile, await describeApi())
  console.log(path.relative(process.cwd(), openapiFile))
}
