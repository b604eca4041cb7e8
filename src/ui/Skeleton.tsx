import { View } from '@tarojs/components'
import { accessible } from './accessible'

const widths = ['210px', '172px', '226px']

/** The shape of rows to come, three at most. */
export function Skeleton({ rows = 3 }: { rows?: number }) {
  return (
    <View className='card' {...accessible({ hidden: true })}>
      {widths.slice(0, rows).map((width) => (
        <View key={width} className='row'>
          <View className='grow'>
            <View className='sk' style={{ width: '74px', height: '20px' }} />
            <View className='sk' style={{ width, height: '18px', marginTop: '12px' }} />
            <View className='sk' style={{ width: '80%', height: '14px', marginTop: '10px' }} />
          </View>
        </View>
      ))}
    </View>
  )
}
