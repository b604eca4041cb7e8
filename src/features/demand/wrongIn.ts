import { DemandText } from '../../../contract/demand/said'
import { textWrong } from './wording'

export interface Wrong {
  text?: string
  place?: string
  /** By question of the theme. */
  asked?: Record<string, string>
}

const textMost = 1000
const placeMost = 60

/** What is missing, said beside the field; empty when it may be sent. */
export function wrongIn({ text, place }: { text: string; place: string }): Wrong {
  return {
    ...(!DemandText.safeParse(text).success && { text: text.trim().length > textMost ? textWrong.long : textWrong.short }),
    ...(place.trim().length > placeMost && { place: textWrong.place }),
  }
}
