export default definePageConfig({ navigationBarTitleText: '入户码和住的人' })
