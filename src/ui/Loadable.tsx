import { View } from '@tarojs/components'
import { useEffect, useState, type ReactNode } from 'react'
import { accessible } from './accessible'
import { OfflineBar } from './OfflineBar'
import { Problem } from './Problem'
import { Skeleton } from './Skeleton'

interface Props {
  waiting: boolean
  failed?: boolean
  offlineSince?: string | null
  empty?: ReactNode
  problem?: ReactNode
  onAgain?: () => void
  skeleton?: ReactNode
  children: ReactNode
}

/** Quicker answers need no skeleton: it would only flash. */
const patient = 300
const slow = 8000

/** The four faces of a list: waiting, empty, failed, offline; else what it holds. */
export function Loadable({ waiting, failed, offlineSince, empty, problem, onAgain, skeleton, children }: Props) {
  if (failed) return <>{problem ?? <Problem onAgain={onAgain} />}</>
  if (waiting) return <Waiting skeleton={skeleton} />
  return (
    <>
      {offlineSince && <OfflineBar since={offlineSince} />}
      {empty || children}
    </>
  )
}

function Waiting({ skeleton = <Skeleton /> }: { skeleton?: ReactNode }) {
  const [stage, setStage] = useState<'quiet' | 'shown' | 'slow'>('quiet')

  useEffect(() => {
    const timers = [setTimeout(() => setStage('shown'), patient), setTimeout(() => setStage('slow'), slow)]
    return () => timers.forEach(clearTimeout)
  }, [])

  if (stage === 'quiet') return <View {...accessible({ busy: true })} />
  return (
    <View className='stack' {...accessible({ busy: true })}>
      <View className='sub ink2' {...accessible({ role: 'status' })}>{stage === 'slow' ? '比平时慢，还在取' : '正在取，通常一两秒'}</View>
      {skeleton}
    </View>
  )
}
