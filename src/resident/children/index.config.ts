export default definePageConfig({ navigationBarTitleText: '孩子的信息怎么用' })
