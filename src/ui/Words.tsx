import { Text } from '@tarojs/components'

/** Dates, clock times and figures with their measure: broken over two lines they are misread. */
const whole = /((?:前天|昨天|今天|明天|后天) \d{1,2}:\d{2}(?: ?前)?|\d{4}年\d+月\d+日|\d+月\d+日(?:（周.）)?(?: ?前)?|\d{1,2}:\d{2}(?:–\d{1,2}:\d{2})?|\d+ ?(?:件|天|个工作日|元|块|号楼|室|条|户|人)|[A-Z]{2}-\d{4}-\d+|\d{3,4}-\d{7,8})/
const day = /月\d+日/

/** A sentence whose dates and figures stay in one piece; with `dates` its days stand out. */
export function Words({ children, dates }: { children: string; dates?: boolean }) {
  return (
    <>
      {children.split(whole).map((part, at) => {
        if (at % 2 === 0) return part
        return <Text key={at} className={dates && day.test(part) ? 'nb date' : 'nb'}>{part}</Text>
      })}
    </>
  )
}
