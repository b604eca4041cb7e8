/** A phone or an office computer that several people use, in two windows at once. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accounts } from '../fixtures/community'
import { openTown, opening, type Town } from './town'

let town: Town
beforeAll(async () => {
  town = await openTown()
}, opening)
afterAll(() => town?.close())

const words = '三楼半夜还在打麻将，别让邻居知道是我说的。'
const filed = async () => (await town.community.rows<{ name: string }>('select account.name from demand join account on account.id = demand.filed_by where text = $1', [words])).map(({ name }) => name)

test('what 周女士 wrote never goes out under the name of 郑先生, who signs in beside her', async () => {
  const zhou = await town.as('zhou')
  await zhou.taps('说件事')
  await zhou.types('发生了什么', words)
  await zhou.page.route('**/rpc/demand/file', (route) => route.abort('internetdisconnected'))
  await zhou.taps('交给王芳')
  await zhou.sees('待上传')
  const base = new URL(zhou.page.url()).origin
  const enters = (accountId: string) => zhou.context.request.post(`${base}/enter`, { form: { accountId }, maxRedirects: 0 })
  await enters(accounts.zheng)

  await zhou.page.unroute('**/rpc/demand/file')
  const refused = await zhou.page.waitForResponse((response) => response.url().endsWith('/rpc/demand/file'), { timeout: 40_000 })
  expect(refused.status()).toBe(401)
  expect(await filed()).toEqual([])

  await enters(accounts.zhou)
  await zhou.opens('resident/my-demands')
  await zhou.until(async () => (await zhou.words()).includes('三楼半夜还在打麻将'), 'finds her words again')
})
