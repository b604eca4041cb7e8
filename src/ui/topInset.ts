import { getWindowInfo } from '@tarojs/taro'

let height: number | undefined

/** Height in px of WeChat's status bar above a page that draws its own head; the capsule needs 96 px free at the right of the next 44. 0 in a browser. */
export function topInset(): number {
  height ??= process.env.TARO_ENV === 'weapp' ? (getWindowInfo().statusBarHeight ?? 20) : 0
  return height
}
