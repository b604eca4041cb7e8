import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Archive } from '../../../contract/archive'
import { useCommand } from '../../api/command'
import { useRead } from '../../api/read'
import { accessible } from '../../ui/accessible'
import { Choice } from '../../ui/Choice'
import { SearchBox } from '../../ui/SearchBox'
import { useSettled } from '../../ui/useSettled'
import { WholeForm, wholePlace, type Reason } from './WholeForm'

/** Another household of the same building is taken in. */
export function MergeForm({ archive, onDone, onCancel }: { archive: Archive; onDone: () => void; onCancel: () => void }) {
  const { committeeId, householdId, label } = archive
  const [typed, setTyped] = useState(`${label.replace(/号楼.*/, '')}-`)
  const [other, setOther] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const door = useSettled(typed.trim())
  const found = useRead(['household', 'findDoors'], { committeeId, door }, { enabled: door !== '' })
  const doors = (found.data?.items ?? []).filter((one) => one.householdId !== householdId)
  const merge = useCommand(['household', 'merge'], { onDone })
  const send = (reason: Reason) => {
    setTried(true)
    if (other) merge.send({ ...wholePlace(archive), otherId: other, ...reason }, `${label} 并户`)
  }
  return (
    <WholeForm title='并进另一户' follows={`选中的那一户并进 ${label}：人、照护、说过的事都过来，经办的人不变。两户里有一户不要上门，并了以后也不上门。三十天里可以改回原样。`} act={`并进 ${label}`} sent={merge} onCancel={onCancel} onSend={send}>
      <View>
        <View className='head'>哪一户并进来</View>
        <SearchBox value={typed} onChange={(text) => { setTyped(text); setOther(null) }} placeholder='同一栋楼的室号，像 12-602' />
        <View {...accessible({ role: 'radiogroup', label: '哪一户并进来' })}>
          {doors.map((one) => <Choice key={one.householdId} title={one.label} note={`住 ${one.residents.length} 人${one.wish.noHomeVisits ? '，不要上门' : ''}`} chosen={other === one.householdId} onTap={() => setOther(one.householdId)} />)}
        </View>
        {found.data && doors.length === 0 && <View className='sub ink2'>没有找到，楼号和室号都写上</View>}
        {tried && !other && <View className='sub brick'>选一选哪一户</View>}
      </View>
    </WholeForm>
  )
}
