/** The open data (decision 091): asked by anybody, answered to everybody alike, so an answer is kept for a minute and named by what it holds. */
import { createHash } from 'node:crypto'
import { v5 } from 'uuid'
import * as z from 'zod/mini'
import { Id } from '../../contract/values'
import { withConnection, type Tx } from '../database/connection'
import { enter } from '../runtime/enter'
import type { Surroundings } from '../runtime/surroundings'
import { askedOf, kinds, type Asked, type Kind } from './rules/asked'
import { envelope, location, organizationLine, serviceLine, wholeOrganization, wholeService, type Derive } from './rules/feed'
import { openCommittee, openService, pageOfCommittees, pageOfServices } from './store'

export interface OpenAnswer {
  status: 200 | 400 | 404 | 429
  /** JSON. */
  body: string
  /** Of a 200 only. */
  etag?: string
}

/** Seconds an answer may be kept, here and on its way. */
export const keptFor = 60
/** Answers kept, the oldest leaves first: a page of 100 services is about 100 KB. */
const mostKept = 50
const perMinute = 60

const derive: Derive = (of, name) => v5(name, of)
const said = (status: 400 | 404 | 429, message: string): OpenAnswer => ({ status, body: JSON.stringify({ message }) })
const notFound = said(404, '没有这一条，可能已经不再公开')

const about = {
  version: '3.0',
  profile: 'https://docs.openreferral.org/',
  openapi_url: 'https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json',
}

async function listOf(tx: Tx, kind: Kind, asked: Asked): Promise<unknown> {
  const { page, perPage } = asked
  if (kind === 'services') {
    const { rows, total } = await pageOfServices(tx, asked)
    return envelope(rows.map(serviceLine), total, page, perPage)
  }
  const { rows, total } = await pageOfCommittees(tx, asked, kind === 'locations')
  return envelope(rows.map((row) => (kind === 'locations' ? location(row, derive) : organizationLine(row))), total, page, perPage)
}

async function oneOf(tx: Tx, kind: 'services' | 'organizations', id: Id): Promise<unknown> {
  if (kind === 'services') {
    const found = await openService(tx, id)
    return found && wholeService(found.service, found.committee, derive)
  }
  const committee = await openCommittee(tx, id)
  return committee && wholeOrganization(committee, derive)
}

/** @param path what follows `/hsds/`, such as `services/…`; `visitor` the hash of an address, which alone is counted */
export type OpenData = (visitor: string, path: string, query: Record<string, readonly string[]>) => Promise<OpenAnswer>

export function openData(surroundings: Surroundings): OpenData {
  const kept = new Map<string, { answer: OpenAnswer; until: number }>()

  async function read(visitor: string, work: (tx: Tx) => Promise<unknown>): Promise<OpenAnswer> {
    return withConnection(surroundings.pool, async (tx) => {
      const { wait } = await enter(tx, { credential: { kind: 'visitor', value: visitor }, method: 'hsds', now: surroundings.now(), perMinute: surroundings.rateLimits ? perMinute : null, newcomer: null, claim: null })
      const found = wait === 0 ? await work(tx) : undefined
      await tx.send('commit')
      if (wait > 0) return said(429, `问得太快了，过 ${wait} 秒再来`)
      return found === undefined ? notFound : answered(found)
    })
  }

  return async (visitor, path, query) => {
    const [name = '', id, ...rest] = path.split('/')
    if (path === '') return Object.keys(query).length > 0 ? said(400, '这里不带参数') : answered(about)
    const kind = kinds.find((known) => known === name)
    if (!kind || rest.length > 0) return notFound
    const asked = id === undefined ? askedOf(kind, query) : null
    if (typeof asked === 'string') return said(400, asked)
    if (id !== undefined && (kind === 'locations' || !z.safeParse(Id, id).success)) return notFound
    if (id !== undefined && Object.keys(query).length > 0) return said(400, '这里不带参数')

    const key = JSON.stringify([kind, id, asked])
    const now = Date.parse(surroundings.now())
    const known = kept.get(key)
    if (known && now < known.until && now >= known.until - keptFor * 1000) return known.answer
    const answer = await read(visitor, (tx) => (asked ? listOf(tx, kind, asked) : oneOf(tx, kind as 'services' | 'organizations', id!)))
    kept.delete(key)
    if (answer.status === 200) kept.set(key, { answer, until: now + keptFor * 1000 })
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!)
    return answer
  }
}

function answered(found: unknown): OpenAnswer {
  const body = JSON.stringify(found)
  return { status: 200, body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` }
}
