/** The table people fill in: its sheets and columns, what may stand in them, and what it is called. Pure. */
import type { CareKind, ResidentRole, Tenure } from '../../../contract/archive'
import type { Relation } from '../../../contract/household'
import type { ImportKind } from '../../../contract/import'

export const sheetWords: Record<ImportKind, string> = { building: '楼栋', household: '住户', person: '人员' }
export const importKinds: readonly ImportKind[] = ['building', 'household', 'person']
/** Beside them: what is explained, with examples; and in a file of failed lines the reason. Both are passed over when read. */
export const guideSheet = '说明'
export const reasonHead = '哪里不对'

export type ColumnKey = 'estate' | 'building' | 'block' | 'room' | 'tenure' | 'door' | 'name' | 'relation' | 'birthYear' | 'phone' | 'roles' | 'care' | 'basis' | 'reviewOn'

export interface Column {
  key: ColumnKey
  head: string
  must: boolean
  width: number
  /** What to write, for the sheet of explanations. */
  note: string
  example: string
}

export const tenures: Record<string, Tenure> = { 自住: 'owner', 租住: 'tenant', 出租: 'tenant', 合租: 'shared', 家人住: 'family', 空着: 'vacant', 空置: 'vacant', 还不清楚: 'unknown' }
export const relations: Record<string, Relation> = { 业主: 'owner', 租客: 'tenant', 租户: 'tenant', 家人: 'family', 合租: 'cotenant', 照顾的人: 'carer', 保姆: 'carer' }
export const roles: Record<string, ResidentRole> = { 户主: 'head', 紧急联系人: 'emergency', 照料的人: 'carer', 志愿者: 'volunteer' }
export const cares: Record<string, CareKind> = {
  高龄: 'advancedAge', 独居: 'livingAlone', 孤老: 'childless', 失独: 'bereavedOnlyChild', 低保困难: 'lowIncome', 优抚: 'preferential', 空巢: 'emptyNest', 失能: 'disabledElder', 重残: 'severeDisability',
  困境儿童: 'childInNeed', 孤儿: 'orphan', 特困: 'extremePoverty', 临时救助: 'temporaryRelief',
}
/** The one wish a table may bring: that nobody comes. That somebody may come only the household says. */
export const doorClosed = '不要上门'

const estate: Column = { key: 'estate', head: '小区', must: false, width: 14, note: '只有两个小区有同名的楼时才要写', example: '' }
const building: Column = { key: 'building', head: '楼栋', must: true, width: 12, note: '写 12号楼，或只写 12', example: '12号楼' }
const room: Column = { key: 'room', head: '室号', must: true, width: 10, note: '照门上的写，不写“室”也行', example: '602' }

export const columnsOf: Record<ImportKind, readonly Column[]> = {
  building: [
    { ...estate, note: '居委会只管一个小区时可以空着', example: '春申里' }, { ...building, note: '新的楼。已经有的楼写上也不要紧，会跳过' },
    { key: 'block', head: '块', must: true, width: 10, note: '归哪一块。已经有的楼要换块，在“谁在管”里办', example: '3块' },
  ],
  household: [
    estate, building, room,
    { key: 'tenure', head: '怎么住', must: false, width: 12, note: Object.keys(tenures).filter((word) => !['出租', '空置'].includes(word)).join('、'), example: '自住' },
    { key: 'door', head: '上门', must: false, width: 12, note: `只能写“${doorClosed}”，或者空着。空着不改原来的意愿；可以上门要这户自己说`, example: '' },
  ],
  person: [
    estate, building, room,
    { key: 'name', head: '姓名', must: true, width: 12, note: '一行一个人。同一户里按姓名认人', example: '林晓' },
    { key: 'relation', head: '和这户的关系', must: true, width: 16, note: '业主、租客、家人、合租、照顾的人', example: '业主' },
    { key: 'birthYear', head: '出生年份', must: false, width: 12, note: '只写年份，如 1956。不要写身份证号', example: '1956' },
    { key: 'phone', head: '电话', must: false, width: 16, note: '手机 11 位，或座机 021-55550101', example: '021-55500101' },
    { key: 'roles', head: '担当', must: false, width: 18, note: `${Object.keys(roles).join('、')}；几样用顿号隔开`, example: '户主、紧急联系人' },
    { key: 'care', head: '照护类别', must: false, width: 18, note: `${Object.keys(cares).join('、')}；几样用顿号隔开。由主任或书记导入，加密保存`, example: '' },
    { key: 'basis', head: '照护依据', must: false, width: 24, note: '写了类别就要写：怎么知道的、凭什么', example: '' },
    { key: 'reviewOn', head: '下次复核', must: false, width: 14, note: '写了类别就要写：哪天再看看还是不是，如 2027-05-20', example: '' },
  ],
}

/** `F` for the sixth column, beginning with 0. */
export function letterOf(column: number): string {
  return column < 26 ? String.fromCodePoint(65 + column) : letterOf(Math.floor(column / 26) - 1) + letterOf(column % 26)
}
