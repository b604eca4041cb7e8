import { Text } from '@tarojs/components'
import { expect, test } from 'vitest'
import { draw } from './draw.testing'
import { boxSpoken, Field } from './Field'

test('what is wrong stands above the box, and the box points at it', () => {
  const field = { id: 'story', label: '说说情况', hint: '在哪里，怎么了', wrong: '还没写。一句话也可以' }
  const { page } = draw(<Field {...field}><Text>[框]</Text></Field>)
  expect(page.textContent).toBe('说说情况在哪里，怎么了还没写。一句话也可以[框]')
  expect(boxSpoken(field)).toEqual({ nativeProps: { 'aria-label': '说说情况', 'aria-invalid': 'true', 'aria-describedby': 'story-hint story-wrong' } })
  expect(page.querySelector('#story-wrong')?.textContent).toBe('还没写。一句话也可以')
})
