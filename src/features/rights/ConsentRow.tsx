import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Consent } from '../../../contract/consent'
import { useCommand } from '../../api/command'
import { accessible } from '../../ui/accessible'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { Note } from '../../ui/Note'
import { notAskedWords, consentLine, layerWords, versionLine } from './wording'
import { consentText, withdrawalText } from './consentText'

/** One layer: what was said last, and, opened, the text with both answers side by side and equally large; before a no what follows from it is told. */
export function ConsentRow({ consent, onSaid }: { consent: Consent; onSaid: () => void }) {
  const { layer, version, state } = consent
  const [open, setOpen] = useState(false)
  const [sure, setSure] = useState(false)
  const say = useCommand(['rights', 'consent'], { onDone: () => { say.reset(); setSure(false); onSaid() } })
  const no = state === 'given' || state === 'outdated' ? '收回同意' : '不同意'
  const busy = say.state === 'sending'
  const answer = (given: boolean) => say.send({ layer, version, given }, `${layerWords[layer]}：${given ? '同意' : '不同意'}`)
  return (
    <View className='row-group'>
      <View className='row tappable' {...accessible({ role: 'button', label: `${layerWords[layer]}，${consentLine(consent)}`, expanded: open, onTap: () => setOpen(!open) })}>
        <View className='grow'>
          <View className='head'>{layerWords[layer]}</View>
          <View className='sub ink2'>{consentLine(consent)}</View>
        </View>
        <View className='row-end'><Icon name={open ? 'up' : 'down'} className='chev' /></View>
      </View>
      {open && (
        <View className='rights-open stack'>
          {consentText[layer].map((line) => <View key={line} className='ink2'>{line}</View>)}
          <View className='meta ink2'>{versionLine(version)}</View>
          {say.refusal && <Note tone='brick'>{notAskedWords(say.refusal)}</Note>}
          {say.state === 'waiting' && <Note tone='lamp' icon='upload'>没有网络，联网自动送出。</Note>}
          {sure && <Note tone='lamp' icon='alert'>{withdrawalText[layer]}</Note>}
          {sure ? (
            <View className='acts'>
              <Button look='plain' label={`${layerWords[layer]}，先不收回`} onTap={() => setSure(false)}>再想想</Button>
              <Button look='danger' busy={busy} label={`${layerWords[layer]}，${no}`} onTap={() => answer(false)}>{`知道了，${no}`}</Button>
            </View>
          ) : (
            <View className='acts'>
              {state !== 'withdrawn' && <Button look='plain' busy={busy} label={`${layerWords[layer]}，${no}`} onTap={() => setSure(true)}>{no}</Button>}
              {state !== 'given' && <Button look='soft' busy={busy} label={`${layerWords[layer]}，同意`} onTap={() => answer(true)}>同意</Button>}
            </View>
          )}
        </View>
      )}
    </View>
  )
}
