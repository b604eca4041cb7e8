import { activity } from './services/activity'
import { elder } from './services/elder'
import { family } from './services/family'
import { housing } from './services/housing'
import { relief } from './services/relief'
import { residence } from './services/residence'
import { safety } from './services/safety'
import type { ServiceSeed } from './services/serviceSeed'
import { voice } from './services/voice'

export type { ServiceSeed }

/** The service list every committee begins with: 36 items, by category and order. */
export const serviceSeeds: ServiceSeed[] = [...residence, ...elder, ...relief, ...family, ...housing, ...safety, ...voice, ...activity]
