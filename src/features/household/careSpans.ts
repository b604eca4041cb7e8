/** When care is looked at again. */
export const reviewSpans = [{ value: '90', word: '三个月以后' }, { value: '180', word: '半年以后' }, { value: '365', word: '一年以后' }] as const
