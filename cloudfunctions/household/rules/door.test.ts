import { expect, test } from 'vitest'
import { doorIn } from './door'

test.each([
  ['11-201', '11', '201'], ['11号楼201室', '11', '201'], ['11 20', '11', '20'], ['56弄3号 201室', '3', '201'], ['7号楼101A', '7', '101A'], ['B2 301', 'B2', '301'],
])('“%s” is building %s, room %s', (text, building, room) => { expect(doorIn(text)).toEqual({ building, room }) })

test.each(['', '11', '11号楼', '张阿婆', '一号楼', '9'.repeat(30) + '-1', "'; drop table household; --"])('“%s” is no door yet', (text) => { expect(doorIn(text)).toBeNull() })
