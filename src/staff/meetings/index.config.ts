export default definePageConfig({ navigationBarTitleText: '开过的会' })
