/** Everything the two sides agree on: noun → method. What a noun promises in several files is put together in `whole/`. */
import { account } from './account'
import { category } from './category'
import { disclosure } from './disclosure'
import { meeting } from './meeting'
import { notice } from './notice'
import { organization } from './organization'
import { photo } from './photo'
import { report } from './report'
import { rights } from './rights'
import { safety } from './safety'
import { talent } from './talent'
import { template } from './template'
import { demand } from './whole/demand'
import { household } from './whole/household'
import { service } from './whole/service'
import { visit } from './whole/visit'

export const contract = { account, organization, household, service, category, demand, meeting, notice, safety, template, photo, rights, visit, talent, report, disclosure }
export type Contract = typeof contract
