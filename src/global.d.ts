/// <reference types="@tarojs/taro" />
import 'react'

declare module '*.png'
declare module '*.scss'

declare module 'react' {
  interface CSSProperties {
    [variable: `--${string}`]: string
  }
}
