import { requestSubscribeMessage } from '@tarojs/taro'
import { useRef } from 'react'
import type { AskingMoment, NoticeTemplate } from '../../../contract/notice'
import { useCommand } from '../../api/command'
import { useRead } from '../../api/read'

/** In a browser there is nothing to ask. */
export const inWeChat = process.env.TARO_ENV === 'weapp'

type Answer = 'accept' | 'reject' | 'ban' | 'filter'

export interface Asking {
  /** Whether there is something to ask for. */
  due: boolean
  /** How many messages may still come; unknown while it is read. */
  left: number | undefined
  /** To be called within the tap itself, whose work goes on meanwhile. @returns whether anything was allowed */
  ask: () => Promise<boolean>
}

/** WeChat’s own question whether it may remind; what was answered goes to the server, so that nobody is asked again and again. */
export function useAsking(moment: AskingMoment, { enabled = true }: { enabled?: boolean } = {}): Asking {
  const { data, again } = useRead(['notice', 'asking'], { moment }, { enabled: inWeChat && enabled })
  const grant = useCommand(['notice', 'grant'], { onDone: again })
  const templates = enabled ? (data?.templates ?? []) : []
  // Until the server has said what is left to ask for, what was just answered is not asked again; only who taps for it is.
  const answered = useRef<typeof data>(undefined)
  const ask = async (): Promise<boolean> => {
    if (templates.length === 0 || (moment !== 'wish' && answered.current === data)) return false
    answered.current = data
    // WeChat asks only from within the tap itself, so nothing is waited for before.
    const heard = await requestSubscribeMessage({ tmplIds: templates.map(({ id }) => id), entityIds: [] }).then((answer) => answer as unknown as Record<string, string | undefined>, () => ({}))
    const answers: Partial<Record<NoticeTemplate, Answer>> = Object.fromEntries(templates.map(({ name, id }) => [name, answerOf((heard as Record<string, string | undefined>)[id])]))
    grant.send({ answers }, '微信提醒')
    return Object.values(answers).includes('accept')
  }
  return { due: templates.length > 0, left: data?.left, ask }
}

/** WeChat also says `acceptWithAudio` and the like; who has switched all of it off says nothing. */
function answerOf(word: string | undefined): Answer {
  if (word?.startsWith('accept')) return 'accept'
  return word === 'ban' || word === 'filter' ? word : 'reject'
}
