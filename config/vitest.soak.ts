/** The long run: `npm run soak`. Not part of `npm test`. */
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

export default defineConfig({ root, test: { root, include: ['tests/soak/**/*.test.ts', 'tests/reliability/killPoints.test.ts'], globalSetup: ['tests/cluster.ts'], pool: 'forks', maxWorkers: 1, hookTimeout: 60_000 } })
