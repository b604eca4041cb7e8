import type { HouseList } from '../../../contract/houseMap'
import { ExportButton } from './ExportButton'

export function HousesExport({ committeeId, list, blockId, buildingId }: { committeeId: string; list: HouseList; blockId?: string; buildingId?: string }) {
  return (
    <ExportButton
      what='这份名单'
      without='一次最多 50 户，更多的由主任或书记来导。名字只留第一个字，电话和照护类别不在里面。'
      asked={(why) => ({ path: 'households.xlsx', input: { committeeId, list, ...(blockId && { blockId }), ...(buildingId && { buildingId }), why } })}
    />
  )
}
