/** A bundled cloud function alone in a folder of its own, in a fresh Node process with the environment the platform gives. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'

const platform = path.join(import.meta.dirname, 'platform')

export interface Instance {
  /** ms from nothing to ready. */
  loaded: number
  /** A call of that person, or of the timer when null. */
  call<Answer>(openid: string | null, event: unknown): Promise<Answer>
  stop(): Promise<void>
}

/** @param built folder of the bundle in `dist/cloudfunctions` */
export async function startInstance(built: string, env: Record<string, string>): Promise<Instance> {
  // Elsewhere, so that nothing of our node_modules can be required by mistake.
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zhangxinhui-function-'))
  fs.cpSync(built, folder, { recursive: true })
  const child = spawn(process.execPath, [path.join(platform, 'instance.cjs'), folder], {
    cwd: folder, stdio: ['pipe', 'pipe', 'pipe'], env: { PATH: process.env.PATH ?? '', TZ: 'UTC', NODE_PATH: platform, ...env },
  })
  const waiting = new Map<number, { resolve(answer: never): void; reject(error: Error): void }>()
  let errors = ''
  child.stderr.on('data', (words: Buffer) => { errors += String(words) })
  const lines = createInterface(child.stdout)
  const first = once(lines, 'line') as Promise<[string]>
  const ended = once(child, 'exit').then(() => {
    const error = new Error(`the function ended: ${errors}`)
    for (const { reject } of waiting.values()) reject(error)
    throw error
  })
  ended.catch(() => undefined)
  const { loaded } = JSON.parse((await Promise.race([first, ended]))[0]) as { loaded: number }
  lines.on('line', (line) => {
    const { id, answer, thrown } = JSON.parse(line) as { id: number; answer?: never; thrown?: string }
    if (thrown) waiting.get(id)!.reject(new Error(thrown))
    else waiting.get(id)!.resolve(answer!)
    waiting.delete(id)
  })
  let calls = 0
  return {
    loaded,
    call: (openid, event) => new Promise((resolve, reject) => {
      calls += 1
      waiting.set(calls, { resolve, reject })
      child.stdin.write(`${JSON.stringify({ id: calls, openid, event })}\n`)
    }),
    async stop() {
      if (child.exitCode === null) {
        child.kill()
        await once(child, 'exit')
      }
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}
