import { expect, test } from 'vitest'
import { afterWords, beginOf, buildingsWords, calendarDayWords, effectWords, endOf, leaveEnded, leaveTaken, minuteOfDay, monthAfter, monthWeeks, movedOnWords, movedWords, notDoneWords, postsWords, spanWords } from './wording'

const standIn = { accountId: '1', name: '李强', post: 'leader', blockName: '2块', section: null } as const

test('leave is said in whole days, the last one included', () => {
  expect(spanWords({ since: beginOf('2026-11-25'), until: endOf('2026-11-27') })).toBe('11月25日 到 11月27日')
  expect(spanWords({ since: beginOf('2026-11-25'), until: endOf('2026-11-25') })).toBe('11月25日')
  expect(beginOf('2026-11-25')).toBe('2026-11-24T16:00:00.000Z')
})

test('what became of the matters in hand', () => {
  expect(movedWords({ state: 'planned', movedOut: 0, movedBack: 0, standIn })).toBe('李强代')
  expect(movedWords({ state: 'running', movedOut: 6, movedBack: 0, standIn })).toBe('李强代。手上 6 件已经交出去')
  expect(movedWords({ state: 'over', movedOut: 6, movedBack: 4, standIn: null })).toBe('交出去 6 件，回来 4 件，别的已经办好')
  expect([leaveTaken('planned', 0), leaveTaken('running', 2), leaveEnded(0)]).toEqual(['记下了，到时候自动交接，居民会知道找谁。', '记下了。2 件已经交出去，居民都知道现在找谁。', '取消了，没有要还的事。'])
})

test('what a change of the calendar moves is told before and after', () => {
  expect(effectWords({ moved: 0, later: 0, earlier: 0 })).toBe('在办的日子都不变。')
  expect(effectWords({ moved: 5, later: 3, earlier: 2 })).toBe('会让 3 件的答复日子往后移，2 件往前移，居民都会收到通知。')
  expect(effectWords({ moved: 3, later: 3, earlier: 0 }, true)).toBe('存好了，3 件的答复日子往后移，已经告诉居民。')
})

test.each([[0, '一到期就告诉'], [60, '过 1 个工作小时'], [390, '过 1 个工作日'], [1170, '过 3 个工作日'], [45, '过 45 个工作分钟']])('%i office minutes: %s', (minutes, words) => {
  expect(afterWords(minutes)).toBe(words)
})

test('a month is whole weeks from Monday, with all its days once', () => {
  for (let month = '2026-01'; month < '2028-01'; month = monthAfter(month, 1)) {
    const weeks = monthWeeks(month)
    const days = weeks.flat().filter((day) => day.startsWith(month))
    expect([month, weeks.every((week) => week.length === 7 && new Date(`${week[0]}T00:00:00Z`).getUTCDay() === 1), days.length, new Set(days).size])
      .toEqual([month, true, new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate(), days.length])
  }
})

test('posts, buildings and what was done', () => {
  expect(postsWords([{ kind: 'leader', blockName: '3块', section: null }, { kind: 'worker', blockName: null, section: null }])).toBe('3块 块长、社工')
  expect([postsWords([]), postsWords([{ kind: 'section', blockName: null, section: '平安办' }])]).toEqual(['现在没有职务', '平安办'])
  expect([buildingsWords([]), buildingsWords([{ name: '1号楼' }, { name: '2号楼' }]), ...[[9, 10, 11, 12], [1, 3, 4], [1, 2, 3, 4, 6]].map((numbers) => buildingsWords(numbers.map((n) => ({ name: `${n}号楼` })))), buildingsWords([{ name: '东楼' }, { name: '西楼' }, { name: '南楼' }])])
    .toEqual(['没有楼', '1号楼、2号楼', '9 到 12号楼', '1号楼、3号楼、4号楼', '1号楼 等 5 栋', '东楼、西楼、南楼'])
  expect([movedOnWords('并好了', 0), movedOnWords('并好了', 2)]).toEqual(['并好了。', '并好了，2 件没办完的换了人接着办，居民都知道。'])
  expect(calendarDayWords({ day: '2026-11-25', working: false, name: '搬迁盘点' })).toBe('11月25日（周三），不上班：搬迁盘点')
  expect(minuteOfDay('2026-11-20T12:00:00.000Z')).toBe(1200)
})

test('a no says what to do, without a code', () => {
  for (const code of ['NotServing', 'AlreadyAway', 'StandInLoop', 'LastBuilding', 'PostEmpty', 'DayBegun', 'AlreadyHolds'] as const) expect(notDoneWords(code)).not.toMatch(/[A-Za-z]/)
  expect(notDoneWords(null)).toContain('再送一次')
})
