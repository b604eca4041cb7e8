import { getAppBaseInfo, getStorageSync, setStorage } from '@tarojs/taro'
import { createContext, useContext, useMemo, useRef, useState, type ReactNode } from 'react'

const key = 'zx.textScale'
const least = 1
const elderLeast = 1.375
const most = 1.8125

interface Choice {
  elder: boolean
  /** What the person chose by hand; 0 follows WeChat. */
  scale: number
}

interface TextScale {
  /** 1 … 1.8125; 长辈版 starts at 1.375. */
  scale: number
  elder: boolean
  setElder: (on: boolean) => void
  setScale: (scale: number) => void
  /** Asks WeChat for its letters. For a page that is drawn: asking holds it up. */
  followPhone: () => void
}

const TextScaleContext = createContext<TextScale>({ scale: 1, elder: false, setElder: () => {}, setScale: () => {}, followPhone: () => {} })

export function ElderProvider({ children }: { children: ReactNode }) {
  // Read at once: an elder must not see the small letters first.
  const [choice, setChoice] = useState(stored)
  const [ofPhone, setOfPhone] = useState(least)
  const asked = useRef(false)

  const value = useMemo(() => {
    const keep = (next: Choice) => {
      setChoice(next)
      void setStorage({ key, data: next })
    }
    return {
      elder: choice.elder,
      scale: between(choice.elder ? elderLeast : least, choice.scale || ofPhone),
      setElder: (elder: boolean) => keep({ elder, scale: 0 }),
      setScale: (scale: number) => keep({ ...choice, scale }),
      followPhone: () => {
        if (!asked.current) setOfPhone(phoneScale())
        asked.current = true
      },
    }
  }, [choice, ofPhone])

  return <TextScaleContext.Provider value={value}>{children}</TextScaleContext.Provider>
}

export function useTextScale(): TextScale {
  return useContext(TextScaleContext)
}

function stored(): Choice {
  const kept = getStorageSync<Partial<Choice> | ''>(key)
  return { elder: Boolean(kept && kept.elder), scale: (kept && kept.scale) || 0 }
}

/** The letters chosen in WeChat's own settings, where it says. */
function phoneScale(): number {
  if (process.env.TARO_ENV !== 'weapp') return least
  return (getAppBaseInfo() as { fontSizeScaleFactor?: number }).fontSizeScaleFactor ?? least
}

function between(low: number, scale: number): number {
  return Math.min(most, Math.max(low, scale))
}
