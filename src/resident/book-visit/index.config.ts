export default definePageConfig({ navigationBarTitleText: '约线上走访' })
