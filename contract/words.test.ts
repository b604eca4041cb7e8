/** Every field into which a person types freely is looked at by content safety, or named here with the reason why not. */
import * as z from 'zod/mini'
import { expect, test } from 'vitest'
import type { MethodMeta } from './method'
import { contract } from './router'

/** Fields that hold no words: an id, a door, a search nobody else reads. */
const noWords: Record<string, string> = {
  'household/askToJoin.room': 'as on the door; it must name a household that exists',
  'demand/file.category': 'one of the table of categories',
  'demand/enter.category': 'one of the table of categories',
  'demand/rate.reasons': 'of those that are offered',
  'household/useCode.code': 'printed by the server, and either the one or not',
  'household/findPhone.phone': 'a number to look for, kept nowhere',
  'visit/ask.serviceSlug': 'of an item of the service list',
  ...Object.fromEntries(['save', 'send', 'giveBack', 'publish', 'withdrawSchedule', 'retire', 'check', 'discard', 'rollBack'].map((method) => [`service/${method}.slug`, 'the name in the address, made by the server'])),
  'visit/note.text': 'the host’s own words, sealed; nobody else ever reads them',
  'organization/appoint.section': 'the name of an office of the street',
  'photo/begin.sha256': 'a sum over the picture',
}

interface Def { type: string; format?: string; shape?: Record<string, z.ZodMiniType>; innerType?: z.ZodMiniType; element?: z.ZodMiniType; options?: z.ZodMiniType[] }
const defOf = (schema: z.ZodMiniType) => (schema as unknown as { def: Def }).def

/** Whether something a person typed may lie in it; ids, days and moments have a format. */
function holdsText(schema: z.ZodMiniType): boolean {
  const def = defOf(schema)
  const inside = [...Object.values(def.shape ?? {}), ...(def.options ?? []), ...[def.innerType, def.element].filter((one) => one !== undefined)]
  return (def.type === 'string' && def.format === undefined) || inside.some(holdsText)
}

const commands = Object.entries(contract).flatMap(([noun, methods]) => Object.entries(methods).map(([name, promise]) => {
  const { meta, inputSchema } = (promise as unknown as { '~orpc': { meta: MethodMeta; inputSchema: z.ZodMiniType } })['~orpc']
  return { path: `${noun}/${name}`, meta, fields: defOf(inputSchema).shape ?? {} }
})).filter(({ meta }) => meta.kind === 'command')

test('a text in any depth is found, and an id or a moment is none', () => {
  expect(holdsText(z.object({ to: z.object({ name: z.string().check(z.maxLength(3)) }) }))).toBe(true)
  expect(holdsText(z.array(z.nullable(z.string())))).toBe(true)
  expect([z.uuid(), z.iso.datetime(), z.iso.date(), z.enum(['a']), z.int(), z.boolean()].map(holdsText)).toEqual([false, false, false, false, false, false])
})

test('every field of every command into which people type is declared as words', () => {
  expect(commands.length).toBeGreaterThan(20)
  const typed = commands.flatMap(({ path, meta, fields }) => Object.entries(fields).filter(([name, schema]) => holdsText(schema) && !meta.words.includes(name)).map(([name]) => `${path}.${name}`))
  expect(typed.filter((field) => !(field in noWords))).toEqual([])
  expect(Object.keys(noWords).filter((field) => !typed.includes(field))).toEqual([])
})

test('what is declared as words exists and holds text', () => {
  expect(commands.flatMap(({ path, meta, fields }) => meta.words.filter((name) => !fields[name] || !holdsText(fields[name]!)).map((name) => `${path}.${name}`))).toEqual([])
})
