export default definePageConfig({ navigationBarTitleText: '楼图' })
