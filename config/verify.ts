/** `npm test`: types, lint, imports, the three builds, and every test. Ends with `N passed, N failed`. */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const bin = (name: string) => path.join(root, 'node_modules/.bin', name)

interface Tally { passed: number; failed: number }

/** One command that passes or fails as a whole. */
function check(name: string, command: string, args: string[]): Promise<Tally> {
  return new Promise((done) => {
    execFile(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      console.log(`${error ? '✗' : '✓'} ${name}`)
      if (error) console.log(`${stdout}${stderr}${stdout || stderr ? '' : error.message}`)
      done(error ? { passed: 0, failed: 1 } : { passed: 1, failed: 0 })
    })
  })
}

/** One after the other. */
async function inTurn(...checks: Parameters<typeof check>[]): Promise<Tally[]> {
  const tallies: Tally[] = []
  for (const one of checks) tallies.push(await check(...one))
  return tallies
}

/** These projects of vitest; a run that cannot even report counts as one failure. */
async function tests(...projects: string[]): Promise<Tally> {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhangxinhui-'))
  const report = path.join(folder, 'report.json')
  const args = ['run', '--config', 'config/vitest.ts', ...projects.map((name) => `--project=${name}`), '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const [status] = await once(spawn(bin('vitest'), args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }), 'close')
  try {
    const counted = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number }
    const silent = status !== 0 && counted.numFailedTests === 0 ? 1 : 0
    return { passed: counted.numPassedTests, failed: counted.numFailedTests + silent }
  } catch {
    return { passed: 0, failed: 1 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const started = Date.now()
// The builds keep one core busy; what needs none of them goes on beside them.
const checked = await Promise.all([
  inTurn(['build weapp', bin('tsx'), ['config/build.ts', 'weapp']], ['build h5', bin('tsx'), ['config/build.ts', 'h5']], ['build cloud', bin('tsx'), ['config/build.ts', 'cloud']]),
  inTurn(['types', bin('tsc'), ['--noEmit', '-p', 'tsconfig.json']], ['lint', bin('oxlint'), ['-c', 'config/oxlint.json', '--deny-warnings', '.']], ['imports', bin('tsx'), ['config/imports.ts']])
    .then(async (tallies) => [...tallies, await tests('unit', 'ui')]),
])
const tallies = [...checked.flat(), await tests('database', 'weapp', 'cloud', 'stories')]
const sum = tallies.reduce((all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed }))
console.log(`${Math.round((Date.now() - started) / 1000)} s`)
console.log(`${sum.passed} passed, ${sum.failed} failed`)
process.exit(sum.failed === 0 ? 0 : 1)
