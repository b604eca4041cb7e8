export default definePageConfig({ navigationBarTitleText: '总览' })
