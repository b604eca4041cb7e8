import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Note } from '../../ui/Note'
import { ImportResult } from './ImportResult'
import { useImport } from './useImport'
import { doneWords, refused, worth } from './wording'

/** Template, file, what it says, brought in. */
export function ImportSteps({ committeeId, onDone }: { committeeId: string; onDone: () => void }) {
  const table = useImport(committeeId, onDone)
  const { fileName, look, done, busy, trouble } = table
  const shown = done ?? look
  const whole = shown && shown.problem === null ? shown : null
  const some = whole ? worth(whole) : 0
  return (
    <>
      <Step n={1} title='下载模板，照着填'>
        <View className='sub ink2'>里面有三页：楼栋、住户、人员，用不到的空着。“说明”那一页写着每一列怎么填，有例子。</View>
        <View><Button look='plain' icon='doc' busy={busy === 'template'} onTap={table.template}>下载模板</Button></View>
      </Step>
      <Step n={2} title='选填好的表，先查一遍'>
        <View className='sub ink2'>{fileName === '' ? '一次最多 5,000 行。' : `选了“${fileName}”。`}</View>
        <View className='imp-acts'>
          <Button look={fileName === '' ? 'solid' : 'plain'} icon='upload' busy={busy === 'look'} onTap={table.choose}>{fileName === '' ? '选一份表' : '换一份表'}</Button>
          {fileName !== '' && !look && busy === null && <Button icon='refresh' onTap={table.lookAgain}>再查一次</Button>}
        </View>
        {look && look.problem !== null && <Note tone='brick'>{look.problem}</Note>}
      </Step>
      {whole && (
        <Step n={3} title={done ? '导入好了' : '看看对不对'}>
          {done
            ? <Note tone='pine'>{`${doneWords(whole.counts)}。${done.batch ? '不对的话，下面可以撤回这一批。' : '什么也没有改。'}`}</Note>
            : null}
          <ImportResult look={whole} done={done !== null} />
          {whole.failed && <View className='sub ink2'>不能导入的行另存成一份表，每行写着哪里不对。改好，就用那份表再导入一次。</View>}
          <View className='imp-acts'>
            {whole.failed && <Button look='plain' icon='out' onTap={table.keepFailed}>{`下载要改的 ${refused(whole)} 行`}</Button>}
            {!done && some > 0 && <Button busy={busy === 'bring'} onTap={table.bring}>{`导入 ${some} 行`}</Button>}
          </View>
        </Step>
      )}
      {trouble !== '' && <Note tone='brick'>{trouble}</Note>}
    </>
  )
}

function Step({ n, title, children }: { n: number; title: string; children: ReactNode }) {
  return (
    <Card pad label={title}>
      <View className='stack'>
        <Heading>{`${n}. ${title}`}</Heading>
        {children}
      </View>
    </Card>
  )
}
