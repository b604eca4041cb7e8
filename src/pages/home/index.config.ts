export default definePageConfig({ navigationBarTitleText: '掌心汇', navigationStyle: 'custom', navigationBarTextStyle: 'white' })
