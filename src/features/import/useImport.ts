import { useState } from 'react'
import { importBytes, type ImportLook } from '../../../contract/import'
import { fetchReport, keepFile, sendTable } from '../../api/report'
import { newKey } from '../../api/uuid'
import { chooseTable } from './chooseTable'
import { calledAs, troubleWords } from './wording'

/** The table stays in the page until it is through; the key was made when it was looked at, so sending again brings it in once. */
interface Chosen {
  file: File
  key: string
  look: ImportLook | null
  done: ImportLook | null
}

export interface Import {
  fileName: string
  look: ImportLook | null
  done: ImportLook | null
  busy: 'template' | 'look' | 'bring' | null
  trouble: string
  template: () => void
  choose: () => void
  /** The same table once more: it was put right and saved, or the network was gone. */
  lookAgain: () => void
  bring: () => void
  /** The lines that failed, as a table. */
  keepFailed: () => void
}

export function useImport(committeeId: string, onDone: () => void): Import {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [busy, setBusy] = useState<Import['busy']>(null)
  const [trouble, setTrouble] = useState('')

  const during = async (what: NonNullable<Import['busy']>, work: () => Promise<void>) => {
    setBusy(what)
    setTrouble('')
    await work().catch((error: unknown) => setTrouble(troubleWords(error)))
    setBusy(null)
  }
  const call = (file: File, key: string | null) => sendTable({ committeeId, fileName: file.name.slice(-80) || '表格.xlsx', key }, file)

  const look = (file: File) => during('look', async () => {
    const fresh: Chosen = { file, key: newKey(), look: null, done: null }
    setChosen(fresh)
    if (file.size > importBytes) return setTrouble(`这份表有 ${(file.size / 1024 / 1024).toFixed(1)} 兆，一次最多 2 兆。去掉图片，或按块分成几份`)
    setChosen({ ...fresh, look: await call(file, null) })
  })

  return {
    fileName: calledAs(chosen?.file.name ?? ''), look: chosen?.look ?? null, done: chosen?.done ?? null, busy, trouble,
    template: () => void during('template', async () => keepFile(await fetchReport({ path: 'import-template.xlsx', input: { committeeId } }))),
    choose: () => void chooseTable().then((file) => file && look(file)),
    lookAgain: () => chosen && void look(chosen.file),
    bring: () => chosen?.look && void during('bring', async () => {
      const done = await call(chosen.file, chosen.key)
      setChosen({ ...chosen, done })
      onDone()
    }),
    keepFailed: () => {
      const failed = (chosen?.done ?? chosen?.look)?.failed
      if (failed) keepFile({ name: failed.name, file: new Blob([Uint8Array.from(atob(failed.base64), (letter) => letter.codePointAt(0)!)], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }) })
    },
  }
}
