import { View } from '@tarojs/components'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Timeline } from '../../ui/Timeline'
import type { RouteLink } from '../../../contract/demand/route'
import { routeStop } from './routeWording'
import './demand.scss'

/** Whom it went along to, and why it did or did not stop there. */
export function WhyThisWay({ route }: { route: readonly RouteLink[] }) {
  if (route.length === 0) return null
  return (
    <Card pad label='为什么交给他'>
      <Heading level={3}>为什么这样交的</Heading>
      <View className='why-stops'><Timeline label='为什么这样交的' items={route.map((link) => routeStop(link))} /></View>
    </Card>
  )
}
