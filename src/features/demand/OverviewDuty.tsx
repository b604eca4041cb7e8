import { View } from '@tarojs/components'
import type { Overview } from '../../../contract/demand/overview'
import { Card } from '../../ui/Card'
import { weekDay } from '../../ui/dates'
import { Note } from '../../ui/Note'
import { PersonRow } from '../../ui/PersonRow'
import { presenceWords } from '../../wording'

/** Who receives residents today, and working days ahead on which nobody does yet. */
export function OverviewDuty({ data: { duty, dutyGaps } }: { data: Pick<Overview, 'duty' | 'dutyGaps'> }) {
  return (
    <View className='stack'>
      {duty && (
        <Card label='今天接待'>
          <PersonRow name={duty.staff.name} title={`今天接待：${duty.staff.name}`} post={presenceWords(duty)} lit={duty.here} />
        </Card>
      )}
      {!duty && <Note tone='lamp' icon='calendar'>今天还没有排接待的人。有人说事，先到块长，再到主任。</Note>}
      {dutyGaps.length > 0 && <Note tone='lamp' icon='calendar'>{`${dutyGaps.map((day) => weekDay(day)).join('、')} 还没有排接待的人。`}</Note>}
    </View>
  )
}
