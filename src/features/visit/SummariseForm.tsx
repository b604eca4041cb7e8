import { View } from '@tarojs/components'
import { useState } from 'react'
import type { DemandKind } from '../../../contract/demand/said'
import type { Visit, VisitBrief } from '../../../contract/visit'
import { useCommand } from '../../api/command'
import { draftOf, forgetDraft, rememberDraft } from '../../api/drafts'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Note } from '../../ui/Note'
import { Select } from '../../ui/Select'
import { TextArea } from '../../ui/TextArea'
import { TextInput } from '../../ui/TextInput'
import { notSentWords } from './wording'

const kinds: { value: DemandKind; word: string }[] = [
  { value: 'request', word: '求助' }, { value: 'suggestion', word: '建议' }, { value: 'consultation', word: '咨询' }, { value: 'complaint', word: '投诉' }, { value: 'hazard', word: '隐患' },
]
/** What was learned about one of the household. */
interface Fact { residentId: string; field: 'phone' | 'note'; value: string }
interface Kept { summary: string; needs: { kind: DemandKind; text: string }[]; helpers: string[]; facts?: Fact[] }

/** What came of the talk: the words, what has to be done, and who may like to help. */
export function SummariseForm({ visit, members, onClose }: { visit: Visit; members: VisitBrief['members']; onClose: () => void }) {
  const draft = `visit/summarise/${visit.id}`
  const [form, setForm] = useState<Kept>(() => draftOf<Kept>(draft) ?? { summary: visit.summary ?? '', needs: [], helpers: [] })
  const [wrong, setWrong] = useState('')
  const summarise = useCommand(['visit', 'summarise'], { onDone: () => { forgetDraft(draft); onClose() } })
  const set = (change: Partial<Kept>) => {
    const next = { ...form, ...change }
    setForm(next)
    rememberDraft(draft, next)
    setWrong('')
  }
  const need = (at: number, change: Partial<Kept['needs'][number]>) => set({ needs: form.needs.map((one, n) => (n === at ? { ...one, ...change } : one)) })
  const send = () => {
    if (form.summary.trim().length < 2) return setWrong('写几句聊了什么，对方要确认')
    const needs = form.needs.map(({ kind, text }) => ({ kind, text: text.trim() })).filter(({ text }) => text.length >= 2)
    summarise.send({ committeeId: visit.committeeId, visitId: visit.id, summary: form.summary.trim(), needs, helpers: form.helpers.map((one) => one.trim()).filter((one) => one !== ''), facts: facts.map((one) => ({ ...one, value: one.value.trim() })).filter(({ value }) => value.length >= 2) }, '写小结')
  }
  const facts = form.facts ?? []
  const fact = (at: number, change: Partial<Fact>) => set({ facts: facts.map((one, n) => (n === at ? { ...one, ...change } : one)) })
  const stuck = summarise.state === 'failed' || summarise.state === 'refused'
  return (
    <Card pad label='写小结'>
      <View className='stack'>
        <TextArea id='visit-summary' label='聊了什么' hint='对方看过、确认了才算。身体和家里的难处，没说可以写就不写' value={form.summary} onChange={(summary) => set({ summary })} maxLength={2000} wrong={wrong} />
        {form.needs.map(({ kind, text }, n) => (
          // The order is all that tells them apart.
          // oxlint-disable-next-line no-array-index-key
          <View key={n} className='stack'>
            <Select id={`need-kind-${n}`} label={`要办的第 ${n + 1} 件`} options={kinds} value={kind} onChange={(value) => need(n, { kind: value })} />
            <TextArea id={`need-text-${n}`} label='什么事，想怎么解决' value={text} onChange={(value) => need(n, { text: value })} maxLength={1000} />
            <Button small look='plain' icon='close' label={`去掉第 ${n + 1} 件`} onTap={() => set({ needs: form.needs.filter((_, at) => at !== n) })}>去掉</Button>
          </View>
        ))}
        {form.needs.length < 5 && <Button look='soft' icon='plus' onTap={() => set({ needs: [...form.needs, { kind: 'request', text: '' }] })}>加一件要办的</Button>}
        {form.needs.length > 0 && <View className='sub ink2'>送出后马上记成一件事，有人接、有日子，对方看得到</View>}
        {form.helpers.map((what, n) => (
          // oxlint-disable-next-line no-array-index-key
          <TextInput key={n} id={`helper-${n}`} label='愿意帮什么（由对方自己点头）' value={what} onChange={(value) => set({ helpers: form.helpers.map((one, at) => (at === n ? value : one)) })} maxLength={100} placeholder='会修自行车' />
        ))}
        {form.helpers.length < 3 && <Button look='plain' icon='plus' onTap={() => set({ helpers: [...form.helpers, ''] })}>加一样愿意帮忙的</Button>}
        {facts.map(({ residentId, field, value }, n) => (
          // oxlint-disable-next-line no-array-index-key
          <View key={n} className='stack'>
            <Select id={`fact-who-${n}`} label='档案里谁的' options={members.map((one) => ({ value: one.residentId, word: one.name }))} value={residentId} onChange={(who) => fact(n, { residentId: who })} />
            <Select id={`fact-field-${n}`} label='改哪一样' options={[{ value: 'phone' as const, word: '电话' }, { value: 'note' as const, word: '记一句' }]} value={field} onChange={(what) => fact(n, { field: what })} />
            <TextInput id={`fact-value-${n}`} label={field === 'phone' ? '新的电话' : '记什么'} hint='先记作待确认，块长看过再改进档案' value={value} onChange={(typed) => fact(n, { value: typed })} maxLength={field === 'phone' ? 20 : 300} />
          </View>
        ))}
        {members.length > 0 && facts.length < 5 && <Button look='plain' icon='plus' onTap={() => set({ facts: [...facts, { residentId: members[0]!.residentId, field: 'phone', value: '' }] })}>加一处档案要改的</Button>}
        {stuck && <Note tone='brick'>{notSentWords(summarise.refusal)}</Note>}
        <View className='acts'>
          <Button look='plain' onTap={onClose}>先放着</Button>
          <Button busy={summarise.state === 'sending'} onTap={send}>给对方看</Button>
        </View>
      </View>
    </Card>
  )
}
