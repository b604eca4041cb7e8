import { View } from '@tarojs/components'
import { hideTabBar, nextTick, showTabBar, useDidShow } from '@tarojs/taro'
import { useEffect, type ReactNode } from 'react'
import type { TabName } from '../routes'
import { accessible } from './accessible'
import { Heading } from './Heading'
import { NavBar } from './NavBar'
import { TabBar } from './TabBar'
import { useTextScale } from './textScale'
import { useWideWindow } from './wideWindow'

interface Props {
  title: string
  children: ReactNode
  tab?: TabName
  /** Takes the place of the nav bar. */
  head?: ReactNode
  dock?: ReactNode
  /** One line below the nav bar. */
  note?: ReactNode
  action?: ReactNode
  onBack?: () => void
  /** PC density where the window allows it. */
  wide?: boolean
  bare?: boolean
}

const weapp = process.env.TARO_ENV === 'weapp'
const largest = 1.6

export function Page({ title, children, tab, head, dock, note, action, onBack, wide, bare }: Props) {
  const { scale, elder, followPhone } = useTextScale()
  const pc = useWideWindow() && wide
  const ownTabs = tab !== undefined && (elder || !weapp)
  useWechatTabs(tab !== undefined && weapp, elder)
  useEffect(() => nextTick(followPhone), [followPhone])

  const classes = ['zx', elder && 'zx--elder', elder && scale >= largest && 'zx--elder-max', pc && 'zx--pc', !wide && !bare && 'zx--narrow'].filter(Boolean).join(' ')
  return (
    <View className={classes} style={{ '--fs-scale': String(scale) }}>
      {head}
      {!head && !weapp && (
        <View className='top'>
          <NavBar title={title} back={!tab} onBack={onBack} action={action} large={Boolean(tab)} />
        </View>
      )}
      {note}
      <View className={bare ? '' : 'body'} {...accessible({ role: 'main' })}>
        {/* WeChat's own title cannot grow. */}
        {weapp && elder && !head && <Heading level={1} size='large' className='page-title'>{title}</Heading>}
        {children}
      </View>
      <View className={footOf(ownTabs, dock !== undefined)} />
      {dock && <View className='dock'>{dock}</View>}
      {ownTabs && <TabBar chosen={tab} />}
    </View>
  )
}

function footOf(tabbed: boolean, docked: boolean): string {
  if (docked) return 'foot docked'
  return tabbed ? 'foot tabbed' : 'foot'
}

let hidden = false

function useWechatTabs(present: boolean, hide: boolean) {
  const follow = () => {
    if (!present || hide === hidden) return
    hidden = hide
    const done = hide ? hideTabBar({ animation: false }) : showTabBar({ animation: false })
    // Left for another page meanwhile: the next one that is shown asks again.
    done.catch(() => { hidden = !hide })
  }
  useDidShow(follow)
  useEffect(follow, [present, hide])
}
