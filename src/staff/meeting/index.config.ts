export default definePageConfig({ navigationBarTitleText: '例会' })
