import { View } from '@tarojs/components'
import { useState } from 'react'
import type { DemandKind } from '../../../contract/demand/said'
import { fillTemplate, placeholders, TemplateText, unfilledIn, type AnswerTemplate } from '../../../contract/template'
import type { InputOf } from '../../api/client'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Note } from '../../ui/Note'
import { Select } from '../../ui/Select'
import { Tag } from '../../ui/Tag'
import { TextArea } from '../../ui/TextArea'
import { TextInput } from '../../ui/TextInput'
import { kindWords, notSavedWords, placeholderWords, sample, wrongWords } from './wording'
import './template.scss'
import './template.scss'

/** As it was typed and sent. */
export type WrittenTemplate = InputOf<readonly ['template', 'save']>

interface Props {
  committeeId: string
  /** Words that came back from the server with a no. */
  written?: WrittenTemplate
  /** Absent for a new one. */
  template?: AnswerTemplate
  onDone: (words: string) => void
  onClose: () => void
}

const kinds = Object.entries(kindWords).map(([value, word]) => ({ value: value as keyof typeof kindWords, word }))

/** One template, and below it what a resident would read. */
export function TemplateForm({ committeeId, template, written, onDone, onClose }: Props) {
  const first = written ?? template
  const [title, setTitle] = useState(first?.title ?? '')
  const [kind, setKind] = useState<DemandKind | 'all'>(first?.kind ?? 'all')
  const [text, setText] = useState(first?.text ?? '')
  const [wrong, setWrong] = useState<{ title?: string; text?: string }>({})
  const save = useCommand(['template', 'save'], { onDone: () => onDone(`“${title.trim()}”存好了。`) })
  const remove = useCommand(['template', 'remove'], { onDone: () => onDone(`“${template?.title}”拿掉了。用它答复过的都还在。`) })

  const write = (words: string) => {
    setText(words)
    setWrong({})
  }
  const send = () => {
    const found = { ...(title.trim() === '' && { title: wrongWords.title }), ...wrongIn(text) }
    setWrong(found)
    if (Object.keys(found).length > 0) return
    save.send({ committeeId, templateId: template?.id ?? null, kind: kind === 'all' ? null : kind, title: title.trim(), text: text.trim() }, title.trim())
  }
  const stuck = [save, remove].find(({ state }) => state === 'refused' || state === 'failed')
  const waits = save.state === 'waiting' || remove.state === 'waiting'
  const id = template?.id ?? 'new'
  return (
    <Card label={template ? `改“${template.title}”` : '新写一条'} pad>
      <View className='stack'>
        <TextInput id={`title-${id}`} label='叫什么' hint='选的时候看这个名字' value={title} onChange={(words) => { setTitle(words); setWrong({}) }} wrong={wrong.title} maxLength={20} />
        <Select id={`kind-${id}`} label='答复哪一类事' options={kinds} value={kind} onChange={setKind} />
        <TextArea id={`text-${id}`} label='怎么说' value={text} onChange={write} wrong={wrong.text} maxLength={500} />
        <View className='wrap' style={{ '--gap': '8px' }}>
          {placeholders.map((name) => <Button key={name} small look='soft' icon='plus' label={`加上${placeholderWords[name]}`} onTap={() => write(`${text}{${name}}`)}>{name}</Button>)}
        </View>
        {text.trim() !== '' && !wrongIn(text).text && (
          <Note icon='eye'>
            <View className='sub ink2'>{unfilledIn(text).length > 0 ? '居民看到的样子，编号、日期和称呼会换成真的：' : '居民看到的样子：'}</View>
            <View className='template-words'>{fillTemplate(text, sample)}</View>
          </Note>
        )}
        {waits && <View><Tag tone='lamp' icon='upload'>待上传</Tag></View>}
        {stuck && <Note tone='brick'>{notSavedWords(stuck.refusal)}</Note>}
        <View className='acts'>
          <Button look='plain' onTap={onClose}>不改了</Button>
          <Button busy={save.state === 'sending'} onTap={send}>存下</Button>
        </View>
        {template && <Button look='danger' small busy={remove.state === 'sending'} onTap={() => remove.send({ committeeId, templateId: template.id }, template.title)}>拿掉这一条</Button>}
      </View>
    </Card>
  )
}

function wrongIn(text: string): { text?: string } {
  if (text.trim().length < 2) return { text: wrongWords.text }
  return TemplateText.safeParse(text).success ? {} : { text: wrongWords.braces }
}
