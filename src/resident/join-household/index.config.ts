export default definePageConfig({ navigationBarTitleText: '加入一户' })
