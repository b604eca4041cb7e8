/** What a host has at hand besides the household itself. Memory aids: nothing of it is counted or scored. */
import type { Day } from '../../../contract/values'
import { dayOf } from '../../organization/rules/calendar'

/** What the season brings, month by month, to talk about where it fits. */
const topicsOf: Record<number, readonly string[]> = {
  1: ['取暖、用电安全', '春节前的帮扶和慰问怎么申请', '烟花爆竹的规定'],
  2: ['春节期间找谁：值班电话', '节后返沪人员登记', '用气安全，人走阀关'],
  3: ['老年人健康体检', '文明养宠、春季植树', '学雷锋志愿服务'],
  4: ['医保、社保怎么查', '清明文明祭扫', '小学入学要准备的材料'],
  5: ['防汛前看看阳台和窗户', '幼儿园报名', '家庭医生签约'],
  6: ['防台防汛、积水怎么报', '高温天老人怎么照应', '中高考期间少噪声'],
  7: ['高温、空调用电安全', '暑期爱心托班', '防台防汛'],
  8: ['开学前的材料', '高温天老人怎么照应', '防溺水'],
  9: ['居住证签注', '重阳敬老活动', '国庆期间找谁'],
  10: ['流感疫苗', '重阳节慰问', '垃圾分类'],
  11: ['消防月：楼道不堆物、电动车不上楼', '流感疫苗', '冬天用电用气安全'],
  12: ['低温水管防冻', '年底帮扶怎么申请', '明年想办什么，听听想法'],
}

export function topicsAt(now: Day | string): string[] {
  return [...topicsOf[Number(dayOf(now).slice(5, 7))]!]
}
