import { View } from '@tarojs/components'
import { Card } from '../../ui/Card'
import { ChipGroup } from '../../ui/ChipGroup'
import { Field } from '../../ui/Field'
import { Heading } from '../../ui/Heading'
import { SwitchRow } from '../../ui/SwitchRow'
import { useTextScale } from '../../ui/textScale'
import { chosenStep, scaleSteps, type ScaleStep } from './scaleSteps'
import './me.scss'

/** Steps rather than a slider: a trembling hand hits a button. The whole page is the sample. */
export function TextSize() {
  const { scale, elder, setElder, setScale } = useTextScale()
  const steps = scaleSteps.filter(({ scale: size }) => !elder || size >= 1.375)
  return (
    <>
      <Card pad label='看看字够不够大'>
        <View className='sample'>
          <Heading size='title'>楼道灯不亮</Heading>
          <View>王芳在办，预计 11月27日（周五）前答复您</View>
          <View className='sub ink2'>您说的每件事，都有人接着</View>
        </View>
      </Card>
      <Field id='scale' label='字的大小'>
        <View className='scale-steps'>
          <ChipGroup
            label='字的大小'
            options={steps.map(({ value, word }) => ({ value, word }))}
            value={chosenStep(scale)}
            onChange={(value: ScaleStep) => setScale(scaleSteps.find((step) => step.value === value)!.scale)}
          />
        </View>
      </Field>
      <Card>
        <SwitchRow title='长辈版' note='字大、按钮大，一页只放要紧的' on={elder} onChange={setElder} />
      </Card>
    </>
  )
}
