import { View } from '@tarojs/components'
import { useState } from 'react'
import type { DemandKind } from '../../../contract/demand/said'
import { fillTemplate, type Placeholder } from '../../../contract/template'
import { useRead } from '../../api/read'
import { go } from '../../routes'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { Empty } from '../../ui/Empty'
import { Link } from '../../ui/Link'
import { Loadable } from '../../ui/Loadable'
import { Sheet } from '../../ui/Sheet'

interface Props {
  committeeId: string
  kind: DemandKind
  /** What is known of the demand; a placeholder without a value stays and has to be written. */
  values: Partial<Record<Placeholder, string>>
  /** The words, filled in. */
  onPick: (words: string) => void
}

/** 用语: what the committee often says, filled in for this demand; chosen words join what is written already. */
export function TemplatePicker({ committeeId, kind, values, onPick }: Props) {
  const [open, setOpen] = useState(false)
  const list = useRead(['template', 'list'], { committeeId, kind }, { enabled: open })
  const { items = [], mayEdit } = list.data ?? {}
  const edit = () => {
    setOpen(false)
    go('staff/templates')
  }
  return (
    <>
      <Button look='plain' small icon='book' label='用语，常说的话' onTap={() => setOpen(true)}>用语</Button>
      <Sheet open={open} title='常说的话' onClose={() => setOpen(false)}>
        <View className='sub ink2'>选一句，加到写好的后面，还能再改。</View>
        <Loadable
          waiting={list.waiting}
          failed={list.failed}
          offlineSince={list.offlineSince}
          onAgain={list.again}
          empty={items.length === 0 && <Empty icon='doc' title='还没有常说的话' note='居委会写好以后，块长和社工都能用。' />}
        >
          <View>
            {items.map(({ id, title, text }) => {
              const words = fillTemplate(text, values)
              return <Choice key={id} title={title} note={words} onTap={() => { setOpen(false); onPick(words) }} />
            })}
          </View>
        </Loadable>
        {mayEdit && <Link onTap={edit}>改这些话</Link>}
      </Sheet>
    </>
  )
}
