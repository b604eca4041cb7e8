import { View } from '@tarojs/components'
import { makePhoneCall } from '@tarojs/taro'
import type { Demand } from '../../../contract/demand/demand'
import { useCommand } from '../../api/command'
import { usePhotoSlots } from '../../api/photoSlots'
import { useRead } from '../../api/read'
import { go } from '../../routes'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { momentWord } from '../../ui/dates'
import { Heading } from '../../ui/Heading'
import { Note } from '../../ui/Note'
import { Row } from '../../ui/Row'
import { Words } from '../../ui/Words'
import { nameWithPost } from '../../wording'
import { AnswerCard } from './AnswerCard'
import { DecidedCard } from './DecidedCard'
import { DemandChain } from './DemandChain'
import { DemandState } from './DemandState'
import { DemandStatusTag } from './DemandStatusTag'
import type { OwnStep } from './DemandStepPage'
import { History } from './History'
import { ReadAloud } from './ReadAloud'
import { sentenceOf } from './stateWording'
import { notSentWords } from './wording'
import './demand.scss'

/** The same matter for one who reads slowly: what, who, when, the last word, and large things to tap. */
export function ElderDemand({ demand, onGoesOn }: { demand: Demand; onGoesOn: () => void }) {
  const { committeeId, id: demandId, steps } = demand
  const photos = usePhotoSlots()
  const open = (step: OwnStep) => go('resident/demand-step', { committeeId, demandId, step })
  const notSolved = () => {
    onGoesOn()
    open('notSolved')
  }
  const last = [...demand.thread].reverse().find(({ type, mine, text }) => type === 'message' && !mine && text !== null)
  const waits = steps.includes('confirm')
  return (
    <>
      <Heading size='large'>{demand.title}</Heading>
      <View><DemandStatusTag demand={demand} reader='filer' /></View>
      {photos && <photos.Shown committeeId={committeeId} demandId={demandId} entryId={null} />}
      {waits && <AnswerCard demand={demand} />}
      {steps.includes('confirm') && <Verdict demand={demand} onNotSolved={notSolved} />}
      {!waits && <DecidedCard demand={demand} onNotSolved={notSolved} />}
      <DemandState demand={demand} />
      <Card pad label='谁在办'>
        <DemandChain demand={demand} />
        <View className='demand-sentence'><Words dates>{`${sentenceOf(demand)}。`}</Words></View>
      </Card>
      {!waits && demand.status !== 'asked' && last?.text && (
        <Card pad label='最后一句'>
          <View className='meta ink2'>{`${last.by ? nameWithPost(last.by) : '居委会'}说，${momentWord(last.at)}`}</View>
          <View className='answer-text'>{last.text}</View>
          {photos && <photos.Shown committeeId={committeeId} demandId={demandId} entryId={last.id} />}
          <ReadAloud text={last.text} />
        </Card>
      )}
      <Card label='还能做什么'>
        {steps.includes('rate') && <Row title='说说办得怎么样' label='说说办得怎么样' onTap={() => open('rate')} />}
        {steps.includes('withdraw') && <Row title='撤回这件事' label='撤回这件事' onTap={() => open('withdraw')} />}
        <Row title={`编号 ${demand.number}`} />
      </Card>
      <History demand={demand} />
    </>
  )
}

/** Call, and say: always in reach. */
export function ElderDock({ demand }: { demand: Demand }) {
  const { committeeId, id: demandId } = demand
  const phone = useRead(['account', 'home'], { committeeId }).data?.committee.phone ?? null
  return (
    <View className='line two-buttons'>
      {demand.steps.includes('add') && <Button look='plain' icon='say' onTap={() => go('resident/demand-step', { committeeId, demandId, step: 'add' })}>说一句</Button>}
      {phone && <Button icon='phone' label={`打电话给居委会，${phone}`} onTap={() => { makePhoneCall({ phoneNumber: phone }).catch(() => {}) }}>打电话</Button>}
    </View>
  )
}

function Verdict({ demand, onNotSolved }: { demand: Demand; onNotSolved: () => void }) {
  const { committeeId, id: demandId } = demand
  const confirm = useCommand(['demand', 'confirm'], { onDone: () => go('resident/demand-step', { committeeId, demandId, step: 'rate' }) })
  const stuck = confirm.state === 'failed' || confirm.state === 'refused'
  return (
    <View className='stack'>
      {stuck && <Note tone='brick'>{notSentWords(confirm.refusal)}</Note>}
      {confirm.state === 'waiting' && <Note tone='lamp' icon='upload'>没有网络，您的话留在手机里，联网自动送出</Note>}
      <Button wide icon='check' busy={confirm.state === 'sending'} onTap={() => confirm.send({ committeeId, demandId }, `${demand.title}：解决了`)}>解决了</Button>
      <Button wide look='plain' onTap={onNotSolved}>还没解决</Button>
    </View>
  )
}
