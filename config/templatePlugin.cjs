// Taro's templates for WeChat bind no aria attribute: add ours, in the templates and (by runtimePath) in the runtime, before its first node.
const path = require('node:path')
const attributes = require('../src/ui/ariaAttributes.json')

// Taro writes these three at each of fifteen depths, bound to all WeChat has (each touch would go to the logic layer); what no page sets is left out, and
// tests/weapp/templates.test.ts says when a page sets more. Moves stay: what Taro writes for `catchMove` is made of them.
const set = { view: /^aria-|^bindTouchMove$/i, text: /^aria-/, 'scroll-view': /^scroll-y$/ }

module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (platform.platform !== 'weapp') return
      platform.template.mergeComponents(ctx, attributes)
      // The attributes are numbered by now, so the runtime's numbers still fit.
      platform.template.modifyCompProps = (name, props) => (name in set ? Object.fromEntries(Object.entries(props).filter(([prop]) => set[name].test(prop))) : props)
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, '../src/ui/ariaAttributes.ts')].flat()
    },
  })
}
