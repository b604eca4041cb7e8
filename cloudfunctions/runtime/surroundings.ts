/** What the server needs from around it: clock, ids, WeChat, what the operator configured. A real and a local form of each. */
import { v7 } from 'uuid'
import type pg from 'pg'
import type { About } from '../../contract/account'
import type { Id, Instant } from '../../contract/values'
import { noFiles, type Files } from './files'
import type { ImageCheck } from './imageCheck'
import { listSafety, type Safety } from './safety'
import type { Seals } from './seal'
import type { Templates, WeChat } from './wechat'

export interface Surroundings {
  pool: pg.Pool
  now(): Instant
  newId(): Id
  wechat: WeChat
  /** Seals and opens what lies encrypted in the database: phones, care kinds, notes. */
  seals: Seals
  /** Looks at words before they are stored. */
  safety: Safety
  /** The subscription messages the operator has; people are asked for these and no others. */
  templates: Templates
  /** Where pictures lie. */
  files: Files
  /** Null where no platform looks at pictures: then only those who serve let others see them. */
  imageCheck: ImageCheck | null
  about: About
  /** One line a fault or event; never a name, phone, address or text of a person. */
  log(event: Record<string, string | number | boolean | null>): void
  /** False only in the access tests, which show that row security alone stops everybody. */
  firstWall: boolean
  /** Calls a minute are counted; tests of other things may lift the limit. */
  rateLimits: boolean
}

/** Operator, filing number and so on, from the environment; what is not configured is empty and shown so. */
export function aboutFromEnvironment(env: NodeJS.ProcessEnv, demonstration: boolean): About {
  return {
    operator: env.ZXH_OPERATOR ?? '',
    supportUnit: env.ZXH_SUPPORT_UNIT ?? '',
    filingNumber: env.ZXH_FILING_NUMBER ?? '',
    phone: env.ZXH_PHONE ?? '',
    version: env.ZXH_VERSION ?? '0.1.0',
    demonstration,
  }
}

export function surroundingsOf(parts: Pick<Surroundings, 'pool' | 'wechat' | 'seals' | 'about'> & Partial<Surroundings>): Surroundings {
  return {
    now: () => new Date().toISOString(),
    newId: () => v7(),
    log: (event) => console.error(JSON.stringify(event)),
    safety: listSafety,
    files: noFiles,
    imageCheck: null,
    firstWall: true,
    rateLimits: true,
    templates: {},
    ...parts,
  }
}
