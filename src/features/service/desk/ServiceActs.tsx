import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ServiceEdit } from '../../../../contract/serviceEditing'
import { call } from '../../../api/client'
import { newKey } from '../../../api/uuid'
import { Button } from '../../../ui/Button'
import { dayIn } from '../../../ui/dates'
import { PublishSheet } from './PublishSheet'
import { ReasonSheet } from './ReasonSheet'
import type { ServiceStep } from './useServiceStep'
import { reasonWords, type ReasonStep } from './wording'

interface Props {
  committeeId: string
  edit: ServiceEdit
  step: ServiceStep
  /** Sees to it that all that is typed is with the server. @returns its revision, or null when something is in the way */
  ready: () => Promise<number | null>
}

const reasons: ReasonStep[] = ['giveBack', 'withdrawSchedule', 'retire', 'discard']

/** What the server says may be done now. */
export function ServiceActs({ committeeId, edit, step, ready }: Props) {
  const [open, setOpen] = useState<ReasonStep | 'publish' | null>(null)
  const one = { committeeId, slug: edit.slug }
  const may = (name: ServiceEdit['steps'][number]) => edit.steps.includes(name)
  const shut = (done: boolean) => done && setOpen(null)
  const begin = (sheet: NonNullable<typeof open>) => {
    step.clear()
    setOpen(sheet)
  }
  const send = async () => {
    const revision = await ready()
    if (revision !== null) await step.take(() => call(['service', 'send'], { ...one, revision }, newKey()))
  }
  const publish = async (at: string | null) => {
    const revision = await ready()
    if (revision === null) return setOpen(null)
    shut(await step.take(() => call(['service', 'publish'], { ...one, revision, at }, newKey())))
  }
  const check = () => step.take(() => call(['service', 'check'], { ...one, asOf: dayIn(0), nextCheck: null }, newKey()))
  return (
    <View className='wrap sd-acts' style={{ '--gap': '8px' }}>
      {may('publish') && <Button small onTap={() => void ready().then((revision) => revision !== null && begin('publish'))}>发布</Button>}
      {may('send') && <Button small look={may('publish') ? 'plain' : 'solid'} busy={step.busy && open === null} onTap={() => void send()}>送审</Button>}
      {may('check') && !edit.open && <Button small look='soft' busy={step.busy && open === null} onTap={() => void check()}>还有效</Button>}
      {reasons.filter(may).map((name) => <Button key={name} small look='plain' onTap={() => begin(name)}>{reasonWords[name].button}</Button>)}
      {open === 'publish' && <PublishSheet busy={step.busy} problem={step.problem} onGive={(at) => void publish(at)} onClose={() => setOpen(null)} />}
      {open && open !== 'publish' && (
        <ReasonSheet
          {...reasonWords[open]}
          busy={step.busy}
          problem={step.problem}
          onGive={(reason) => void step.take(() => call(['service', open], { ...one, reason }, newKey())).then(shut)}
          onClose={() => setOpen(null)}
        />
      )}
    </View>
  )
}
