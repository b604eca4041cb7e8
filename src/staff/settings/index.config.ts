export default definePageConfig({ navigationBarTitleText: '提醒和对口' })
