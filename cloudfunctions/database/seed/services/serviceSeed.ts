import type { ServiceItem } from '../../../../contract/service'

/** A service item as it is first entered: nobody at the committee has checked it yet, and the search text is made on entry. */
export interface ServiceSeed extends Omit<ServiceItem, 'verifiedBy'> {
  /** Everyday words people use for it: `暂住证`, `修水管`. */
  keywords: string[]
  /** Place within its category, from 1. */
  order: number
  /** Shown on the home page among what residents ask most. */
  popular: boolean
}

// Statutory applications are made at the city's own front door; here they are only explained
// (决定《关于全面推进“一网通办”》，2021-06-23，第三条).
export const suishenban = { name: '随申办', url: 'https://zwdt.sh.gov.cn/' }
