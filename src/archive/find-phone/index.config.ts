export default definePageConfig({ navigationBarTitleText: '按电话找' })
