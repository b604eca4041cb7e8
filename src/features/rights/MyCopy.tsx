import { View } from '@tarojs/components'
import { setClipboardData } from '@tarojs/taro'
import { useState } from 'react'
import type { RightsCopy } from '../../../contract/rightsCopy'
import { call } from '../../api/client'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Note } from '../../ui/Note'
import { CopySheet, type CopyWords } from './CopySheet'
import { notAskedWords } from './wording'
import './rights.scss'

const browser = process.env.TARO_ENV === 'h5'

/** The copy is asked for by a tap, put on record, and never kept on the phone unless the person saves it. */
export function MyCopy({ committeeId, words }: { committeeId: string | undefined; words: CopyWords }) {
  const [copy, setCopy] = useState<RightsCopy | null>(null)
  const [failed, setFailed] = useState(false)
  const [saved, setSaved] = useState(false)
  const ask = useCommand(['rights', 'ask'], {
    onDone: () => call(['rights', 'copy'], {}).then(setCopy, () => setFailed(true)),
  })
  const save = () => {
    const text = JSON.stringify(copy, null, 2)
    if (browser) {
      const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(new Blob([text], { type: 'application/json' })), download: '我的信息.json' })
      link.click()
      URL.revokeObjectURL(link.href)
      setSaved(true)
    } else setClipboardData({ data: text }).then(() => setSaved(true), () => setSaved(false))
  }
  if (copy) {
    return (
      <>
        <View className='rights-acts acts'>
          {browser && <Button look='soft' icon='print' onTap={() => window.print()}>打印</Button>}
          <Button look='soft' icon='out' onTap={save}>{browser ? '存成文件' : '复制全部'}</Button>
        </View>
        {saved && <Note tone='pine'>{browser ? '存好了，文件名是“我的信息.json”。' : '复制好了，粘到备忘录或者文件里。'}</Note>}
        <CopySheet copy={copy} words={words} />
      </>
    )
  }
  const busy = ask.state === 'sending' || (ask.output !== null && !failed)
  return (
    <Card pad label='要一份'>
      <View className='stack'>
        <View>把掌心汇记下的、和您有关的都列出来：住哪一户、封存着的电话和照护、档案改过什么、谁看过、走访、说过的事和每一句答复、收到的消息、同意过什么。别人的事不在里面。</View>
        <View className='sub ink2'>会记下您要过一份。手机里不留，看完就没有了，要留自己存。</View>
        {ask.refusal && <Note tone='brick'>{notAskedWords(ask.refusal)}</Note>}
        {(failed || ask.state === 'failed') && <Note tone='brick'>这次没取到，是我们这边的问题。再点一次。</Note>}
        {ask.state === 'waiting' && <Note tone='lamp' icon='upload'>没有网络。有网的时候再点一次。</Note>}
        {committeeId && <Button wide busy={busy} onTap={() => { setFailed(false); ask.reset(); ask.send({ committeeId, kind: 'copy', words: '' }) }}>现在看</Button>}
      </View>
    </Card>
  )
}

