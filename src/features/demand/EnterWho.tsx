import { View } from '@tarojs/components'
import { Card } from '../../ui/Card'
import { ChipGroup } from '../../ui/ChipGroup'
import { Choice } from '../../ui/Choice'
import { Row } from '../../ui/Row'
import { TextInput } from '../../ui/TextInput'
import type { EnterFormState } from './useEnterForm'

const other = 'other'

/** Who said it: the door by a few figures, then one of those who live there, or anybody else by name. */
export function EnterWho({ form }: { form: EnterFormState }) {
  const { draft, change, wrong, doors, looked, residents } = form
  return (
    <>
      {draft.home ? (
        <Card label='哪一户'>
          <Row title={draft.home.label} value='换一户' label={`${draft.home.label}，换一户`} onTap={() => change({ home: null, residentId: null, door: '' })} />
        </Card>
      ) : (
        <TextInput
          id='door'
          label='几号楼几室'
          value={draft.door}
          maxLength={20}
          hint={looked && doors.length === 0 ? '没有找到。接着写，不写门牌也能登记' : '写 11-201 就能找到'}
          placeholder='不知道可以不写'
          onChange={(door) => change({ door })}
        />
      )}
      {doors.length > 0 && (
        <Card label='找到的门牌'>
          {doors.map((door) => (
            <Choice
              key={door.householdId}
              title={door.label}
              note={[door.blockName, door.wish.noHomeVisits && '这户不要上门'].filter(Boolean).join('，')}
              onTap={() => change({ home: { householdId: door.householdId, label: door.label, residents: door.residents }, residentId: null })}
            />
          ))}
        </Card>
      )}
      {residents.length > 0 && (
        <View className='kinds-free'>
          <ChipGroup
            label='家里哪一位'
            options={[...residents.map(({ id, name, inApp }) => ({ value: id, word: inApp ? `${name}（有小程序）` : name })), { value: other, word: '别的人' }]}
            value={draft.residentId ?? (draft.name !== '' ? other : null)}
            onChange={(id) => {
              const resident = residents.find((one) => one.id === id)
              change(resident ? { residentId: id, name: resident.name } : { residentId: null, name: '' })
            }}
          />
        </View>
      )}
      {draft.residentId === null && (
        <TextInput id='who' label='怎么称呼' value={draft.name} maxLength={20} wrong={wrong.name} placeholder='张阿婆、何先生' onChange={(name) => change({ name })} />
      )}
      <TextInput id='phone' label='电话（可以不写）' type='text' value={draft.phone} maxLength={20} wrong={wrong.phone} placeholder='回电话用，只有经办的人看得到' onChange={(phone) => change({ phone })} />
    </>
  )
}
