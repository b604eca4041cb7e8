/** The HTTP host: `/rpc` for our own client, REST `/api`, the H5 files, health, and the demonstration door. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { getConnInfo } from '@hono/node-server/conninfo'
import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { ORPCError } from '@orpc/server'
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'
import { secureHeaders } from 'hono/secure-headers'
import * as z from 'zod/mini'
import { ImportCall, importBytes } from '../../contract/import'
import { refusals, type Answer } from '../../contract/refusal'
import { ReportAsked } from '../../contract/report'
import { Id } from '../../contract/values'
import { withConnection } from '../database/connection'
import { keptFor, openData } from '../hsds/answer'
import { importTable } from '../household/importTable'
import { makeReport } from '../report/make'
import { enterPage } from './enterPage'
import type { Credential } from './enter'
import { logFault } from './fault'
import { linkLife } from './files'
import { readerOf } from './reader'
import { refusalOf, serve, wholeRouter, type Caller } from './serve'
import { closeSession, cookieFor, cookieName, listDemonstration, openDemonstration, tokenHash } from './session'
import type { Surroundings } from './surroundings'
import { exportVisit } from '../visit/calendar'

export interface HostOptions {
  surroundings: Surroundings
  /** Folder of the built H5 files. */
  h5: string
  /** Served over HTTPS (a proxy in front counts): cookies are Secure and the browser is told to stay on HTTPS. */
  secure: boolean
  /** Believe `x-forwarded-for` of the proxy in front. Off unless there is one: anybody can send that header. */
  trustProxy: boolean
}

/** 64 KB: the longest text is 1,000 characters. */
const largestBody = 64 * 1024

/** A piece of a photo in base64, with what stands around it. */
const largestPiece = 96 * 1024

const Call = z.object({ input: z.unknown(), key: z.optional(z.string()), owner: z.optional(Id) })

/** What stands in a header is Latin, so a name comes encoded; what is no such text names nothing. */
function plainOf(encoded: string): string {
  try { return decodeURIComponent(encoded) } catch { return '' }
}

const isPiece = (called: string) => called === '/rpc/photo/put' || /^\/api\/photos\/[^/]+\/pieces$/.test(called)

