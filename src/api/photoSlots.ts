import { createContext, useContext, type ComponentType } from 'react'

/** Photos beside words: a page that has room for them brings how they are chosen and how they are seen. They follow by `photosSaidWith`. */
export interface PhotoSlots {
  Picker: ComponentType<{ committeeId: string; draft: string }>
  Shown: ComponentType<{ committeeId: string; demandId: string; entryId: string | null; open?: boolean }>
}

export const Slots = createContext<PhotoSlots | null>(null)

export function usePhotoSlots(): PhotoSlots | null {
  return useContext(Slots)
}
