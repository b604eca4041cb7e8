/** Cloud function `jobs`: called by the platform's timer every minute. */
import * as z from 'zod/mini'
import { NoticeAbout } from '../../../contract/notice'
import { openPool } from '../../database/connection'
import { aboutFromEnvironment, surroundingsOf } from '../../runtime/surroundings'
import { turn } from '../../runtime/timer'
import { cloudWeChat, noWeChat } from '../../runtime/wechat'

/** `WX_TEMPLATES={"demandAnswered":"<template id>"}`; without it nothing leaves for WeChat. */
const Templates = z.partialRecord(NoticeAbout, z.string())

const templates = process.env.WX_TEMPLATES
const wechat = templates
  ? cloudWeChat(z.parse(Templates, JSON.parse(templates)), () => require('wx-server-sdk'))
  : noWeChat
const surroundings = surroundingsOf({ pool: openPool(process.env.DATABASE_URL ?? '', 2), wechat, about: aboutFromEnvironment(process.env, false) })

/** @returns what each job did; a person calling it from a phone gets nothing done */
export async function main(): Promise<{ ok: boolean; done?: Record<string, unknown>; faults?: string[] }> {
  if (process.env.WX_OPENID) return { ok: false }
  const { done, faults } = await turn(surroundings)
  return { ok: faults.length === 0, done, faults }
}
