/** Cloud function `jobs`: called by the platform's timer every minute. Sends what is queued and forgets what has run out. */
import * as z from 'zod/mini'
import { NoticeAbout } from '../../../contract/notice'
import { openPool } from '../../database/connection'
import { deliverDue } from '../../notice/deliverDue'
import { expire } from '../../runtime/expire'
import { logFault } from '../../runtime/fault'
import { aboutFromEnvironment, surroundingsOf } from '../../runtime/surroundings'
import { cloudWeChat, noWeChat } from '../../runtime/wechat'

/** `WX_TEMPLATES={"demandAnswered":"<template id>"}`; without it nothing leaves for WeChat. */
const Templates = z.partialRecord(NoticeAbout, z.string())

const templates = process.env.WX_TEMPLATES
const wechat = templates
  ? cloudWeChat(z.parse(Templates, JSON.parse(templates)), () => require('wx-server-sdk'))
  : noWeChat
const surroundings = surroundingsOf({ pool: openPool(process.env.DATABASE_URL ?? '', 2), wechat, about: aboutFromEnvironment(process.env, false) })

/** @returns how many notices were settled or put off; a person calling it from a phone gets nothing done */
export async function main(): Promise<{ ok: boolean; delivered?: number; fault?: string }> {
  if (process.env.WX_OPENID) return { ok: false }
  try {
    const delivered = await deliverDue(surroundings)
    await expire(surroundings)
    return { ok: true, delivered }
  } catch (error) {
    return { ok: false, fault: logFault(surroundings, 'jobs', error) }
  }
}
