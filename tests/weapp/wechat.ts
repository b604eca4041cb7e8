/** `wx` as far as the app may lean on it. What is missing here is missing on the phone of the test as well, so a new call shows at once. */

export interface Asked {
  name: string
  options: Record<string, unknown>
}

type Callbacks = { success?: (result: unknown) => void; fail?: (error: unknown) => void; complete?: (result: unknown) => void }

/** A call of WeChat's: with callbacks, or else with a promise. */
export function call(name: string, work: (options: Record<string, unknown>) => unknown) {
  return (options: Callbacks & Record<string, unknown> = {}) => {
    const { success, fail, complete, ...rest } = options
    const done = new Promise((resolve) => { setTimeout(resolve, 0) })
      .then(() => work(rest))
      .then((result) => ({ errMsg: `${name}:ok`, ...(result as object | undefined) }))
    if (!success && !fail && !complete) return done
    done.then((result) => { success?.(result); complete?.(result) }, (error: unknown) => { fail?.(error); complete?.(error) })
  }
}

export const failure = (name: string, why: string, errCode?: number) => ({ errMsg: `${name}:fail ${why}`, ...(errCode !== undefined && { errCode }) })

type Listener = (event: never) => void

/** Calls that hold the page up until the phone has answered. */
const waits = /Sync$|^get(WindowInfo|AppBaseInfo|DeviceInfo|SystemSetting|AppAuthorizeSetting|MenuButtonBoundingClientRect)$/

