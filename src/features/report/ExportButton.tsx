import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ReportAsked } from '../../../contract/report'
import { OfflineError, RefusedError } from '../../api/outcome'
import { fetchReport, keepFile } from '../../api/report'
import { faultWords, refusalWords } from '../../wording'
import { Button } from '../../ui/Button'
import { Note } from '../../ui/Note'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'

interface Props {
  /** What is in it: 「诉求」. */
  what: string
  /** What is kept out of it. */
  without: string
  asked: (why: string) => ReportAsked
}

const fewest = 2

/** Only on a PC: phones in WeChat have no place for a table. What it is for is asked first, and stands on every sheet. */
export function ExportButton({ what, without, asked }: Props) {
  const [open, setOpen] = useState(false)
  const [why, setWhy] = useState('')
  const [wrong, setWrong] = useState('')
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState<{ tone: 'brick' | 'pine'; words: string } | null>(null)

  const close = () => {
    setOpen(false)
    setTold(null)
  }
  const take = async () => {
    if (why.trim().length < fewest) return setWrong('写一句用来做什么，主任会看到')
    setBusy(true)
    setTold(null)
    try {
      const made = await fetchReport(asked(why.trim()))
      keepFile(made)
      setTold({ tone: 'pine', words: '导好了，在浏览器的下载里' })
      setWhy('')
    } catch (error) {
      setTold({ tone: 'brick', words: wordsOf(error) })
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button small look='plain' icon='out' onTap={() => setOpen(true)}>导出表格</Button>
      <Sheet open={open} title={`导出${what}`} onClose={close}>
        <View className='stack'>
          <View className='sub ink2'>{`${without}每一页都写着您的名字、时间和用途，谁导过主任都看得到。`}</View>
          <TextArea id='export-why' label='用来做什么' hint='像“冬季走访排班”，一两句就行' value={why} onChange={(typed) => { setWhy(typed); setWrong('') }} maxLength={200} wrong={wrong} />
          {told && <Note tone={told.tone}>{told.words}</Note>}
          <View className='acts'>
            <Button look='plain' onTap={close}>关上</Button>
            <Button busy={busy} onTap={() => void take()}>导出</Button>
          </View>
        </View>
      </Sheet>
    </>
  )
}

function wordsOf(error: unknown): string {
  if (error instanceof RefusedError) return error.code === 'NotFound' ? '这份表格只有居委会能导' : refusalWords[error.code]
  return error instanceof OfflineError ? '没有网络，没导成。写的还在，联网再点一次' : faultWords
}
