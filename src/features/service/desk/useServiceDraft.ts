import { useCallback, useEffect, useRef, useState } from 'react'
import type { ContentField, ContentHint, ServiceContent, ServiceEdit } from '../../../../contract/serviceEditing'
import { call, type InputOf } from '../../../api/client'
import { draftOf, forgetDraft, rememberDraft } from '../../../api/drafts'
import { RefusedError } from '../../../api/outcome'
import { newKey } from '../../../api/uuid'

/** Typing rests this long before it is saved, ms. */
const pause = 1000
/** Between tries while the network is away, ms. */
const again = 5000

interface Base { number: number; revision: number }
interface Kept extends Base { content: ServiceContent }
export interface Conflict { theirs: ServiceContent; by: string | null }

interface Seen {
  content: ServiceContent
  state: 'saved' | 'typing' | 'saving' | 'away' | 'refused'
  savedAt: number | null
  missing: ContentField[]
  hints: ContentHint[]
  /** Fields the server did not take. */
  notTaken: ContentField[]
  conflict: Conflict | null
}

interface Writing {
  committeeId: string
  show: (part: Partial<Seen>) => void
  slug: string | null
  /** Of the draft on the phone. */
  name: string
  base: Base
  /** As of the last saving. */
  missing: ContentField[]
  content: ServiceContent
  /** Something is typed that the server has not said it holds. */
  dirty: boolean
  pending: { key: string; input: InputOf<readonly ['service', 'save']> } | null
  /** Another saved first, and nobody has chosen yet. */
  stuck: boolean
}

interface Options {
  committeeId: string
  /** Null until a new item was saved for the first time. */
  edit: ServiceEdit | null
  /** What a new item begins with. */
  fresh: ServiceContent
  /** After each saving, with the address of the item. */
  onSaved: (slug: string) => void
}

/** What is being written of one item: on the phone at once, with the server after a second's rest, and never over what another saved meanwhile. */
export function useServiceDraft({ committeeId, edit, fresh, onSaved }: Options) {
  const name = `service.${committeeId}.${edit?.slug ?? 'new'}`
  const [kept] = useState(() => draftOf<Kept>(name))
  const first = kept ?? standing(edit, fresh)
  const [seen, setSeen] = useState<Seen>({ content: first.content, state: kept ? 'typing' : 'saved', savedAt: null, missing: edit?.missing ?? [], hints: edit?.hints ?? [], notTaken: [], conflict: null })
  const show = useCallback((part: Partial<Seen>) => setSeen((all) => ({ ...all, ...part })), [])
  const now = useRef<Writing>({ committeeId, show, slug: edit?.slug ?? null, name, base: { number: first.number, revision: first.revision }, missing: edit?.missing ?? [], content: first.content, dirty: kept !== undefined, pending: null, stuck: false })
  const saves = useRef<() => Promise<boolean>>(() => Promise.resolve(true))
  const running = useRef<Promise<boolean> | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const told = useRef(onSaved)
  useEffect(() => {
    told.current = onSaved
  })

  /** @returns whether all that is typed is with the server */
  const save = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current)
    running.current ??= deliver(now.current, (slug) => told.current(slug), () => {
      timer.current = setTimeout(() => void saves.current(), again)
    }).finally(() => {
      running.current = null
    })
    return running.current
  }, [])
  useEffect(() => {
    saves.current = save
  })

  const change = useCallback((part: Partial<ServiceContent>) => {
    const it = now.current
    it.content = { ...it.content, ...part }
    it.dirty = true
    rememberDraft(it.name, { ...it.base, content: it.content } satisfies Kept)
    show({ content: it.content, state: 'typing', notTaken: [] })
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void save(), pause)
  }, [save, show])

  /** What the server says after a step takes the place of all that was saved. */
  const adopt = useCallback((next: ServiceEdit) => {
    const it = now.current
    const { content, ...base } = standing(next, it.content)
    if (it.dirty) return
    it.base = base
    it.content = content
    it.missing = next.missing
    show({ content, missing: next.missing, hints: next.hints })
  }, [show])

  /** One of two for each field; what was chosen is saved over theirs. */
  const settle = useCallback((content: ServiceContent) => {
    now.current.stuck = false
    show({ conflict: null })
    change(content)
    void save()
  }, [change, save, show])

  // A fresher reading of what was saved elsewhere, while nothing is typed here.
  useEffect(() => {
    const { base, slug } = now.current
    const next = edit && standing(edit, fresh)
    if (edit && slug === edit.slug && next && (next.number > base.number || (next.number === base.number && next.revision > base.revision))) adopt(edit)
  }, [edit, fresh, adopt])

  useEffect(() => {
    if (now.current.dirty) void save()
    return () => void save()
  }, [save])

  return { ...seen, now, change, save, adopt, settle }
}
export type ServiceDraft = ReturnType<typeof useServiceDraft>

/** @returns whether all that is typed is with the server */
async function deliver(it: Writing, tell: (slug: string) => void, later: () => void): Promise<boolean> {
  while (it.dirty && !it.stuck) {
    // What may have reached the server goes again with its own key, and only then what was typed since.
    it.pending ??= { key: newKey(), input: { committeeId: it.committeeId, slug: it.slug, ...it.base, content: it.content } }
    it.show({ state: 'saving' })
    try {
      const answer = await call(['service', 'save'], it.pending.input, it.pending.key)
      const sent = it.pending.input.content
      it.pending = null
      it.base = { number: answer.number, revision: answer.revision }
      if (answer.saved) {
        it.slug = answer.slug
        it.dirty = sent !== it.content
        it.missing = answer.missing
      forgetDraft(it.name)
      it.name = `service.${it.committeeId}.${answer.slug}`
      if (it.dirty) rememberDraft(it.name, { ...it.base, content: it.content } satisfies Kept)
        it.show({ state: it.dirty ? 'typing' : 'saved', savedAt: Date.now(), missing: answer.missing, hints: answer.hints, notTaken: [] })
        tell(answer.slug)
      } else {
        const theirs = answer.theirs?.content ?? answer.published
        if (theirs) {
          it.stuck = true
          it.show({ state: 'typing', conflict: { theirs, by: answer.theirs?.changedBy ?? null } })
        }
      }
    } catch (error) {
      if (error instanceof RefusedError && error.code !== 'TooMany') {
        it.pending = null
        it.show({ state: 'refused', notTaken: (error.data.issues ?? []).map(({ path }) => path[1] as ContentField) })
        return false
      }
      it.show({ state: 'away' })
      later()
      return false
    }
  }
  return !it.dirty
}

/** The open version, else what hangs out, else nothing. */
function standing(edit: ServiceEdit | null, fresh: ServiceContent): Kept {
  if (edit?.open) return { number: edit.open.number, revision: edit.open.revision, content: edit.open.content }
  if (edit?.published) return { number: edit.published.number, revision: 0, content: edit.published.content }
  return { number: 0, revision: 0, content: fresh }
}
