export default definePageConfig({ navigationBarTitleText: '说件事' })
