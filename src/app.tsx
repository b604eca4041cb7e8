import type { ReactNode } from 'react'
import { ApiProvider } from './api/ApiProvider'
import { ElderProvider } from './ui/textScale'
import './app.scss'

if (process.env.TARO_ENV === 'h5') require('./ui/browser.scss')

export default function App({ children }: { children?: ReactNode }) {
  return (
    <ApiProvider>
      <ElderProvider>{children}</ElderProvider>
    </ApiProvider>
  )
}
