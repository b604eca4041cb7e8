/** Every promise about visits: online, and at the door. */
import { door } from '../door'
import { visit as online } from '../visit'

export const visit = { ...online, ...door }
