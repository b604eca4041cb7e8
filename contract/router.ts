/** Everything the two sides agree on: noun → method. */
import { account } from './account'
import { category } from './category'
import { demand } from './demand'
import { household } from './household'
import { meeting } from './meeting'
import { notice } from './notice'
import { organization } from './organization'
import { safety } from './safety'
import { photo } from './photo'
import { service } from './service'
import { template } from './template'

export const contract = { account, organization, household, service, category, demand, meeting, notice, safety, template, photo }
export type Contract = typeof contract
