export default definePageConfig({ navigationBarTitleText: '答复用语' })
