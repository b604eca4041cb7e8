// Taro takes transport.weapp.ts or transport.h5.ts before this file; TypeScript and the tests take this one.
export { send } from './transport.h5'
