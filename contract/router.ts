/** Everything the two sides agree on: noun → method. */
import { account } from './account'
import { archive } from './archive'
import { category } from './category'
import { door } from './door'
import { filing } from './demand/filing'
import { handling } from './demand/handling'
import { lists } from './demand/lists'
import { moving } from './demand/moving'
import { overview } from './demand/overview'
import { together } from './demand/together'
import { verdict } from './demand/verdict'
import { home } from './home'
import { household as joining } from './household'
import { houses } from './houseMap'
import { meeting } from './meeting'
import { notice } from './notice'
import { organization } from './organization'
import { report } from './report'
import { rights } from './rights'
import { safety } from './safety'
import { photo } from './photo'
import { service } from './service'
import { template } from './template'
import { visit as online } from './visit'

const household = { ...joining, ...archive, ...home, ...houses }
const demand = { ...filing, ...lists, ...handling, ...verdict, ...together, ...moving, ...overview }
const visit = { ...online, ...door }

export const contract = { account, organization, household, service, category, demand, meeting, notice, safety, template, photo, rights, visit, report }
export type Contract = typeof contract
