import { View } from '@tarojs/components'
import { useState } from 'react'
import { useRead } from '../../api/read'
import { Note } from '../../ui/Note'
import { ImportBatches } from './ImportBatches'
import { ImportSteps } from './ImportSteps'
import './import.scss'

/** Bringing in from a table, step by step, and what was brought in before. */
export function ImportBoard({ committeeId }: { committeeId: string }) {
  const batches = useRead(['household', 'listImports'], { committeeId })
  const [told, setTold] = useState('')
  return (
    <View className='stack'>
      <View className='sub ink2'>用一份表格导入楼栋、住户和人员。先查一遍，什么也不改；看过再导入。导入不会安排上门，也不会让谁可以上门。</View>
      <ImportSteps committeeId={committeeId} onDone={batches.again} />
      {told !== '' && <Note tone='pine'>{told}</Note>}
      <ImportBatches batches={batches} onUndone={(words) => { setTold(words); batches.again() }} />
    </View>
  )
}
