import { ExportButton } from './ExportButton'

export function DemandsExport({ committeeId }: { committeeId: string }) {
  return <ExportButton what='诉求' without='里面没有居民的姓名、门牌和说的话。' asked={(why) => ({ path: 'demands.xlsx', input: { committeeId, why } })} />
}
