import type { Committee } from '../../../contract/organization'

export interface CommitteeSeed extends Omit<Committee, 'id'> {
  slug: string
}

/** Code as in the statistical divisions of 2024. */
export const street = { name: '天目西路街道', code: '310106015' }

const yearbook = '2020 年，《静安年鉴（2021）》'
const codeList = '居委会代码表，未注明年份'

// Nobody serves at the real twelve until the street says so; what was not published stays null and is shown as 待核.
function real(slug: string, name: string, published: { address: string; groups: number } | null): CommitteeSeed {
  return {
    slug,
    name,
    open: false,
    address: published?.address ?? null,
    phone: null,
    hours: null,
    groups: published?.groups ?? null,
    factsOf: published ? yearbook : codeList,
    invented: false,
  }
}

/** The twelve residents' committees of the street, in the order of the published list. */
export const committeeSeeds: CommitteeSeed[] = [
  real('fangualong', '蕃瓜弄居委会', { address: '天目中路749弄68号1楼', groups: 25 }),
  real('zhuoyueju', '卓悦居居委会', null),
  real('huakang', '华康居委会', { address: '长安路308号', groups: 31 }),
  real('xinqiao', '新桥居委会', { address: '长安路500号', groups: 34 }),
  real('huaxin', '华新居委会', { address: '中华新路950号102室', groups: 15 }),
  real('diligang', '地梨港居委会', { address: '恒丰北路108弄2号104室', groups: 20 }),
  real('huafeng', '华丰居委会', { address: '沪太路315弄1号204室', groups: 26 }),
  // The source page breaks off inside this address.
  real('pushan', '普善居委会', null),
  real('tieluxincun', '铁路新村居委会', null),
  real('hetaihuayuan', '和泰花苑居委会', null),
  real('anyuan', '安源居委会', null),
  real('hebinrongjing', '河滨融景居委会', null),
]
