import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ContentField, ServiceEdit } from '../../../../contract/serviceEditing'
import { useRead } from '../../../api/read'
import { clock, dayIn, momentWord } from '../../../ui/dates'
import { Button } from '../../../ui/Button'
import { Loadable } from '../../../ui/Loadable'
import { Note } from '../../../ui/Note'
import { Tag } from '../../../ui/Tag'
import { accessible } from '../../../ui/accessible'
import { ServiceActs } from './ServiceActs'
import { ServiceChanges } from './ServiceChanges'
import { ServiceConflict } from './ServiceConflict'
import { ServiceForm } from './ServiceForm'
import { ServicePreview } from './ServicePreview'
import { useServiceDraft, type ServiceDraft } from './useServiceDraft'
import { useServiceStep } from './useServiceStep'
import { empty, missingWord, notTakenWords, problemWords } from './wording'

interface Props {
  committeeId: string
  /** Null for a new one. */
  slug: string | null
  onSaved: (slug: string) => void
  onClose: () => void
}

export function ServiceEditor(props: Props) {
  const { committeeId, slug } = props
  const [isNew] = useState(slug === null)
  const read = useRead(['service', 'getEdit'], { committeeId, slug: slug ?? 'new' }, { enabled: slug !== null })
  if (isNew) return <Writing {...props} edit={read.data ?? null} again={read.again} />
  return (
    <Loadable waiting={read.waiting} failed={read.failed} offlineSince={read.offlineSince} onAgain={read.again}>
      {read.data && <Writing {...props} edit={read.data} again={read.again} />}
    </Loadable>
  )
}

/** One item: what is written, saved by itself, and beside it what a resident will read. */
function Writing({ committeeId, edit: asRead, again, onSaved, onClose }: Props & { edit: ServiceEdit | null; again: () => void }) {
  const [fresh] = useState(() => empty(dayIn(0)))
  const [edit, setEdit] = useState(asRead)
  const [last, setLast] = useState(asRead)
  if (asRead !== last) {
    setLast(asRead)
    setEdit(asRead)
  }
  const [asked, setAsked] = useState(false)
  const draft = useServiceDraft({
    committeeId,
    edit,
    fresh,
    onSaved: (slug) => {
      onSaved(slug)
      // The first saving begins a version, and with it other steps.
      if (!edit?.open) again()
    },
  })
  const step = useServiceStep((next) => {
    setEdit(next)
    setAsked(false)
    draft.adopt(next)
    onSaved(next.slug)
    again()
  }, again)
  const ready = async () => {
    if (!(await draft.save())) return null
    const { missing, base } = draft.now.current
    if (missing.length === 0) return base.revision
    setAsked(true)
    toFirst(missing)
    return null
  }
  const slug = edit?.slug ?? 'new'
  const writable = !edit || edit.steps.includes('save')
  const wrong: Partial<Record<ContentField, string>> = {
    ...(asked && Object.fromEntries([...draft.missing, ...(step.problem?.fields ?? [])].map((field) => [field, missingWord(field)]))),
    ...Object.fromEntries(draft.notTaken.map((field) => [field, notTakenWords[field] ?? '这一项没存上，改一改'])),
  }
  return (
    <>
      <View className='sd-write' {...accessible({ role: 'region', label: '正在写的这一项' })}>
        <View className='sd-bar'>
          <View className='line'>
            <Standing edit={edit} />
            <View className='grow meta ink2' {...accessible({ role: 'status' })}>{writable ? savedWords(draft) : ''}</View>
            <Button small look='plain' onTap={onClose}>回清单</Button>
          </View>
          <View className='wrap' style={{ '--gap': '8px' }}>
            {edit && <ServiceActs committeeId={committeeId} edit={edit} step={step} ready={ready} />}
            {edit && <ServiceChanges committeeId={committeeId} edit={edit} step={step} />}
          </View>
        </View>
        <View className='stack sd-scroll'>
          {step.problem && <Note tone='brick'>{problemWords(step.problem.refusal)}</Note>}
          {asked && draft.missing.length > 0 && <Note tone='brick'>{`还差 ${draft.missing.length} 项，下面标出来了。写过的都在。`}</Note>}
          {edit?.history[0]?.step === 'givenBack' && <Note tone='lamp'>{`${edit.history[0].by ?? ''}退回：${edit.history[0].why}`}</Note>}
          {draft.conflict
            ? <ServiceConflict mine={draft.content} conflict={draft.conflict} onSettle={draft.settle} />
            : writable
              ? <ServiceForm content={draft.content} wrong={wrong} hints={draft.hints} onChange={draft.change} />
              : <Note>{edit?.open?.state === 'review' ? '送审了，要改先退回。居民会看到的样子在旁边。' : '定好时间了，要改先取消。'}</Note>}
        </View>
      </View>
      <View className='sd-preview'><ServicePreview slug={slug} content={draft.content} /></View>
    </>
  )
}

function Standing({ edit }: { edit: ServiceEdit | null }) {
  const { open, published } = edit ?? {}
  if (open?.state === 'review') return <Tag tone='river' icon='eye'>{`第 ${open.number} 版等审`}</Tag>
  if (open?.state === 'scheduled') return <Tag tone='river' icon='clock'>{`${open.publishAt ? momentWord(open.publishAt) : ''} 发布`}</Tag>
  if (open || !edit) return <Tag tone='lamp' icon='pencil'>{open ? `第 ${open.number} 版草稿` : '新的一项'}</Tag>
  return published ? <Tag tone='pine' icon='done'>{`第 ${published.number} 版，居民正在看`}</Tag> : <Tag icon='archive'>撤下了</Tag>
}

function savedWords({ state, savedAt }: ServiceDraft): string {
  if (state === 'away') return '没有网，先存在这台机器上，有网自己送'
  if (state === 'refused') return '有一处没存上，下面标出来了'
  if (state !== 'saved') return '正在存'
  return savedAt ? `${clock(savedAt)} 自动存好` : ''
}

/** In a browser the keyboard goes to the first field that is missing; a phone scrolls to the words above. */
function toFirst([field]: ContentField[]) {
  if (process.env.TARO_ENV !== 'h5' || !field) return
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`#sd-${field} input, #sd-${field} textarea, #sd-${field}`)?.focus())
}
