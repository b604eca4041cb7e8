import { View } from '@tarojs/components'
import { Field } from '../../../ui/Field'
import { IconButton } from '../../../ui/IconButton'
import { Link } from '../../../ui/Link'
import { TextInput } from '../../../ui/TextInput'

interface Props {
  id: string
  label: string
  lines: string[]
  most: number
  onChange: (lines: string[]) => void
  hint?: string
  wrong?: string
}

/** Lines one adds, takes away and moves, all by buttons, so the keyboard does it too. */
export function LinesField({ id, label, lines, most, onChange, hint, wrong }: Props) {
  const set = (at: number, ...by: string[]) => onChange([...lines.slice(0, at), ...by, ...lines.slice(at + 1)])
  const up = (at: number) => onChange([...lines.slice(0, at - 1), lines[at]!, lines[at - 1]!, ...lines.slice(at + 1)])
  return (
    <Field id={id} label={label} hint={hint} wrong={wrong}>
      {lines.map((line, at) => (
        // Lines have no name but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <View key={at} className='line sd-line'>
          <View className='grow'><TextInput id={`${id}-${at}`} label={`${label}第 ${at + 1} 条`} value={line} maxLength={most} onChange={(text) => set(at, text)} /></View>
          {at > 0 && <IconButton icon='up' label={`第 ${at + 1} 条往上移`} bare onTap={() => up(at)} />}
          <IconButton icon='close' label={`拿掉第 ${at + 1} 条`} bare onTap={() => set(at)} />
        </View>
      ))}
      {lines.length < 20 && <Link label={`${label}，加一条`} onTap={() => onChange([...lines, ''])}>加一条</Link>}
    </Field>
  )
}
