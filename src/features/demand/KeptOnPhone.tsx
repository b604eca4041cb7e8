import { replace } from '../../routes'
import { Empty } from '../../ui/Empty'
import { OfflineBar } from '../../ui/OfflineBar'

/** Not 已收到: the server has not said so. */
export function KeptOnPhone() {
  return (
    <>
      <OfflineBar waiting={1} />
      <Empty
        icon='upload'
        title='待上传'
        note='没有网络。您写的留在手机里，联网自动送出。有人身危险，先打 110、119、120。'
        action={{ word: '看我说的事', onTap: () => replace('resident/my-demands', {}) }}
      />
    </>
  )
}
