/** Everything the two sides agree on: noun → method. */
import { account } from './account'
import { demand } from './demand'
import { household } from './household'
import { notice } from './notice'
import { organization } from './organization'
import { service } from './service'

export const contract = { account, organization, household, service, demand, notice }
export type Contract = typeof contract
