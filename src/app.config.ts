import { pages, tabs } from './pageList'

const iconOf = (name: string, on: boolean) => `assets/tab/${name}${on ? '-on' : ''}.png`

export default defineAppConfig({
  pages: tabs.map(({ name }) => `pages/${name}/index`),
  subPackages: Object.entries(pages).map(([root, names]) => ({ root, pages: names.map((name) => `${name}/index`) })),
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['resident'] },
    'pages/me/index': { network: 'wifi', packages: ['leader'] },
  },
  window: {
    navigationBarTitleText: '掌心汇',
    navigationBarBackgroundColor: '#F1F4F2',
    navigationBarTextStyle: 'black',
    backgroundColor: '#F1F4F2',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    // On H5 our own bar is drawn by Page; `custom` keeps Taro from drawing a second one.
    custom: process.env.TARO_ENV === 'h5',
    color: '#46524D',
    selectedColor: '#17624F',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: tabs.map(({ name, word, icon }) => ({
      pagePath: `pages/${name}/index`,
      text: word,
      iconPath: iconOf(icon, false),
      selectedIconPath: iconOf(icon, true),
    })),
  },
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
})
