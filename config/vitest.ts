import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type TestProjectConfiguration } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const ui = path.join(root, 'config/vitest.ui.ts')

/**
 * Projects whose test files share one PostgreSQL, each file with a database of its own, and two workers; a worker keeps what it has
 * loaded. The limits only end what hangs, for the machine may be busy.
 */
const onDatabase = { root, globalSetup: ['tests/cluster.ts'], testTimeout: 120_000, hookTimeout: 120_000, pool: 'forks' as const, isolate: false, maxWorkers: 2, sequence: { groupOrder: 1 } }

const projects: TestProjectConfiguration[] = [
  { test: { name: 'unit', root, include: ['contract/**/*.test.ts', 'cloudfunctions/**/*.test.ts'] } },
  { test: { ...onDatabase, name: 'database', include: ['tests/{database,access,reliability,contract}/**/*.test.ts'] } },
  { test: { ...onDatabase, name: 'weapp', include: ['tests/weapp/**/*.test.ts'], hookTimeout: 400_000, isolate: true } },
  { test: { ...onDatabase, name: 'cloud', include: ['tests/cloud/**/*.test.ts'], isolate: true } },
  { test: { ...onDatabase, name: 'stories', include: ['tests/stories/**/*.test.ts'] } },
]

/** Half a minute and more. */
const long = /\/(everybodyCanRead|killPoints|torn|model|idempotency|keyboardAlone|pages|journeys)\.test\.ts$/

/** The long ones first, so that no worker is left alone with one in the end; the others project by project. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId, project }: TestSpecification) => (long.test(moduleId) ? 0 : 1 + projects.findIndex((one) => (one as { test: { name: string } }).test.name === project.name))
    return (await super.sort(files)).toSorted((a, b) => rankOf(a) - rankOf(b))
  }
}

export default defineConfig({ root, test: { projects: [...projects, { extends: ui, test: { root } }], sequence: { sequencer: LongFirst } } })
