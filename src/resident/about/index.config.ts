export default definePageConfig({ navigationBarTitleText: '关于掌心汇' })
