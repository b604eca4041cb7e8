import { photosSaidWith } from '../../api/photos'
import { PhotoPicker } from './PhotoPicker'
import { SaidPhotos } from './SaidPhotos'

/** What a page gives to the demand: how photos are chosen, how they follow the words, and how they are seen. */
export const photoSlots = { Picker: PhotoPicker, Shown: SaidPhotos, said: photosSaidWith }
