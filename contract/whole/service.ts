/** Every promise about the service list: reading and writing it. */
import { service as reading } from '../service'
import { serviceEditing } from '../serviceEditing'

export const service = { ...reading, ...serviceEditing }
