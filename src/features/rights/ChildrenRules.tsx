import { View } from '@tarojs/components'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Link } from '../../ui/Link'
import { go } from '../../routes'

/** 未成年人网络保护条例 art. 32–37: an own page of rules for children under 14, for their guardians and for themselves. */
const rules: readonly { title: string; items: readonly string[] }[] = [
  { title: '给家长', items: [
    '孩子不满十四岁，由您替孩子同意；没有同意，只记两样：和您家的关系、出生的年份。大人的事照样办。',
    '同意了，多记一样：名字。证件、学校、照片和身体情况都不记。',
    '只在办托育、入学、儿童活动时用。用一次，看的人和理由记一次，您查得到。',
  ] },
  { title: '谁能看', items: ['管这一块的块长和主任，要先写理由。名单、地图、导出里没有孩子。', '儿童活动的两位组织人，只看报名那一场，活动结束 30 天删掉。', '别的居民、街道、别的居委会都看不到。'] },
  { title: '您随时可以', items: ['看孩子记了什么，改，删，收回同意。都在“我的信息”里，15 个工作日内办好。', '觉得不对，直接告诉居委会主任。'] },
  { title: '给小朋友', items: ['掌心汇是大人办事用的。', '有人在网上问你住哪里、叫什么，先不要说，去告诉爸爸妈妈。', '遇到危险：打 110；心里难过想找人说：打 12355。'] },
  { title: '我们自己要守的', items: ['每年查一次：谁看过孩子的信息、该删的删了没有。', '发现孩子受到伤害，社区的人有责任马上报告，不用等家里同意。'] },
]

export function ChildrenRules() {
  return (
    <>
      {rules.map(({ title, items }) => (
        <Card key={title} pad label={title}>
          <Heading>{title}</Heading>
          {items.map((item) => <View key={item} className='ink2 paper-item'>{item}</View>)}
        </Card>
      ))}
      <View className='about-foot'><Link onTap={() => go('resident/my-data', {})}>去“我的信息”</Link></View>
    </>
  )
}
