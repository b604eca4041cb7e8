import { View } from '@tarojs/components'
import type { VisitCard } from '../../../contract/visit'
import { Row } from '../../ui/Row'
import { Tag } from '../../ui/Tag'
import { Words } from '../../ui/Words'
import { sentenceOf, stateLook, timeWords } from './wording'

/** One visit in a list: for the household by its host, for the host by its door. */
export function VisitRow({ visit, onTap }: { visit: VisitCard; onTap: () => void }) {
  const reader = visit.label === null ? 'home' : 'host'
  const { tone, icon, word } = stateLook(visit.state, reader)
  const title = visit.label ?? (visit.mode === 'home' ? `上门走访，${visit.who ?? ''}` : `和${visit.host.name}线上走访`)
  const mine = visit.turn === 'mine'
  return (
    <Row
      title={title}
      note={<Words dates>{visit.startsAt ? timeWords(visit.startsAt) : sentenceOf(visit, reader)}</Words>}
      label={`${title}，${word}${visit.startsAt ? `，${timeWords(visit.startsAt)}` : ''}`}
      onTap={onTap}
      above={<><Tag tone={mine ? 'lamp' : tone} icon={icon}>{word}</Tag>{visit.noHomeVisits && <View className='end'><Tag tone='lamp' icon='door'>不要上门</Tag></View>}</>}
    />
  )
}
