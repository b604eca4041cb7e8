import { Text } from '@tarojs/components'

interface Props {
  value: number
  calm?: boolean
  label?: string
}

export function Count({ value, calm, label }: Props) {
  return <Text className={calm ? 'count calm' : 'count'} {...(label && (process.env.TARO_ENV === 'weapp' ? { ariaLabel: label } : { 'aria-label': label }))}>{value > 99 ? '99+' : value}</Text>
}
