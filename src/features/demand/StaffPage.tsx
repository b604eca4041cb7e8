import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Empty } from '../../ui/Empty'
import { Heading } from '../../ui/Heading'
import { Loadable } from '../../ui/Loadable'
import { Page } from '../../ui/Page'
import { useTextScale } from '../../ui/textScale'
import { useWideWindow } from '../../ui/wideWindow'
import { replace, switchTab } from '../../routes'
import { StaffSidebar } from './StaffSidebar'
import type { StaffPlace } from './staffPlaces'
import { StaffTabs } from './StaffTabs'
import { useServing, type ServedCommittee } from './useServing'
import './staff.scss'

interface Props {
  title: string
  at: StaffPlace
  /** Only for those who serve the committee whole. */
  wholeOnly?: boolean
  /** Fills the window and scrolls inside. */
  split?: boolean
  note?: ReactNode
  dock?: ReactNode
  children: (committee: ServedCommittee) => ReactNode
}

/** A page of those who serve: on a phone a page like any other, in a wide window a menu at the left. */
export function StaffPage({ title, at, wholeOnly, split, note, dock, children }: Props) {
  const { elder } = useTextScale()
  const pc = useWideWindow()
  const serving = useServing()
  const { me, committee } = serving
  const content = (
    <Loadable waiting={me.waiting} failed={me.failed} onAgain={me.again} empty={!me.data && <Stranger />}>
      {committee && (committee.wide || !wholeOnly) ? children(committee) : me.data && (committee ? <ForWhole /> : <Stranger />)}
    </Loadable>
  )
  if (!pc) {
    return (
      <Page title={title} note={note} dock={elder ? undefined : dock}>
        {committee?.wide && at !== 'demand' && <StaffTabs at={at} committee={committee} committees={serving.committees} onCommittee={serving.choose} />}
        {content}
        {elder && dock && <View className='card pad'>{dock}</View>}
        {dock && !elder && <View className='staff-under-dock' />}
      </Page>
    )
  }
  return (
    <Page title={title} wide={!elder} bare head={<></>}>
      <View className='staff-pc'>
        <StaffSidebar at={at} serving={serving} />
        <View className={split ? 'staff-main split' : 'staff-main'}>
          {note}
          {!split && at !== 'overview' && <Heading level={1} size='large' className='staff-title'>{title}</Heading>}
          {split || at === 'overview' ? content : <View className='staff-column'>{content}{dock && <View className='card pad'>{dock}</View>}</View>}
        </View>
      </View>
    </Page>
  )
}

function Stranger() {
  return <Empty icon='users' title='这一页给办事的人用' note='您现在的身份不管这些事。您自己说的事在“我的”里。' action={{ word: '回首页', onTap: () => switchTab('home') }} />
}

function ForWhole() {
  return <Empty icon='users' title='这一页看的是整个居委会' note='您管的是自己那一块，要您办的都在“等我办”里。' action={{ word: '去看等我办的', onTap: () => replace('leader/inbox') }} />
}

