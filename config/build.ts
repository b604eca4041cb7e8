/** `tsx config/build.ts weapp|h5|cloud`: each ends with an error when what it made cannot run. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

const root = path.resolve(import.meta.dirname, '..')

export function buildWeapp(): void {
  const dist = taro('weapp')
  mustExist(dist, ['app.js', 'app.json', 'app.wxss', 'base.wxml', 'pages/home/index.js'])
  const main = files(dist).filter((file) => !/^(resident|leader|archive|staff)\//.test(path.relative(dist, file)))
  console.log(`weapp: main package ${kb(size(main))}, whole ${kb(size(files(dist)))}`)
  publish(dist, 'weapp')
}

export function buildH5(): void {
  const dist = taro('h5')
  mustExist(dist, ['index.html'])
  const scripts = files(dist).filter((file) => file.endsWith('.js'))
  if (scripts.length === 0) throw new Error('h5: no script was written')
  // The minifier can write what no browser parses and still succeed.
  for (const script of scripts) run(process.execPath, ['--check', script])
  const first = [...readFileSync(path.join(dist, 'index.html'), 'utf8').matchAll(/src="([^"]+\.js)"/g)].map(([, src]) => path.join(dist, src!))
  const zipped = first.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0)
  console.log(`h5: ${scripts.length} scripts parse, ${kb(size(scripts))}; at entry ${kb(zipped)} gzip`)
  publish(dist, 'h5')
}

/** Builds aside and returns the folder, so that a server goes on with what it has until the new one is whole. */
function taro(type: 'weapp' | 'h5'): string {
  const aside = `dist/.${type}-${process.pid}`
  rmSync(path.join(root, aside), { recursive: true, force: true })
  const output = run(process.execPath, [path.join(root, 'node_modules/@tarojs/cli/bin/taro'), 'build', '--type', type], {
    NODE_ENV: 'production', TARO_ENV: type, BROWSERSLIST: 'ios >= 12, chrome >= 70', ZXH_OUTPUT: aside,
  })
  // Taro reports some errors and still exits with 0.
  if (/ERROR in|Module not found|✖|编译失败|^Error:/m.test(output)) throw new Error(`${type}: the build reported errors\n${output}`)
  return path.join(root, aside)
}

/** Puts a whole build in the place of the last one. */
function publish(built: string, type: 'weapp' | 'h5'): void {
  const place = path.join(root, 'dist', type)
  const last = `${built}-last`
  if (existsSync(place)) renameSync(place, last)
  renameSync(built, place)
  rmSync(last, { recursive: true, force: true })
}

function run(command: string, args: string[], env: Record<string, string> = {}): string {
  const done = spawnSync(command, args, { cwd: root, env: { ...process.env, ...env }, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  const output = readable(`${done.stdout}${done.stderr}`)
  if (done.status !== 0) throw new Error(`${path.basename(args[0] ?? command)} ended with ${done.status}\n${output}`)
  return output
}

/** Without colours and the progress bar. */
function readable(output: string): string {
  // oxlint-disable-next-line no-control-regex
  const plain = output.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '')
  const start = plain.search(/^[✔✖] Webpack/m)
  return start < 0 ? plain : plain.slice(start)
}

function mustExist(dist: string, names: string[]): void {
  const missing = names.filter((name) => !existsSync(path.join(dist, name)))
  if (missing.length > 0) throw new Error(`missing in ${dist}: ${missing.join(', ')}`)
}

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name)
    return entry.isDirectory() ? files(full) : [full]
  })
}

function size(of: string[]): number {
  return of.reduce((sum, file) => sum + statSync(file).size, 0)
}

function kb(bytes: number): string {
  return `${(bytes / 1024).toFixed(0)} KB`
}

const targets: Record<string, () => void | Promise<void>> = {
  weapp: buildWeapp,
  h5: buildH5,
  cloud: async () => {
    const { default: buildCloud } = (await import('./cloud')) as { default: () => Promise<void> }
    await buildCloud()
  },
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) {
  const target = targets[process.argv[2] ?? '']
  if (!target) throw new Error(`say which: ${Object.keys(targets).join(', ')}`)
  await target()
}
