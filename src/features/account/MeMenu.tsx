import type { Home } from '../../../contract/account'
import { go } from '../../routes'
import { Card } from '../../ui/Card'
import { Icon, type IconName } from '../../ui/Icon'
import { Row } from '../../ui/Row'
import { useTextScale } from '../../ui/textScale'
import './me.scss'

interface LineProps {
  icon: IconName
  word: string
  value?: string
  onTap: () => void
}

function Line({ icon, word, value, onTap }: LineProps) {
  return <Row from={52} lead={<Icon name={icon} className='menu-icon' />} title={word} value={value} label={value ? `${word}，${value}` : word} onTap={onTap} />
}

export function OwnMenu({ home }: { home: Home }) {
  const asked = home.me?.requests.filter(({ state }) => state === 'waiting').length ?? 0
  const bound = home.me !== null && home.me.memberships.length > 0
  return (
    <Card label='我的'>
      <Line icon='inbox' word='我说的事' value={home.openDemands > 0 ? `${home.openDemands} 件在办` : undefined} onTap={() => go('resident/my-demands', {})} />
      {bound && <Line icon='visit' word='走访' onTap={() => go('resident/my-visits', {})} />}
      <Line icon='door' word='我家' value={asked > 0 ? '等人确认' : bound ? undefined : '还没有入户'} onTap={() => go('resident/my-household', {})} />
      {bound && <Line icon='lock' word='谁来我家' onTap={() => go('resident/door', {})} />}
    </Card>
  )
}

/** For those who serve: where their work is. */
export function ServingMenu({ home }: { home: Home }) {
  const { tasks } = home
  if (!tasks) return null
  return (
    <Card label='我的工作'>
      <Line icon='inbox' word='等我答复' value={tasks.inbox > 0 ? `${tasks.inbox} 件` : undefined} onTap={() => go('leader/inbox', {})} />
      {!tasks.wide && <Line icon='home' word='我块里的户' onTap={() => go('leader/households', {})} />}
      <Line icon='visit' word='走访' value={tasks.visits > 0 ? `${tasks.visits} 次等您` : undefined} onTap={() => go('leader/visits', {})} />
      <Line icon='users' word='入户申请' value={tasks.joinRequests > 0 ? `${tasks.joinRequests} 份` : undefined} onTap={() => go('leader/join-requests', {})} />
      <Line icon='phone' word='电话告知' value={tasks.calls > 0 ? `${tasks.calls} 位` : undefined} onTap={() => go('leader/phone-list', {})} />
      {!tasks.wide && <Line icon='meeting' word='例会' onTap={() => go('staff/meeting', {})} />}
      {!tasks.wide && <Line icon='out' word='我的请假' onTap={() => go('leader/leave', {})} />}
      {tasks.wide && <Line icon='door' word='印入户码' onTap={() => go('archive/household-code', {})} />}
      {tasks.wide && <Line icon='users' word='谁在管、请假' onTap={() => go('staff/roster', {})} />}
      {tasks.wide && <Line icon='service' word='居委会今天' onTap={() => go('staff/overview', {})} />}
      {tasks.wide && <Line icon='lamp' word='没有块的事' value={tasks.desk > 0 ? `${tasks.desk} 件` : undefined} onTap={() => go('staff/desk', {})} />}
    </Card>
  )
}

export function SettingsMenu() {
  const { elder } = useTextScale()
  return (
    <Card label='设置和说明'>
      <Line icon='text-size' word='长辈版和字号' value={elder ? '长辈版' : undefined} onTap={() => go('resident/text-size', {})} />
      <Line icon='lock' word='我的信息，看、改、删' onTap={() => go('resident/my-data', {})} />
      <Line icon='doc' word='个人信息怎么用' onTap={() => go('resident/privacy', {})} />
      <Line icon='info' word='关于掌心汇' onTap={() => go('resident/about', {})} />
      <Line icon='say' word='给程序提意见' onTap={() => go('resident/complaint', {})} />
    </Card>
  )
}
