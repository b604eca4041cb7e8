// One warm instance of a cloud function: `node instance.cjs <folder of the function>`. Calls come as lines on stdin, answers go as lines to
// stdout. As on the platform, who calls stands in the environment while the call begins, and the next call sets it anew.
const path = require('node:path')
const { performance } = require('node:perf_hooks')
const { createInterface } = require('node:readline')

// The clock stands at the day of the demonstration data, the same for all instances: deadlines and office hours are reckoned from it.
if (process.env.CLOCK_BEHIND_MS) {
  const Real = Date
  const past = Number(process.env.CLOCK_BEHIND_MS)
  globalThis.Date = class extends Real {
    constructor(...parts) {
      if (parts.length > 0) super(...parts)
      else super(Real.now() - past)
    }
    static now() {
      return Real.now() - past
    }
  }
}

const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`)
const start = performance.now()
const { main } = require(path.resolve(process.argv[2]))
say({ loaded: performance.now() - start })

createInterface(process.stdin).on('line', (line) => {
  const { id, openid, event } = JSON.parse(line)
  for (const name of ['WX_OPENID', 'WX_APPID', 'WX_CLIENTIP']) delete process.env[name]
  if (openid) Object.assign(process.env, { WX_OPENID: openid, WX_APPID: 'wx0000000000000000', WX_CLIENTIP: '192.0.2.7' })
  Promise.resolve(main(event, { callbackWaitsForEmptyEventLoop: false, memory_limit_in_mb: 256, time_limit_in_ms: 20_000, request_id: String(id) })).then(
    (answer) => say({ id, answer }),
    (error) => say({ id, thrown: String(error) }),
  )
})
