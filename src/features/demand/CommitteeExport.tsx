import { Icon } from '../../ui/Icon'

/** A real link: the browser keeps the file, the keyboard reaches it. Phones in WeChat have no place for a table. */
export function CommitteeExport({ committeeId }: { committeeId: string }) {
  if (process.env.TARO_ENV !== 'h5') return null
  return (
    <a className='btn plain small' href={`/reports/demands.xlsx?committeeId=${committeeId}`} download>
      <Icon name='out' />
      导出表格
    </a>
  )
}
