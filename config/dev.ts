/** `npm run dev`: the H5 app and the server, both built anew when a source changes. */
import { spawn } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const bin = (name: string) => path.join(root, 'node_modules/.bin', name)

const running = [
  spawn(process.execPath, [path.join(root, 'node_modules/@tarojs/cli/bin/taro'), 'build', '--type', 'h5', '--watch'], {
    cwd: root, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'development', TARO_ENV: 'h5' },
  }),
  spawn(bin('tsx'), ['watch', 'cloudfunctions/runtime/start.ts'], { cwd: root, stdio: 'inherit' }),
]

function stop(): void {
  for (const one of running) one.kill('SIGTERM')
}
for (const one of running) one.on('exit', stop)
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
