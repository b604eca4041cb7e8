/** When care is looked at again. */
export const reviewSpans = [{ value: '90', word: '三个月以后' }, { value: '180', word: '半年以后' }, { value: '365', word: '一年以后' }] as const

/** The day so many days from now, here. */
export const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)
