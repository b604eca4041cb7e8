export default definePageConfig({ navigationBarTitleText: '愿意帮忙的' })
