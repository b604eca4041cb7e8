export default definePageConfig({ navigationBarTitleText: '档案的改动' })
