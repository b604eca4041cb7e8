// WeChat's side of a subscription message, in place of the package the platform installs. ANSWERS names what it says to each openid:
// an error code, or `silent` when the line breaks. Everything sent is written to SENT.
const { appendFileSync } = require('node:fs')

let ready = false

exports.DYNAMIC_CURRENT_ENV = Symbol('env')
exports.init = ({ env }) => { ready = env === exports.DYNAMIC_CURRENT_ENV }
/** WORDS names what it says of a text that holds a word: `risky`, `review`, an error code, `silent` for a line that breaks, `slow` for no answer. */
exports.openapi = {
  security: {
    async msgSecCheck({ openid, scene, version, content }) {
      if (!ready) throw new Error('init was not called')
      if (!openid || version !== 2 || scene !== 2) throw Object.assign(new Error('openapi.security.msgSecCheck:fail'), { errCode: 40003 })
      const said = Object.entries(JSON.parse(process.env.WORDS || '{}')).find(([word]) => content.includes(word))?.[1] ?? 'pass'
      if (said === 'silent') throw new Error('socket hang up')
      if (said === 'slow') return new Promise(() => {})
      if (typeof said === 'number') throw Object.assign(new Error(`openapi.security.msgSecCheck:fail ${said}`), { errCode: said })
      return { errCode: 0, errMsg: 'openapi.security.msgSecCheck:ok', result: { suggest: said, label: said === 'pass' ? 100 : 20006 } }
    },
  },
  subscribeMessage: {
    async send({ touser, page, templateId, data }) {
      if (!ready) throw new Error('init was not called')
      appendFileSync(process.env.SENT, `${JSON.stringify({ touser, page, templateId, data })}\n`)
      const said = JSON.parse(process.env.ANSWERS)[touser] ?? 0
      if (said === 'silent') throw new Error('socket hang up')
      if (said !== 0) throw Object.assign(new Error(`openapi.subscribeMessage.send:fail ${said}`), { errCode: said })
      return { errCode: 0, errMsg: 'openapi.subscribeMessage.send:ok' }
    },
  },
}
