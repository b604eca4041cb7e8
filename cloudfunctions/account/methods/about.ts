import type { OpenMethod } from '../../runtime/request'

export const about: OpenMethod<'account', 'about'> = async ({ surroundings }) => surroundings.about
