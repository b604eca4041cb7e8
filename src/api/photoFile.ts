// Taro takes photoFile.weapp.ts or photoFile.h5.ts before this file; TypeScript and the tests take this one.
export { choosePhotos, forgetFile, readFile } from './photoFile.h5'

/** A photo made small and kept on the phone. */
export interface ChosenPhoto {
  /** How the phone finds it again, after a restart too. */
  file: string
  /** What can be drawn small at once. */
  preview: string
}
