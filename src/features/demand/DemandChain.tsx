import type { Demand, DemandStatus } from '../../../contract/demand'
import { Chain, type ChainStep } from '../../ui/Chain'
import { shortDay } from '../../ui/dates'
import { useTextScale } from '../../ui/textScale'
import { nameWithPost } from '../../wording'

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
  return status === 'closed' || status === 'withdrawn'
}

function outcomeOf({ status, dueAt, provisional, reader }: Demand, elder: boolean): { role: string; who: string } {
  const filer = reader === 'filer'
  if (status === 'answered') return { role: '已经答复', who: filer ? '等您确认' : '等居民确认' }
  if (status === 'closed') return { role: '结果', who: filer ? '您说解决了' : '居民说解决了' }
  if (status === 'withdrawn') return { role: '结果', who: filer ? '您收回了' : '居民收回了' }
  const day = dueAt ? `${shortDay(dueAt)} 前${provisional ? '（暂定）' : ''}` : '正在定日子'
  return { role: elder ? '什么时候答复' : '预计答复', who: day }
}
