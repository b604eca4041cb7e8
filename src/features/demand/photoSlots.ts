import { createContext, useContext, type ComponentType } from 'react'

/** Photos beside words: the page brings how they are chosen, sent after the words, and seen. */
export interface PhotoSlots {
  Picker: ComponentType<{ committeeId: string; draft: string }>
  Shown: ComponentType<{ committeeId: string; demandId: string; entryId: string | null; open?: boolean }>
  /** The words of this draft have gone, or wait, with this key. */
  said: (draft: string, key: string) => void
}

const Slots = createContext<PhotoSlots | null>(null)

/** Around what a page lays out, where photos belong. */
export const PhotosHere = Slots.Provider

export function usePhotoSlots(): PhotoSlots | null {
  return useContext(Slots)
}
