import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { RightsCopy } from '../../../contract/rights'
import { Card } from '../../ui/Card'
import { fullDay, momentWord } from '../../ui/dates'
import { Heading } from '../../ui/Heading'
import { Empty } from '../../ui/Empty'
import { kindWords, layerWords, statusWords } from './wording'

function Part({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null
  return (
    <Card pad label={title}>
      <Heading>{title}</Heading>
      {children}
    </Card>
  )
}

/** The copy as one reads and prints it; the file holds the same and nothing less. */
export function CopySheet({ copy }: { copy: RightsCopy }) {
  const { households, joinRequests, demands, notices, consents, requests } = copy
  const nothing = households.length + joinRequests.length + demands.length + notices.length + consents.length === 0
  return (
    <View className='rights-paper stack'>
      <View className='sub ink2'>{`${copy.name}，${fullDay(copy.since)} 开始用。列于 ${momentWord(copy.madeAt)}`}</View>
      {nothing && <Empty icon='doc' title='没有别的了' note='除了这个名字，还没有记下什么。' />}
      <Part title='住的户' count={households.length}>
        {households.map(({ committee, label, name, wish }) => (
          <View key={label} className='paper-item'>
            <View className='strong'>{`${label}（${committee}），写的名字是${name}`}</View>
            <View className='ink2'>{`${wish.noHomeVisits ? '不要上门' : '可以上门'}${wish.hours ? `，方便的时间：${wish.hours}` : ''}`}</View>
          </View>
        ))}
      </Part>
      <Part title='申请过入户' count={joinRequests.length}>
        {joinRequests.map(({ label, askedAt, message }, index) => <View key={index} className='paper-item'>{`${fullDay(askedAt)}，${label}${message && `：${message}`}`}</View>)}
      </Part>
      <Part title='说过的事' count={demands.length}>
        {demands.map((demand) => (
          <View key={demand.number} className='paper-item'>
            <View className='strong'>{`${demand.number}，${fullDay(demand.filedAt)}，${statusWords[demand.status]}`}</View>
            <View>{demand.text}{demand.place !== '' && `（在${demand.place}）`}</View>
            {demand.thread.filter(({ text }) => text !== null).map(({ at, by, text }, index) => <View key={index} className='ink2 rights-said'>{`${momentWord(at)} ${by}：${text}`}</View>)}
            {demand.ratings.map(({ at, words }) => <View key={at} className='ink2 rights-said'>{`${momentWord(at)} 您评价过${words ? `：${words}` : ''}`}</View>)}
            {demand.photos > 0 && <View className='ink2 rights-said'>{`照片 ${demand.photos} 张`}</View>}
          </View>
        ))}
      </Part>
      <Part title='收到的消息' count={notices.length}>
        {notices.map(({ at, title }, index) => <View key={index} className='paper-item'>{`${momentWord(at)}，${title}`}</View>)}
      </Part>
      <Part title='同意过什么' count={consents.length}>
        {consents.map(({ layer, at, given }) => <View key={layer + at} className='paper-item'>{`${momentWord(at)}，${layerWords[layer]}：${given ? '同意' : '不同意'}`}</View>)}
      </Part>
      <Part title='问过自己的信息' count={requests.length}>
        {requests.map(({ kind, askedAt, reply }, index) => <View key={index} className='paper-item'>{`${momentWord(askedAt)}，${kindWords[kind].word}${reply ? `。答复：${reply}` : ''}`}</View>)}
      </Part>
    </View>
  )
}
