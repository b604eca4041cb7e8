export default definePageConfig({ navigationBarTitleText: '等我办' })
