/** What a page sets on one of Taro's elements reaches WeChat: the template binds it. */
import fs from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { beforeAll, expect, test } from 'vitest'
import { ensureBuilt } from './built'

const source = path.resolve(import.meta.dirname, '../../src')
let template: string

beforeAll(() => {
  template = fs.readFileSync(path.join(ensureBuilt('weapp'), 'base.wxml'), 'utf8')
})

test('every attribute that the source writes on an element is bound in its template', () => {
  const written = [...new Set(screens().flatMap(writtenIn))]
  expect(written).toEqual(expect.arrayContaining(['view catchtouchmove', 'view bindtap', 'scroll-view scroll-y', 'text class', 'input bindinput']))
  expect(written.filter((one) => !bound().has(one))).toEqual([])
})

/** `tag attribute` of all templates. */
function bound(): Set<string> {
  const tags = [...template.matchAll(/<([a-z-]+) ([^>]*?)\/?>/g)]
  return new Set(tags.flatMap(([, tag, inside]) => [...inside!.matchAll(/([a-z-]+)="/g)].map(([, name]) => `${tag} ${name}`)))
}

const screens = () => (fs.readdirSync(source, { recursive: true }) as string[]).filter((file) => file.endsWith('.tsx') && !/\.(test|testing|h5)\.tsx$/.test(file))

/** `tag attribute` as WeChat names them, of the elements the file takes from Taro. Spread attributes are `accessible`'s; pages.test hears those. */
function writtenIn(file: string): string[] {
  const tree = ts.createSourceFile(file, fs.readFileSync(path.join(source, file), 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const taken = new Set(/import \{([^}]*)\} from '@tarojs\/components'/.exec(tree.text)?.[1]?.split(',').map((name) => name.trim()))
  const found: string[] = []
  const look = (node: ts.Node): void => {
    if ((ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) && taken.has(node.tagName.getText())) {
      const names = node.attributes.properties.filter(ts.isJsxAttribute).map((one) => one.name.getText()).filter((name) => name !== 'key' && name !== 'ref')
      found.push(...names.map((name) => `${dashed(node.tagName.getText())} ${inTemplate(name)}`))
    }
    ts.forEachChild(node, look)
  }
  look(tree)
  return found
}

function inTemplate(name: string): string {
  const own: Record<string, string> = { className: 'class', onClick: 'bindtap', catchMove: 'catchtouchmove' }
  return own[name] ?? (/^on[A-Z]/.test(name) ? `bind${name.slice(2).toLowerCase()}` : dashed(name))
}

const dashed = (name: string) => name.replace(/[A-Z]/g, (letter, at: number) => `${at > 0 ? '-' : ''}${letter.toLowerCase()}`)
