/** What loading a bundled function reads. */
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** The files that `file` needs before it can do anything, itself included; a piece that is asked for later does not count. */
export function readAtStart(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found
  found.add(file)
  const text = readFileSync(file, 'utf8')
  // Minified: `from"./chunk-….mjs"`, `import"./chunk-….mjs"`. With a parenthesis it is asked for later, but for the head of `api`, which asks at once.
  const needed = [...text.matchAll(/(?:from|import)"(\.\/[\w-]+\.mjs)"/g), ...(file.endsWith('index.js') ? text.matchAll(/import\("(\.\/[\w-]+\.mjs)"\)/g) : [])]
  for (const [, name] of needed) readAtStart(path.join(path.dirname(file), name!), found)
  return found
}

/** Kilobytes of some files. */
export const kilobytesOf = (files: Iterable<string>): number => Math.ceil([...files].reduce((sum, file) => sum + statSync(file).size, 0) / 1024)
