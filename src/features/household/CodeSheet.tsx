import { Image, View } from '@tarojs/components'
import type { OutputOf } from '../../api/client'
import { addressOf } from '../../routes'
import { accessible } from '../../ui/accessible'
import { Button } from '../../ui/Button'
import { fullDay } from '../../ui/dates'
import { Heading } from '../../ui/Heading'
import { qrPicture } from './qr'
import './code.scss'

const browser = process.env.TARO_ENV === 'h5'

/** In a browser the way to the page that asks for it; in WeChat the code itself, which that page reads from the paper. */
const linkOf = (code: string) => (browser ? `${window.location.origin}${window.location.pathname}#${addressOf('resident/join-household', { code })}` : code)

/** For A4 and for old eyes: what it is, the picture, the eight signs, until when. */
export function CodeSheet({ made: { code, label, committeeName, expiresAt } }: { made: OutputOf<['household', 'makeCode']> }) {
  const shown = `${code.slice(0, 4)} ${code.slice(4)}`
  return (
    <>
      <View className='code-sheet'>
        <Heading size='title'>{`${label} 的入户码`}</Heading>
        <View>用它在“掌心汇”里加入这一户：说一件事，马上知道交给了谁、哪天前答复。</View>
        <View className='code-pair'>
          <Image className='code-qr' src={qrPicture(linkOf(code))} mode='aspectFit' {...accessible({ role: 'img', label: `二维码，内容是入户码 ${shown}` })} />
          <View className='grow'>
            <View className='sub ink2'>扫左边的图，或者填这八个字</View>
            <View className='code-signs'>{shown}</View>
            <View className='sub'>没有 0、O、1、I</View>
          </View>
        </View>
        <View>{`${fullDay(expiresAt)} 前有效，只能用一次。家里再有人要加入，跟块长再要一张。`}</View>
        <View className='sub ink2'>{`不要拍给外人。捡到的请交还 ${committeeName}。不想用也没关系，有事照样打电话、上门说。`}</View>
      </View>
      <View className='code-acts'>
        {browser
          ? <Button wide icon='print' onTap={() => window.print()}>打印</Button>
          : <View className='sub ink2'>要打印，在电脑上做。现在也可以把这八个字当面抄给住户。离开这一页就不再显示。</View>}
      </View>
    </>
  )
}
