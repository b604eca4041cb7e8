/** Eight answers every committee begins with; it changes them to its own way of speaking. */
import type { DemandKind } from '../../../contract/demand/said'
import type { Id } from '../../../contract/values'
import { seeded, uuid7At } from './random'

const sentences: readonly (readonly [DemandKind | null, string, string])[] = [
  [null, '接下了', '{称呼}，这件事（{编号}）我接下了。我先去现场看看，{日期}前答复您。有变化，随时在这里补一句。'],
  [null, '还差一句', '{称呼}，要把事情交给对的人，还差一句：在几号楼几单元、大概几点钟最明显？您说清楚，我马上接着办。'],
  [null, '办好了，您看看', '{称呼}，您说的事办好了。您路过时看一眼，解决了就点“解决了”，没好就点“还没解决”，我接着办。'],
  ['request', '约个时间', '{称呼}，这件事当面说得清楚些。工作日上午 8:30–11:30、下午 13:30–17:00 我在居委会，也可以约在小程序里聊。您哪天方便？'],
  ['complaint', '物业在办', '{称呼}，这件事归物业管，我已经找了物业经理，对方答应{日期}前给说法。没办好之前，仍由我盯着，您只管问我。'],
  ['suggestion', '记下来一起议', '{称呼}，这个主意好。它牵涉到大家，要放到居委会例会上一起议。议完当天，我把结果和理由告诉您。'],
  ['consultation', '先打电话问清', '{称呼}，各人情况不一样，要带的东西也不一样。我先帮您问清，{日期}前把要带什么、去哪个窗口写在这里，您再跑一趟。'],
  ['hazard', '先避开，马上有人到', '{称呼}，看到了。您先避开，别自己动手。维修的人在路上，我也过去。遇到着火、燃气味、有人受伤，先打 119、110、120。'],
]

export function templateRows(committeeIds: readonly Id[], now: Date): object[] {
  const random = seeded(20261121)
  const made = now.getTime() - 40 * 86_400_000
  // A moment later each, because they stand in the order they were written.
  return committeeIds.flatMap((committee_id) => sentences.map(([kind, title, text], index) => ({
    committee_id, id: uuid7At(made + index, random), kind, title, text, changed_by: null, changed_at: new Date(made).toISOString(),
  })))
}
