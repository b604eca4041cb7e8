import { expect, test } from 'vitest'
import { Refusal } from '../../../contract/refusal'
import { VisitState } from '../../../contract/visit'
import { isHeld, openStates, stateAfter, stepsFrom, turnOf, type LaterStep, type Side } from './lifecycle'

const through = (...steps: [LaterStep, Side][]) => steps.reduce<VisitState>((state, [step, side]) => stateAfter(state, step, side), 'asked')

test('asked, answered with other times, taken, held, summed up and confirmed', () => {
  expect(through(['propose', 'host'])).toBe('proposed')
  expect(through(['propose', 'host'], ['propose', 'home'])).toBe('asked')
  expect(through(['propose', 'host'], ['accept', 'home'], ['hold', 'host'], ['summarise', 'host'], ['confirm', 'home'])).toBe('confirmed')
})

test('what is not right is written anew, and talked of already it stays', () => {
  expect(through(['accept', 'host'], ['summarise', 'host'], ['correct', 'home'])).toBe('held')
  expect(through(['accept', 'host'], ['summarise', 'host'], ['correct', 'home'], ['summarise', 'host'], ['confirm', 'home'])).toBe('confirmed')
})

test('a time that passed may still be made good, and a time agreed on given up', () => {
  expect(through(['accept', 'host'], ['miss', 'host'], ['move', 'home'])).toBe('booked')
  expect(through(['accept', 'host'], ['propose', 'host'])).toBe('proposed')
})

test.each(['confirmed', 'cancelled'] as const)('%s is over', (state) => {
  expect(stepsFrom(state)).toEqual([])
  expect(() => stateAfter(state, 'say', 'home')).toThrow(new Refusal('WrongStep'))
})

test('what has been talked about is not cancelled or moved any more', () => {
  for (const state of ['held', 'summarised', 'confirmed'] as const) {
    expect(isHeld(state)).toBe(true)
    for (const step of ['cancel', 'move', 'propose', 'accept'] as const) expect(() => stateAfter(state, step, 'home')).toThrow(Refusal)
  }
})

test('every state can be reached, and all but the two last ones lead somewhere', () => {
  const reached = new Set<VisitState>(['asked', 'proposed'])
  // A set is walked through to the end, what is added on the way included.
  for (const state of reached) for (const step of stepsFrom(state)) for (const side of ['home', 'host'] as const) reached.add(stateAfter(state, step, side))
  expect([...reached].sort()).toEqual([...VisitState.options].sort())
  expect(VisitState.options.filter((state) => stepsFrom(state).length === 0)).toEqual(['confirmed', 'cancelled'])
  expect(VisitState.options.filter((state) => !openStates.includes(state))).toEqual(['confirmed', 'cancelled'])
})

test('whose move it is', () => {
  expect(Object.fromEntries(VisitState.options.map((state) => [state, turnOf(state)]))).toEqual({
    asked: 'host', proposed: 'home', booked: null, held: 'host', summarised: 'home', confirmed: null, cancelled: null, missed: 'host',
  })
})
