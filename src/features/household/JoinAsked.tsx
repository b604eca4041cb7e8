import type { Presence } from '../../../contract/organization'
import { back } from '../../routes'
import { nameWithPost, presenceWords } from '../../wording'
import { Empty } from '../../ui/Empty'

/** Who decides, and when they are there. */
export function JoinAsked({ decider }: { decider: Presence | null }) {
  const who = decider ? nameWithPost(decider.staff) : '居委会值班的人'
  return (
    <Empty
      icon='inbox'
      title={`交给${decider?.staff.name ?? '居委会'}了`}
      note={`${who}确认以后，消息里会告诉您。${decider ? presenceWords(decider) : ''}`}
      action={{ word: '知道了', onTap: back }}
    />
  )
}

export function JoinKept() {
  return <Empty icon='upload' title='待上传' note='没有网络。申请留在手机里，联网自动送出' action={{ word: '知道了', onTap: back }} />
}
