/** Where the methods of each noun are. Loaded when one of them is first asked for: who reads a list does not wait for meetings to load. */
import type { Contract } from '../../contract/router'
import type { Methods } from './request'

export const nouns: { [N in keyof Contract]: () => Promise<{ promises: Contract[N]; methods: Methods<N> }> } = {
  account: () => import('../account/methods'),
  category: () => import('../category/methods'),
  demand: () => import('../demand/methods'),
  disclosure: () => import('../disclosure/methods'),
  household: () => import('../household/methods'),
  meeting: () => import('../meeting/methods'),
  notice: () => import('../notice/methods'),
  organization: () => import('../organization/methods'),
  photo: () => import('../photo/methods'),
  report: () => import('../report/methods'),
  rights: () => import('../rights/methods'),
  safety: () => import('../safety/methods'),
  service: () => import('../service/methods'),
  talent: () => import('../talent/methods'),
  template: () => import('../template/methods'),
  visit: () => import('../visit/methods'),
}
