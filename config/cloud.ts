/** Bundles each cloud function with its `package.json` and `config.json`: into one file, and `api` into a head and pieces. */
import { cpSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build, type BuildOptions } from 'esbuild'

const root = path.resolve(import.meta.dirname, '..')
const out = path.join(root, 'dist/cloudfunctions')
const names = ['api', 'jobs', 'reports'] as const

/** Installed by the platform for the functions that call WeChat; loading it costs 110 ms, so it stays out of the bundles. */
const external: Record<(typeof names)[number], Record<string, string>> = { api: { 'wx-server-sdk': '4.0.2' }, jobs: { 'wx-server-sdk': '4.0.2' }, reports: {} }

const entry = (name: string, file: string) => path.join(root, 'cloudfunctions/functions', name, file)

const settings: BuildOptions = {
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
}

/** `index.js`, which the platform requires, and the modules it imports: `answer.mjs` and a piece for each noun and for what several share. */
async function buildApi(folder: string): Promise<void> {
  await build({
    ...settings,
    entryPoints: { answer: entry('api', 'answer.ts') },
    outdir: folder,
    format: 'esm',
    splitting: true,
    outExtension: { '.js': '.mjs' },
    // Packages written for `require` ask for Node's own modules with it.
    banner: { js: "import{createRequire as requiring}from'node:module';const require=requiring(import.meta.url);" },
  })
  await build({ ...settings, entryPoints: [entry('api', 'index.ts')], outfile: path.join(folder, 'index.js'), plugins: [{
    name: 'modules', setup: ({ onResolve }) => onResolve({ filter: /^\.\/answer$/ }, () => ({ path: './answer.mjs', external: true })),
  }] })
}

export default async function buildCloud(): Promise<void> {
  rmSync(out, { recursive: true, force: true })
  for (const name of names) {
    const folder = path.join(out, name)
    mkdirSync(folder, { recursive: true })
    if (name === 'api') await buildApi(folder)
    else await build({ ...settings, entryPoints: [entry(name, 'index.ts')], outfile: path.join(folder, 'index.js') })
    writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify({ name, version: '0.1.0', private: true, main: 'index.js', dependencies: external[name] }, null, 2)}\n`)
    cpSync(path.join(root, 'cloudfunctions/functions', name, 'config.json'), path.join(folder, 'config.json'))
    const bytes = readdirSync(folder).filter((file) => /\.m?js$/.test(file)).reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0)
    console.log(`cloud: ${name} ${Math.ceil(bytes / 1024)} KB`)
  }
}
