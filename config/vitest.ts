import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type TestProjectConfiguration } from 'vitest/config'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const ui = path.join(root, 'config/vitest.ui.ts')

/** Projects whose test files share one PostgreSQL, each file with a database of its own. */
const onDatabase = { root, globalSetup: ['tests/cluster.ts'], testTimeout: 30_000, hookTimeout: 30_000, pool: 'forks' as const }

/** Run in groups, one after the other: a browser or a load test beside others would measure them. */
const projects: TestProjectConfiguration[] = [
  { test: { name: 'unit', root, include: ['contract/**/*.test.ts', 'cloudfunctions/**/*.test.ts'] } },
  { test: { ...onDatabase, name: 'database', include: ['tests/{database,access,reliability,contract}/**/*.test.ts'], maxWorkers: 2, sequence: { groupOrder: 1 } } },
  { test: { ...onDatabase, name: 'weapp', include: ['tests/weapp/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 180_000, maxWorkers: 1, sequence: { groupOrder: 2 } } },
  { test: { ...onDatabase, name: 'cloud', include: ['tests/cloud/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: 1, sequence: { groupOrder: 2 } } },
  { test: { ...onDatabase, name: 'stories', include: ['tests/stories/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: 1, sequence: { groupOrder: 3 } } },
]

export default defineConfig({ root, test: { projects: [...projects, { extends: ui, test: { root } }] } })
