/** Bundles each cloud function into one file with its `package.json` and `config.json`. */
import { cpSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

const root = path.resolve(import.meta.dirname, '..')
const out = path.join(root, 'dist/cloudfunctions')
const names = ['api', 'jobs', 'reports'] as const

/** Installed by the platform for the functions that call WeChat; loading it costs 110 ms, so it stays out of the bundles. */
const external: Record<(typeof names)[number], Record<string, string>> = { api: { 'wx-server-sdk': '4.0.2' }, jobs: { 'wx-server-sdk': '4.0.2' }, reports: {} }

export default async function buildCloud(): Promise<void> {
  rmSync(out, { recursive: true, force: true })
  for (const name of names) {
    const folder = path.join(out, name)
    mkdirSync(folder, { recursive: true })
    await build({
      entryPoints: [path.join(root, 'cloudfunctions/functions', name, 'index.ts')],
      outfile: path.join(folder, 'index.js'),
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      minify: true,
      // Chinese as it is, not six bytes a sign.
      charset: 'utf8',
      external: ['wx-server-sdk', 'pg-native'],
      // pg reaches for its Cloudflare sockets only there.
      alias: { 'pg-cloudflare': path.join(root, 'config/empty.cjs') },
      logLevel: 'warning',
      legalComments: 'none',
    })
    writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify({ name, version: '0.1.0', private: true, main: 'index.js', dependencies: external[name] }, null, 2)}\n`)
    cpSync(path.join(root, 'cloudfunctions/functions', name, 'config.json'), path.join(folder, 'config.json'))
    console.log(`cloud: ${name} ${Math.ceil(statSync(path.join(folder, 'index.js')).size / 1024)} KB`)
  }
}
