import type { CommitteeRole, Confidence, ServiceCategory } from '../../../contract/service'

export const categoryWords: Record<ServiceCategory, string> = {
  residence: '居住证件',
  elder: '老人',
  relief: '困难帮扶',
  family: '孩子家庭',
  housing: '房子物业',
  safety: '安全',
  voice: '提意见',
  activity: '活动',
}

/** What the committee's part is, so that nobody sets out in vain. */
export const roleWords: Record<CommitteeRole, string> = {
  guide: '告诉您去哪办',
  accept: '在居委会收',
  assist: '帮着办',
  do: '居委会直接办',
}

export const confidenceWords: Record<Confidence, string> = {
  official: '读过正式文本',
  reported: '来自报道或转载，问清再办',
  unchecked: '还没核实，问清再办',
}

/** The word for a field the sheet does not know. */
export const unknownWord = '没有查到，以公布为准'
