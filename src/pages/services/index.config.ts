export default definePageConfig({ navigationBarTitleText: '居委会能帮您办什么' })
