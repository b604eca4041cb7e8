// Taro's templates for WeChat bind no aria attribute: add ours, in the templates and (by runtimePath) in the runtime, before its first node.
const path = require('node:path')
const attributes = require('../src/ui/ariaAttributes.json')

module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (platform.platform !== 'weapp') return
      platform.template.mergeComponents(ctx, attributes)
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, '../src/ui/ariaAttributes.ts')].flat()
    },
  })
}