export function makeWx(phone: {
  storage: Map<string, string>
  files: Map<string, Buffer>
  /** What the person takes or picks next. */
  camera: Buffer[]
  /** What the person says no to when WeChat asks. */
  denied: Set<string>
  asked: Asked[]
  sync: string[]
  fontScale: number
  connected(): boolean
  /** A finger is on the glass: the handler of a tap runs. */
  tapping(): boolean
  callFunction(name: string, data: unknown): Promise<unknown>
  navigate: Record<'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch' | 'navigateBack', (options: Record<string, unknown>) => void>
}) {
  const { storage, asked, sync } = phone
  const listeners = new Map<string, Set<Listener>>()
  const of = (event: string) => listeners.get(event) ?? listeners.set(event, new Set()).get(event)!
  const events = (...names: string[]) => Object.fromEntries(names.flatMap((name) => [
    [`on${name}`, (listener: Listener) => { of(name).add(listener) }],
    [`off${name}`, (listener?: Listener) => { if (listener) of(name).delete(listener); else of(name).clear() }],
  ]))
  const noted = (...names: string[]) => Object.fromEntries(names.map((name) => [name, call(name, (options) => { asked.push({ name, options }) })]))
  const read = (key: string) => (storage.has(key) ? (JSON.parse(storage.get(key)!) as unknown) : '')
  /** Temporary and saved files by path. What the camera takes is a real JPEG. */
  const files = phone.files
  const system = { fontSizeScaleFactor: phone.fontScale, fontSizeSetting: 16 * phone.fontScale, language: 'zh_CN', SDKVersion: '3.8.0', version: '8.0.50', theme: 'light', platform: 'android' }
  const window = { windowWidth: 375, windowHeight: 667, screenWidth: 375, screenHeight: 667, pixelRatio: 2, statusBarHeight: 20, screenTop: 0, safeArea: { top: 20, bottom: 667, left: 0, right: 375, width: 375, height: 647 } }
  const launch = { path: 'pages/home/index', query: {}, scene: 1001, referrerInfo: {} }

  const wx: Record<string, unknown> = {
    ...events('AppShow', 'AppHide', 'Error', 'UnhandledRejection', 'PageNotFound', 'ThemeChange', 'NetworkStatusChange', 'KeyboardHeightChange', 'WindowResize', 'NeedPrivacyAuthorization'),
    ...noted('makePhoneCall', 'setClipboardData', 'showToast', 'hideToast', 'showLoading', 'hideLoading', 'setTabBarBadge', 'removeTabBarBadge', 'hideTabBar', 'showTabBar',
      'setNavigationBarTitle', 'setNavigationBarColor', 'setBackgroundColor', 'pageScrollTo', 'startPullDownRefresh', 'stopPullDownRefresh', 'vibrateShort', 'openPrivacyContract'),
    // Noted at once: WeChat allows it within a tap alone, and later is too late. Whoever is asked says yes to the first and no to the rest.
    requestSubscribeMessage: (options: { tmplIds: string[] } & Callbacks) => {
      asked.push({ name: 'requestSubscribeMessage', options: { tmplIds: options.tmplIds } })
      const allowed = phone.tapping()
      return call('requestSubscribeMessage', ({ tmplIds }) => {
        if (!allowed) throw failure('requestSubscribeMessage', 'can only be invoked by user TAP gesture.', 20000)
        return Object.fromEntries((tmplIds as string[]).map((id, index) => [id, index === 0 ? 'accept' : 'reject']))
      })(options)
    },
    showModal: call('showModal', (options) => { asked.push({ name: 'showModal', options }); return { confirm: true, cancel: false } }),
    getStorageSync: read,
    setStorageSync: (key: string, data: unknown) => { storage.set(key, JSON.stringify(data)) },
    removeStorageSync: (key: string) => { storage.delete(key) },
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 1, limitSize: 10240 }),
    getStorage: call('getStorage', ({ key }) => {
      if (!storage.has(key as string)) throw failure('getStorage', 'data not found')
      return { data: read(key as string) }
    }),
    setStorage: call('setStorage', ({ key, data }) => { storage.set(key as string, JSON.stringify(data)) }),
    removeStorage: call('removeStorage', ({ key }) => { storage.delete(key as string) }),
    getSystemInfoSync: () => ({ ...system, ...window }),
    getWindowInfo: () => window,
    getAppBaseInfo: () => system,
    getDeviceInfo: () => ({ platform: 'android', brand: 'test', model: 'test', system: 'Android 13' }),
    getMenuButtonBoundingClientRect: () => ({ top: 24, bottom: 56, left: 281, right: 368, width: 87, height: 32 }),
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    getNetworkType: call('getNetworkType', () => ({ networkType: phone.connected() ? 'wifi' : 'none' })),
    getPrivacySetting: call('getPrivacySetting', () => ({ needAuthorization: false, privacyContractName: '《掌心汇用户隐私保护指引》' })),
    ...Object.fromEntries(Object.entries(phone.navigate).map(([name, work]) => [name, call(name, work)])),
    chooseMedia: call('chooseMedia', ({ count }) => {
      const taken = phone.camera.splice(0, count as number)
      if (taken.length === 0) throw failure('chooseMedia', 'cancel')
      return { type: 'image', tempFiles: taken.map((bytes, n) => {
        const tempFilePath = `http://tmp/${files.size}-${n}.jpg`
        files.set(tempFilePath, bytes)
        return { tempFilePath, size: bytes.length, fileType: 'image' }
      }) }
    }),
    getImageInfo: call('getImageInfo', ({ src }) => {
      if (!files.has(src as string)) throw failure('getImageInfo', 'file not found')
      return { width: 3000, height: 4000, path: src, type: 'jpeg', orientation: 'up' }
    }),
    compressImage: call('compressImage', ({ src, ...options }) => {
      asked.push({ name: 'compressImage', options })
      const tempFilePath = `${src as string}.small.jpg`
      files.set(tempFilePath, files.get(src as string)!)
      return { tempFilePath }
    }),
    addPhoneCalendar: call('addPhoneCalendar', (options) => {
      asked.push({ name: 'addPhoneCalendar', options })
      if (phone.denied.has('addPhoneCalendar')) throw failure('addPhoneCalendar', 'auth deny')
    }),
    previewImage: call('previewImage', (options) => { asked.push({ name: 'previewImage', options }) }),
    getFileSystemManager: () => ({
      saveFile: call('saveFile', ({ tempFilePath }) => {
        const savedFilePath = `http://usr/${files.size}.jpg`
        files.set(savedFilePath, files.get(tempFilePath as string)!)
        return { savedFilePath }
      }),
      readFile: call('readFile', ({ filePath }) => {
        const found = files.get(filePath as string)
        if (!found) throw failure('readFile', 'no such file')
        return { data: found.buffer.slice(found.byteOffset, found.byteOffset + found.byteLength) }
      }),
      removeSavedFile: call('removeSavedFile', ({ filePath }) => { files.delete(filePath as string) }),
    }),
    nextTick: (work: () => void) => { setTimeout(work, 0) },
    canIUse: () => true,
    cloud: {
      init: () => undefined,
      callFunction: call('cloud.callFunction', async ({ name, data }) => ({ result: await phone.callFunction(name as string, data), requestID: '0' })),
    },
  }
  for (const [name, value] of Object.entries(wx)) {
    if (waits.test(name)) wx[name] = (...parts: unknown[]) => { sync.push(name); return (value as (...parts: unknown[]) => unknown)(...parts) }
  }
  const emit = (event: string, detail?: unknown) => { of(event).forEach((listener) => (listener as (detail: unknown) => void)(detail)) }
  return { wx, emit }
}
