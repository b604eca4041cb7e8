import { View } from '@tarojs/components'
import { useState } from 'react'
import { fillTemplate } from '../../../contract/template'
import { useRead } from '../../api/read'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Empty } from '../../ui/Empty'
import { Heading } from '../../ui/Heading'
import { KindTag } from '../../ui/KindTag'
import { Link } from '../../ui/Link'
import { Loadable } from '../../ui/Loadable'
import { Note } from '../../ui/Note'
import { TemplateForm, type WrittenTemplate } from './TemplateForm'
import { TemplatesRefused } from './TemplatesRefused'
import { kindWords, sample } from './wording'
import './template.scss'

/** What the committee often says: read as residents will read it, and changed here. */
export function TemplateList({ committeeId }: { committeeId: string }) {
  const list = useRead(['template', 'list'], { committeeId })
  const [editing, setEditing] = useState<string | 'new' | null>(null)
  const [written, setWritten] = useState<WrittenTemplate>()
  const [done, setDone] = useState('')
  const { items = [], mayEdit } = list.data ?? {}
  const end = (words = '') => {
    setEditing(null)
    setWritten(undefined)
    setDone(words)
    if (words !== '') list.again()
  }
  return (
    <View className='stack'>
      <View className='sub ink2'>答复的时候点“用语”就能选。下面是填好以后的样子，编号、日期和称呼到时候会换成真的。</View>
      <TemplatesRefused committeeId={committeeId} onTakeBack={(words) => { setWritten(words); setEditing(words.templateId ?? 'new'); setDone('') }} />
      {done !== '' && <Note tone='pine'>{done}</Note>}
      {mayEdit && editing !== 'new' && <Button look='soft' wide icon='plus' onTap={() => { setEditing('new'); setDone('') }}>新写一条</Button>}
      {editing === 'new' && <TemplateForm written={written} committeeId={committeeId} onDone={end} onClose={() => end()} />}
      <Loadable
        waiting={list.waiting}
        failed={list.failed}
        offlineSince={list.offlineSince}
        onAgain={list.again}
        empty={items.length === 0 && editing === null && <Empty icon='doc' title='还没有常说的话' note='把每天都要说的几句写好，答复起来快，说法也一致。' />}
      >
        {items.map((item) => (item.id === editing
          ? <TemplateForm key={item.id} written={written} committeeId={committeeId} template={item} onDone={end} onClose={() => end()} />
          : (
            <Card key={item.id} label={item.title} pad>
              <View className='line'>
                <View className='grow'><Heading>{item.title}</Heading></View>
                <KindTag>{kindWords[item.kind ?? 'all']}</KindTag>
                {mayEdit && <Link label={`改“${item.title}”`} onTap={() => { setEditing(item.id); setDone('') }}>改一改</Link>}
              </View>
              <View className='template-words'>{fillTemplate(item.text, sample)}</View>
            </Card>
          )))}
      </Loadable>
    </View>
  )
}
