import { Textarea, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Demand } from '../../../contract/demand/demand'
import { useCommand } from '../../api/command'
import { draftOf, forgetDraft, rememberDraft } from '../../api/drafts'
import { photosSaidWith } from '../../api/photos'
import { usePhotoSlots } from '../../api/photoSlots'
import { accessible } from '../../ui/accessible'
import { boxSpoken } from '../../ui/Field'
import { IconButton } from '../../ui/IconButton'
import { notSentWords, stepWords } from './wording'

/** One box at the foot of a demand: type, send, and it stands in the thread. */
export function WordsBox({ demand }: { demand: Demand }) {
  const draftName = `demand/add/${demand.id}`
  const [text, setText] = useState(() => draftOf<string>(draftName) ?? '')
  const photos = usePhotoSlots()
  const [focus, setFocus] = useState(false)
  const command = useCommand(['demand', 'add'], { onDone: () => empty() })
  const empty = () => {
    setText('')
    forgetDraft(draftName)
    command.reset()
  }
  // The thread shows it as 待上传 from here on; only the change of state counts.
  useEffect(() => {
    if (command.state === 'waiting') empty()
    // oxlint-disable-next-line exhaustive-deps, exhaustive-effect-dependencies
  }, [command.state])

  const type = (typed: string) => {
    setText(typed)
    rememberDraft(draftName, typed)
  }
  const send = () => {
    const words = text.trim()
    if (!words) return
    const key = command.send({ committeeId: demand.committeeId, demandId: demand.id, text: words }, words.slice(0, 30))
    photosSaidWith(draftName, key)
  }
  const stuck = command.state === 'failed' || command.state === 'refused'
  const label = '补充一句，或问一句'
  return (
    <View className='grow'>
      {stuck && <View className='meta brick strong dock-line' {...accessible({ role: 'alert' })}>{notSentWords(command.refusal)}</View>}
      {photos && (focus || text.trim() !== '') && <photos.Picker committeeId={demand.committeeId} draft={draftName} />}
      <View className='line words-dock'>
        <View className={focus ? 'box focus' : 'box'}>
          <Textarea
            className='words-area'
            value={text}
            maxlength={1000}
            autoHeight
            fixed
            disableDefaultPadding
            placeholder={label}
            placeholderClass='placeholder'
            onInput={(event) => type(event.detail.value)}
            onFocus={() => setFocus(true)}
            onBlur={() => setFocus(false)}
            {...boxSpoken({ id: 'words', label })}
          />
        </View>
        {text.trim() !== '' && <IconButton icon='send' label={stepWords.add} onTap={send} />}
      </View>
    </View>
  )
}
