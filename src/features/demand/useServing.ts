import { getStorageSync, setStorage } from '@tarojs/taro'
import { useState } from 'react'
import type { HeldPost } from '../../../contract/account'
import type { PostKind } from '../../../contract/organization'
import { useRead } from '../../api/read'

export interface ServedCommittee {
  id: string
  name: string
  /** Serves the committee whole, not one block of it. */
  wide: boolean
  /** Leads or deputises a block. */
  leads: boolean
  posts: HeldPost[]
}

/** What a post reaches (contract/organization.ts, PostKind). Only what is offered depends on it; the server decides. */
const reach: Record<PostKind, 'committee' | 'block' | 'none'> = {
  director: 'committee', secretary: 'committee', officer: 'committee', leader: 'block', deputy: 'block', worker: 'none', section: 'none', head: 'none',
}

const key = 'zx.servedCommittee'

/** Which committee one serves here; with posts in several, the one chosen last, else the first served whole. */
export function useServing() {
  const me = useRead(['account', 'me'], {})
  const [chosen, setChosen] = useState<string>(() => getStorageSync<string>(key) || '')
  const committees = committeesOf(me.data?.posts ?? [])
  const choose = (id: string) => {
    setChosen(id)
    void setStorage({ key, data: id })
  }
  return { me, committees, committee: committees.find(({ id }) => id === chosen) ?? committees[0] ?? null, choose }
}

function committeesOf(posts: HeldPost[]): ServedCommittee[] {
  const ids = [...new Set(posts.map((post) => post.committeeId))]
  return ids
    .map((id) => {
      const held = posts.filter((post) => post.committeeId === id)
      return {
        id,
        name: held[0]!.committeeName,
        wide: held.some(({ kind }) => reach[kind] === 'committee'),
        leads: held.some(({ kind }) => reach[kind] === 'block'),
        posts: held,
      }
    })
    .sort((one, other) => Number(other.wide) - Number(one.wide))
}