export function host({ surroundings, h5, secure, trustProxy }: HostOptions): Hono {
  const app = new Hono()

  app.use(secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      // Taro's H5 components write their own style elements.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      // The tick of Taro's own controls is a font written into its style sheet.
      fontSrc: ["'self'", 'data:'],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    xFrameOptions: 'DENY',
    // `no-referrer` would hide our own origin from our own forms.
    referrerPolicy: 'same-origin',
    permissionsPolicy: { camera: ['self'], microphone: [], geolocation: [] },
    strictTransportSecurity: secure ? 'max-age=31536000; includeSubDomains' : false,
  }))
  // What was not read to its end cannot be followed by another request, so the client is told not to use the connection again.
  const limit = (maxSize: number) => bodyLimit({ maxSize, onError: (c) => c.json({ ok: false, refusal: 'BadInput', data: {} } satisfies Answer, 413, { connection: 'close' }) })
  const ofPieces = limit(largestPiece)
  const ofTables = limit(importBytes)
  const ofAllElse = limit(largestBody)
  app.use((c, next) => (isPiece(c.req.path) ? ofPieces : c.req.path === '/reports/import' ? ofTables : ofAllElse)(c, next))
  app.onError((error, c) => c.json({ ok: false, fault: logFault(surroundings, `${c.req.method} ${c.req.routePath}`, error) } satisfies Answer, 500))

  const token = (c: Context) => getCookie(c, cookieName(secure))

  /** Kept only as a hash, and only for the minute it counts. */
  function addressOf(c: Context): string {
    const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
    return tokenHash(forwarded ?? getConnInfo(c).remote.address ?? '')
  }

  function credentialOf(c: Context): Credential {
    const opened = token(c)
    const address = addressOf(c)
    return opened ? { kind: 'session', value: tokenHash(opened), address } : { kind: 'visitor', value: address }
  }

  /** A page of another site can make a browser send our cookie, but not this header, nor hide its origin. */
  function fromElsewhere(c: Context): boolean {
    const origin = c.req.header('origin')
    const elsewhere = origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== c.req.header('host'))
    return elsewhere || c.req.header('sec-fetch-site') === 'cross-site'
  }

  app.get('/healthz', async (c) => {
    await withConnection(surroundings.pool, (tx) => tx.send('select 1'))
    return c.json({ ok: true, version: surroundings.about.version })
  })

  app.post('/rpc/:noun/:method', async (c) => {
    if (fromElsewhere(c) || c.req.header('x-zxh') !== '1') return c.json({ ok: false, refusal: 'NotAllowed', data: {} } satisfies Answer, 403)
    const body = z.safeParse(Call, await c.req.json().catch(() => null))
    if (!body.success) return c.json({ ok: false, refusal: 'BadInput', data: {} } satisfies Answer, 400)
    const caller: Caller = { surroundings, credential: credentialOf(c), key: body.data.key, owner: body.data.owner }
    const answer = await serve(caller, `${c.req.param('noun')}/${c.req.param('method')}`, body.data.input)
    c.header('cache-control', 'no-store')
    return c.json(answer, answer.ok ? 200 : 'refusal' in answer ? refusals[answer.refusal].status : 500)
  })

  const handlerOf = (router: Awaited<ReturnType<typeof wholeRouter>>) => new OpenAPIHandler(router, {
    clientInterceptors: [
      async ({ next, path: called }) => {
        try {
          return await next()
        } catch (error) {
          const refusal = refusalOf(error)
          if (refusal) throw new ORPCError(refusal.code, { status: refusals[refusal.code].status, message: refusal.message, data: refusal.data, defined: true })
          throw new ORPCError('INTERNAL_SERVER_ERROR', { message: 'Fault', data: { fault: logFault(surroundings, called.join('/'), error) } })
        }
      },
    ],
  })
  let rest: Promise<ReturnType<typeof handlerOf>> | undefined
  app.use('/api/*', async (c) => {
    if (fromElsewhere(c) || (c.req.method !== 'GET' && c.req.header('x-zxh') !== '1')) return c.json({ code: 'NotAllowed' }, 403)
    const caller: Caller = { surroundings, credential: credentialOf(c), key: c.req.header('idempotency-key') }
    const { matched, response } = await (await (rest ??= wholeRouter().then(handlerOf))).handle(c.req.raw, { prefix: '/api', context: { caller } })
    if (!matched) return c.json({ code: 'NotFound' }, 404)
    response.headers.set('cache-control', 'no-store')
    return c.newResponse(response.body, response)
  })

  // What takes people's doors out of the app is written down first, so it is no link that opens by itself; why it is wanted stays out of addresses.
  // The file is the body; what somebody called it may hold a name, so it stays out of the address, which a proxy writes down.
  app.post('/reports/import', async (c) => {
    if (fromElsewhere(c) || c.req.header('x-zxh') !== '1') return c.json({ ok: false, refusal: 'NotAllowed', data: {} } satisfies Answer, 403)
    const { committeeId, key = null } = c.req.query()
    const fileName = plainOf(c.req.header('x-zxh-file') ?? '')
    const call = z.safeParse(ImportCall, { committeeId, fileName, key })
    if (!call.success) return c.json({ ok: false, refusal: 'BadInput', data: {} } satisfies Answer, 400)
    const answer = await importTable({ surroundings, credential: credentialOf(c) }, { ...call.data, bytes: new Uint8Array(await c.req.arrayBuffer()) })
    c.header('cache-control', 'no-store')
    return answer.ok ? c.json(answer satisfies Answer) : c.json({ ...answer, data: {} } satisfies Answer, refusals[answer.refusal].status)
  })

  app.post('/reports/:file', async (c) => {
    if (fromElsewhere(c) || c.req.header('x-zxh') !== '1') return c.json({ ok: false, refusal: 'NotAllowed', data: {} } satisfies Answer, 403)
    const asked = z.safeParse(ReportAsked, { path: c.req.param('file'), input: await c.req.json().catch(() => null) })
    if (!asked.success) return c.json({ ok: false, refusal: 'BadInput', data: {} } satisfies Answer, 400)
    const made = await makeReport({ surroundings, credential: credentialOf(c) }, asked.data)
    if (!made.ok) return c.json({ ok: false, refusal: made.refusal, data: {} } satisfies Answer, refusals[made.refusal].status)
    return c.body(made.output.bytes as Uint8Array<ArrayBuffer>, 200, {
      'content-type': made.output.type,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(made.output.name)}`,
      'cache-control': 'no-store',
    })
  })

  app.get('/reports/visit.ics', async (c) => {
    const of = z.safeParse(z.object({ committeeId: Id, visitId: Id }), c.req.query())
    if (fromElsewhere(c)) return c.text('', 403)
    if (!of.success) return c.text('没有这次走访', 404)
    const made = await exportVisit({ surroundings, credential: credentialOf(c) }, of.data)
    if (!made.ok && made.refusal === 'TooMany') return c.text('刚下载过几次了，过一分钟再来', 429)
    if (!made.ok) return c.text('没有找到，也可能还没约好时间', 404)
    return c.body(made.output.bytes as Uint8Array<ArrayBuffer>, 200, {
      'content-type': made.output.type,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(made.output.name)}`,
      'cache-control': 'no-store',
    })
  })

  // Open data: whoever asks is a visitor, whatever cookie comes along, so any page may read it.
  const askOpenData = openData(surroundings)
  app.get('/hsds', (c) => c.redirect('/hsds/', 301))
  app.all('/hsds/*', async (c) => {
    c.header('access-control-allow-origin', '*')
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return c.json({ message: '这里只能读' }, 405, { allow: 'GET, HEAD' })
    const { status, body, etag } = await askOpenData(addressOf(c), c.req.path.slice('/hsds/'.length), c.req.queries())
    c.header('cache-control', etag ? `public, max-age=${keptFor}` : 'no-store')
    if (!etag) return c.body(body, status, { 'content-type': 'application/json; charset=utf-8' })
    c.header('etag', etag)
    const known = c.req.header('if-none-match')?.split(',').map((one) => one.trim().replace(/^W\//, ''))
    return known?.some((one) => one === etag || one === '*') ? c.body(null, 304) : c.body(body, 200, { 'content-type': 'application/json; charset=utf-8' })
  })

  app.get('/files/:token', async (c) => {
    const opened = await surroundings.files.open?.(c.req.param('token'), surroundings.now()).catch(() => null)
    // A link is for the one who asked for it: copied to another it opens nothing.
    if (!opened || opened.reader !== (await readerOf({ surroundings, credential: credentialOf(c) }))) return c.text('这个链接过时了，回到那件事里再点一次', 404)
    return c.body(opened.bytes as Uint8Array<ArrayBuffer>, 200, { 'content-type': 'image/jpeg', 'content-disposition': 'inline', 'cache-control': `private, max-age=${linkLife}` })
  })

  if (surroundings.about.demonstration) addDemonstrationDoor(app)

  function addDemonstrationDoor(open: Hono): void {
    open.get('/enter', async (c) => c.html(enterPage(await listDemonstration(surroundings))))
    open.post('/enter', async (c) => {
      if (fromElsewhere(c)) return c.text('', 403)
      const form = await c.req.parseBody()
      const accountId = z.safeParse(Id, form.accountId)
      const opened = accountId.success ? await openDemonstration(surroundings, accountId.data) : null
      if (!opened) return c.redirect('/enter', 303)
      await leave(c)
      c.header('set-cookie', cookieFor(opened, secure))
      // Only within this app: a form value must not send anybody to another site.
      const next = typeof form.next === 'string' && form.next.startsWith('/#/') ? form.next : '/'
      return c.redirect(next, 303)
    })
    open.post('/leave', async (c) => {
      if (fromElsewhere(c)) return c.text('', 403)
      await leave(c)
      c.header('set-cookie', cookieFor('', secure))
      return c.redirect('/', 303)
    })
  }

  async function leave(c: Context): Promise<void> {
    const opened = token(c)
    if (opened) await closeSession(surroundings, opened)
  }

  const page = () => readFileSync(path.join(h5, 'index.html'), 'utf8')
  app.get('/', (c) => {
    c.header('cache-control', 'no-cache')
    return c.html(page())
  })
  app.use('/*', serveStatic({
    root: path.relative(process.cwd(), h5),
    // Names carry a hash of what they hold.
    onFound: (file, c) => c.header('cache-control', /\.[0-9a-f]{8,}\./.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  }))
  app.notFound((c) => c.text('没有这一页', 404))
  return app
}
