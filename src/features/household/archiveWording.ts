import type { ArchiveChange, ArchiveField, ArchiveValue, CareKind, HouseholdClass, OpenKind, ResidentRole, Tenure } from '../../../contract/archive'
import type { ContactChannel, Relation } from '../../../contract/household'
import type { IconName } from '../../ui/Icon'
import { contactChannelWords, relationWords } from './wording'

export const classWords: Record<HouseholdClass, { word: string; icon: IconName; note: string }> = {
  A: { word: 'A 线上联系', icon: 'message', note: '这户请不要上门' },
  B: { word: 'B 一般走访', icon: 'home', note: '去之前先说一声' },
  C: { word: 'C 常去看看', icon: 'heart', note: '有人要多照应' },
}
export const tenureWords: Record<Tenure, string> = { owner: '自住', tenant: '租住', shared: '合租', family: '家人住', vacant: '空着', unknown: '还不清楚' }
export const roleWords: Record<ResidentRole, string> = { head: '户主', emergency: '紧急联系人', carer: '照料的人', volunteer: '志愿者' }
export const openWords: Record<OpenKind, string> = { contact: '电话和邮箱', care: '照护类别', notes: '生活备注' }
export const careWords: Record<CareKind, string> = {
  advancedAge: '高龄', livingAlone: '独居', childless: '孤老', bereavedOnlyChild: '失独', lowIncome: '低保困难', preferential: '优抚', emptyNest: '空巢', disabledElder: '失能', severeDisability: '重残',
  childInNeed: '困境儿童', orphan: '孤儿', extremePoverty: '特困', temporaryRelief: '临时救助',
}
export const fieldWords: Record<ArchiveField, string> = {
  tenure: '怎么住', wish: '怎么联系', member: '加一个人', name: '名字', relation: '和这户的关系', birthYear: '出生年份', roles: '担当', left: '搬走', phone: '电话', email: '邮箱', note: '生活备注',
}
export const sourceWords: Record<ArchiveChange['source'], string> = { resident: '居民自己说的', visit: '走访时知道的', import: '导入的', staff: '居委会改的' }

/** A value as people say it; what lies sealed is not said. */
export function valueWords(field: ArchiveField, value: ArchiveValue): string {
  if (value === null) return '没有'
  if (field === 'tenure') return tenureWords[value as Tenure]
  if (field === 'relation') return relationWords[value as Relation]
  if (field === 'left') return value ? '搬走了' : '还住在这里'
  if (Array.isArray(value)) return value.length === 0 ? '没有' : value.map((one) => roleWords[one as ResidentRole] ?? one).join('、')
  if (typeof value === 'object') {
    if ('name' in value) return `${value.name}，${relationWords[value.relation]}${value.birthYear ? `，${value.birthYear} 年生` : ''}`
    return `${value.noHomeVisits ? '不要上门' : '可以上门'}，用${value.channels.map((channel: ContactChannel) => contactChannelWords[channel]).join('、')}`
  }
  return field === 'birthYear' ? `${String(value)} 年` : String(value)
}

/** `周岚的出生年份：1978 年 → 1979 年`. */
export function changeWords({ name, field, sealed, old, new: value }: Pick<ArchiveChange, 'name' | 'field' | 'sealed' | 'old' | 'new'>): string {
  const what = `${name ? `${name}的` : ''}${fieldWords[field]}`
  return sealed ? `${what}（打开以后看得到）` : field === 'member' ? (value === null && old !== null ? `撤回导入的人：${valueWords(field, old)}` : `${what}：${valueWords(field, value)}`) : `${what}：${valueWords(field, old)} → ${valueWords(field, value)}`
}
