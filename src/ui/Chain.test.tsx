import { expect, test } from 'vitest'
import { Chain, type ChainStep } from './Chain'
import { draw } from './draw.testing'

const chen: ChainStep = { role: '首问责任人', who: '陈敏', state: 'done' }
const wang: ChainStep = { role: '现在在办', who: '王芳', state: 'current' }
const due: ChainStep = { role: '预计答复', who: '11月27日 前', state: 'next' }

test('the chain names everybody and marks who has it now', () => {
  const { page } = draw(<Chain steps={[chen, wang, due]} />)
  const steps = [...page.querySelectorAll('[role="listitem"]')]
  expect(steps.map((step) => step.textContent)).toEqual(['陈首问责任人陈敏', '王现在在办王芳', '预计答复11月27日 前'])
  expect(steps.map((step) => step.getAttribute('aria-current'))).toEqual(['false', 'step', 'false'])
})
