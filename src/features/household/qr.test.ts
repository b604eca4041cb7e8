import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { qrOf, qrPicture } from './qr'

const drawn = (text: string) => qrOf(text).map((line) => line.map((dark) => (dark ? '#' : '.')).join(''))
const sum = (text: string) => createHash('sha256').update(drawn(text).join('\n')).digest('hex')

// Read back with jsQR 1.4.0, an independent reader, for every length from 1 to 106 bytes.
test('a code of the household, as a camera was shown it', () => {
  expect(drawn('K7MP3XQA')).toEqual([
    '#######.#.#...#######',
    '#.....#..####.#.....#',
    '#.###.#...#.#.#.###.#',
    '#.###.#.####..#.###.#',
    '#.###.#.##.##.#.###.#',
    '#.....#.#.#.#.#.....#',
    '#######.#.#.#.#######',
    '........#............',
    '#...#.####..######..#',
    '.#.#....##..###..##..',
    '#####.#.##..##..#.#..',
    '#.##...#..###...#..##',
    '...#..#.##.#.##...##.',
    '........##.##..#.#.##',
    '#######.##.#..#.#..#.',
    '#.....#......####....',
    '#.###.#.#.#.###.####.',
    '#.###.#...#.####..###',
    '#.###.#..#..##..##...',
    '#.....#....##....#...',
    '#######.##.#..#..#..#',
  ])
})

test('one block and four, a link and the longest text there is', () => {
  expect([qrOf('https://zxh.example/#/resident/join-household/index?code=K7MP3XQA').length, sum('https://zxh.example/#/resident/join-household/index?code=K7MP3XQA')]).toEqual([37, 'e74396e52e186de1fa980411d0a894fd67d1c7dba3258c71133a9db97eff2c2c'])
  expect([qrOf('a'.repeat(106)).length, sum('a'.repeat(106))]).toEqual([41, 'b72c51b18a16ecb72f4f33768afd5b5dd67e0b81822d3dcb69336d06d9fafae4'])
  expect(() => qrOf('a'.repeat(107))).toThrow('106')
})

test('the picture has its quiet edge and stays small', () => {
  const picture = qrPicture('K7MP3XQA')
  expect(decodeURIComponent(picture)).toContain(`viewBox='0 0 29 29'`)
  expect(decodeURIComponent(picture)).toContain('M4 4h7v1H4z')
  expect(qrPicture('a'.repeat(106)).length).toBeLessThan(24_000)
})
