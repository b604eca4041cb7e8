/** The builds the tests look at, made anew when a source is younger. */
import fs from 'node:fs'
import path from 'node:path'
import { spawnSync } from 'node:child_process'

const root = path.resolve(import.meta.dirname, '../..')

const builds = {
  weapp: { out: 'dist/weapp', proof: 'app.json', of: ['src', 'contract', 'config', 'babel.config.cjs', 'package-lock.json'] },
  h5: { out: 'dist/h5', proof: 'index.html', of: ['src', 'contract', 'config', 'babel.config.cjs', 'package-lock.json'] },
  cloud: { out: 'dist/cloudfunctions', proof: 'reports/config.json', of: ['cloudfunctions', 'contract', 'config/cloud.ts', 'package-lock.json'] },
}
export type Build = keyof typeof builds

/** Tests and their set-up are no part of what is built. */
const notBuilt = /\.test\.tsx?$|\.testing\.tsx$|vitest|oxlint|verify|imports|\.md$/

function youngest(at: string): number {
  const stat = fs.statSync(at)
  if (!stat.isDirectory()) return notBuilt.test(at) ? 0 : stat.mtimeMs
  return Math.max(0, ...fs.readdirSync(at).map((name) => youngest(path.join(at, name))))
}

/** @returns the folder of the build */
export function ensureBuilt(build: Build): string {
  const { out, proof, of } = builds[build]
  const folder = path.join(root, out)
  const finished = path.join(folder, proof)
  const madeAt = fs.existsSync(finished) ? fs.statSync(finished).mtimeMs : 0
  if (madeAt < Math.max(...of.map((source) => youngest(path.join(root, source))))) {
    // In a process of its own: the build changes its environment, and only one runs at a time.
    const done = spawnSync(process.execPath, ['--import', 'tsx', 'config/build.ts', build], { cwd: root, encoding: 'utf8' })
    if (done.status !== 0) throw new Error(`the ${build} build failed\n${done.stdout}${done.stderr}`)
  }
  return folder
}
