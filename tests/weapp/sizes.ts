/** How heavy the builds are, file by file. */
import fs from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

const filesOf = (folder: string) => (fs.readdirSync(folder, { recursive: true }) as string[]).filter((file) => fs.statSync(path.join(folder, file)).isFile())
const bytes = (folder: string, files: string[]) => files.reduce((sum, file) => sum + fs.statSync(path.join(folder, file)).size, 0)

/** @param root `dist/weapp` */
export function weappSizes(root: string) {
  const { subPackages } = JSON.parse(fs.readFileSync(path.join(root, 'app.json'), 'utf8')) as { subPackages: { root: string }[] }
  const files = filesOf(root).filter((file) => !/^project\..*json$/.test(file))
  const subs = subPackages.map((sub) => files.filter((file) => file.startsWith(`${sub.root}/`)))
  const images = files.filter((file) => /\.(png|jpe?g|gif|webp|svg)$/.test(file))
  return {
    main: bytes(root, files.filter((file) => !subs.some((own) => own.includes(file)))),
    largestSubpackage: Math.max(...subs.map((own) => bytes(root, own))),
    all: bytes(root, files),
    images: bytes(root, images),
    largestImage: Math.max(0, ...images.map((file) => bytes(root, [file]))),
  }
}

/** What a browser loads before the first page stands, and the heaviest of what it loads for any other page alone. @param root `dist/h5` */
export function h5Sizes(root: string) {
  const zipped = (file: string) => gzipSync(fs.readFileSync(path.join(root, file))).length
  const scripts = filesOf(root).filter((file) => file.endsWith('.js'))
  const atEntry = [...fs.readFileSync(path.join(root, 'index.html'), 'utf8').matchAll(/src="\.?\/?([^"]+\.js)"/g)].map(([, src]) => src!)
  const first = new Set([...atEntry, ...chunksOf(root, atEntry, 'pages/home/index')])
  return { firstPage: sum([...first].map(zipped)), largestChunk: Math.max(...scripts.filter((file) => !first.has(file)).map(zipped)) }
}

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)

/** The chunks that Taro's router loads for a page. */
function chunksOf(root: string, entry: string[], route: string): string[] {
  const text = entry.map((file) => fs.readFileSync(path.join(root, file), 'utf8')).join('\n')
  const load = text.match(new RegExp(`"${route}","load":.*?\\.then\\(`))?.[0]
  if (!load) throw new Error(`the entry does not load ${route}`)
  const scripts = filesOf(root).filter((file) => file.endsWith('.js'))
  return [...load.matchAll(/\.e\((\d+)\)/g)].map(([, id]) => scripts.find((file) => path.basename(file).startsWith(`${id}.`))!)
}
