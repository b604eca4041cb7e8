import type { ReactNode } from 'react'
import { Slots } from '../../api/photoSlots'
import { PhotoPicker } from './PhotoPicker'
import { SaidPhotos } from './SaidPhotos'

const slots = { Picker: PhotoPicker, Shown: SaidPhotos }

/** Around what a page lays out, where photos go with words. */
export function PhotosHere({ children }: { children: ReactNode }) {
  return <Slots.Provider value={slots}>{children}</Slots.Provider>
}
