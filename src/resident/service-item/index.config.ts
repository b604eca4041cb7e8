export default definePageConfig({ navigationBarTitleText: '办事说明' })
