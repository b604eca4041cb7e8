import { View } from '@tarojs/components'
import { useState } from 'react'
import { useRead } from '../../api/read'
import { go } from '../../routes'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { Row } from '../../ui/Row'
import { SearchBox } from '../../ui/SearchBox'
import { useSettled } from '../../ui/useSettled'

/** The door somebody stands at the desk for. */
export function FindDoor({ committeeId, wide }: { committeeId: string; /** The reader serves the committee whole. */ wide: boolean }) {
  const [typed, setTyped] = useState('')
  const door = useSettled(typed.trim())
  const found = useRead(['household', 'findDoors'], { committeeId, door }, { enabled: door !== '' })
  const items = door === '' ? [] : (found.data?.items ?? [])
  return (
    <View className='stack'>
      <SearchBox value={typed} onChange={setTyped} placeholder='几号楼几室，像 11-201' />
      {wide && <Button wide look='plain' icon='phone' onTap={() => go('archive/find-phone')}>只知道电话，按电话找</Button>}
      {door === ''
        ? <Empty icon='door' title='先找到这一户' note='写楼号和室号，像 11-201。找到以后可以印入户码，也能把搬走的人移出。' />
        : (
            <Loadable waiting={found.waiting} failed={found.failed} onAgain={found.again} empty={items.length === 0 && <Empty icon='search' title={`没找到“${door}”`} note='楼号和室号都要写，像 11-201。' />}>
              <Card label='找到的户'>
                {items.map(({ householdId, label, blockName, residents }) => (
                  <Row key={householdId} title={label} note={`${blockName}，住 ${residents.length} 人`} label={`${label}，${blockName}`} onTap={() => go('archive/household-code', { committeeId, householdId })} />
                ))}
              </Card>
            </Loadable>
          )}
    </View>
  )
}
