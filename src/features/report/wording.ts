import type { Exported } from '../../../contract/report'

export const exportedWords: Record<Exported, string> = {
  demands: '诉求', A: 'A 线上联系的住户', B: 'B 一般走访的住户', C: 'C 常去看看的住户', careDue: '该看看的住户', noChannel: '联系不上的住户', vacant: '空着的房子',
}
