import { customPinyin, pinyin } from 'pinyin-pro'

// Words of this trade that the dictionary reads otherwise.
customPinyin({ 块长: 'kuài zhǎng', 楼组长: 'lóu zǔ zhǎng', 长护险: 'cháng hù xiǎn', 还款: 'huán kuǎn', 没收到: 'méi shōu dào' })

/** What fits the column `search`. */
const limit = 200

const withoutMarks = (word: string) => word.toLowerCase().replace(/[^\p{Script=Han}a-z0-9]/gu, '')

// `v: true` writes 女 as nv, which is what people type.
function sounds(word: string, pattern: 'pinyin' | 'first'): string {
  return pinyin(withoutMarks(word), { toneType: 'none', pattern, type: 'array', nonZh: 'consecutive', v: true }).join('')
}

/**
 * What a search on the phone looks through, by substring: `居住证签注 暂住证 juzhuzhengqianzhu jzzqz zanzhuzheng zzz`. At most 200
 * characters; the last words drop out whole, the title and its sounds never do for titles of 14 characters.
 */
export function searchText(title: string, keywords: string[]): string {
  const sound = (word: string) => [sounds(word, 'pinyin'), sounds(word, 'first')]
  const words = [title.toLowerCase(), ...sound(title), ...keywords.map((word) => word.toLowerCase()), ...keywords.flatMap(sound)]
  let text = ''
  for (const word of new Set(words)) {
    const longer = text === '' ? word : `${text} ${word}`
    if (longer.length <= limit) text = longer
  }
  return text
}
