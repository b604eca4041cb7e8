import type { Demand } from '../../../contract/demand/demand'
import type { DemandStatus } from '../../../contract/demand/life'
import { Chain, type ChainStep } from '../../ui/Chain'
import { shortDay } from '../../ui/dates'
import { useTextScale } from '../../ui/textScale'
import { nameWithPost } from '../../wording'
import { dayWords } from './dueWording'

/** Who was asked first, who has it, and by when it is answered. */
export function DemandChain({ demand }: { demand: Demand }) {
  const { elder } = useTextScale()
  const steps: ChainStep[] = [
    { role: elder ? '最先接下，一直负责' : '首问责任人', who: demand.firstReceiver.name, state: 'done' },
    { role: over(demand.status) ? '最后在办' : '现在在办', who: nameWithPost(demand.owner), state: demand.status === 'answered' || over(demand.status) ? 'done' : 'current' },
    { ...outcomeOf(demand, elder), state: 'next' },
  ]
  return <Chain steps={steps} />
}

function over(status: DemandStatus): boolean {
  return status === 'closed' || status === 'withdrawn' || status === 'declined'
}

function outcomeOf({ status, dueAt, provisional, reader, closedHow, meetingOn }: Demand, elder: boolean): { role: string; who: string } {
  const filer = reader === 'filer'
  if (status === 'answered') return { role: '已经答复', who: filer ? '等您确认' : '等居民确认' }
  if (status === 'closed' && closedHow === 'silent') return { role: '结果', who: '未评价' }
  if (status === 'closed' && closedHow === 'proxy') return { role: '结果', who: '居民说解决了' }
  if (status === 'declined') return { role: '结果', who: '议过，暂不办' }
  if (status === 'asked' && !dueAt) return { role: '等一句话', who: filer ? '等您回' : '等居民回' }
  if (status === 'merged') return { role: '一起办', who: '有结果都告诉' + (filer ? '您' : '居民') }
  if (status === 'atMeeting' && meetingOn && !dueAt) return { role: '例会', who: `${dayWords(meetingOn)} 议` }
  if (status === 'closed') return { role: '结果', who: filer ? '您说解决了' : '居民说解决了' }
  if (status === 'withdrawn') return { role: '结果', who: filer ? '您收回了' : '居民收回了' }
  const day = dueAt ? `${shortDay(dueAt)} 前${provisional ? '（暂定）' : ''}` : '正在定日子'
  return { role: elder ? '什么时候答复' : '预计答复', who: day }
}
