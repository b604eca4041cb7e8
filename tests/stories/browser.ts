/** The browser of the stories: an installed Chromium where there is one, else the one that comes as a package. */
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/snap/bin/chromium']

const quiet = [
  '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update', '--disable-default-apps',
  '--disable-domain-reliability', '--disable-extensions', '--disable-sync', '--metrics-recording-only', '--no-first-run', '--no-default-browser-check',
  '--disable-features=Translate,OptimizationHints,MediaRouter', '--force-color-profile=srgb', '--hide-scrollbars',
]

export async function openBrowser(): Promise<Browser> {
  const found = installed.find((file) => existsSync(file))
  return chromium.launch({ executablePath: found ?? (await fromPackage()), args: quiet, headless: true })
}

/** It carries the libraries a bare Linux machine lacks, and unpacks them only where it believes to be on Lambda. */
async function fromPackage(): Promise<string> {
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x'
  const { default: packed } = await import('@sparticuz/chromium')
  const file = await packed.executablePath()
  // Its own fonts have no Chinese.
  process.env.FONTCONFIG_PATH = '/etc/fonts'
  return file
}
